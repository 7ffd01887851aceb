package dev.lifeline.message;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Offer;
import dev.lifeline.access.Refusal;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Part.Bullets;
import dev.lifeline.message.Part.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What does one person read about who may do what? */
public final class AccessAnswers {

    private final Phrasebook phrasebook;
    private final Reasons reasons;
    private final AccessPanels panels;
    private final Cases<GrantOutcome, Line> outcomes;

    AccessAnswers(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.reasons = new Reasons(phrasebook);
        this.panels = new AccessPanels(phrasebook);
        this.outcomes = outcomes();
    }

    /** Why not, what to do, and who can help: every reason, a line each. */
    public Message refusal(List<Refusal> refusals) {
        if (refusals.size() == 1) return Message.saying(reason(refusals.get(0)));
        return new Message(
                phrasebook.line("access.refused"),
                false,
                List.of(new Bullets(refusals.stream().map(this::reason).toList())));
    }

    private Line reason(Refusal refusal) {
        return withWho(reasons.objection(refusal.objection()), refusal.whoCan());
    }

    private Line withWho(Line reason, List<SlackUserId> whoCan) {
        if (whoCan.isEmpty()) return reason;
        List<Span> spans = new ArrayList<>(reason.spans());
        spans.add(new Span.Words(" "));
        spans.addAll(phrasebook.line("access.who-can").spans());
        whoCan.forEach(person -> spans.addAll(List.of(new Span.Words(" "), new Span.Mention(person))));
        return new Line(spans);
    }

    /** Who they are on the account, and what stands against what they may want to do. */
    public Message whoAmI(CloudUser user, List<Refusal> refusals) {
        List<Part> said = new ArrayList<>();
        if (user.masterLike()) said.add(paragraph("answer.whoami.master", Map.of()));
        else if (refusals.isEmpty()) said.add(paragraph("answer.whoami.may", Map.of()));
        refusals.forEach(refusal -> said.add(new Paragraph(lacking(refusal))));
        if (!user.masterLike()) said.add(new Paragraph(panels.devices(user)));
        return new Message(
                phrasebook.line("answer.whoami", Map.of("username", new Span.Foreign(user.username()))), false, said);
    }

    private Line lacking(Refusal refusal) {
        return refusal.objection() instanceof Objection.Lacks lacks
                ? withWho(phrasebook.line("answer.whoami.lacks", panels.needed(lacks.permission())), refusal.whoCan())
                : reason(refusal);
    }

    /** What somebody has and lacks, with a button for each change that the reader could make. */
    public Message panel(AccessPanel panel) {
        return panels.of(panel);
    }

    /** Nothing is known of who somebody else is on the account. */
    public Message notKnown(SlackUserId person, Objection objection) {
        boolean cannotTell = objection instanceof Objection.CannotTell;
        return say(cannotTell ? "access.cannot-tell" : "access.not-known", Map.of("person", new Span.Mention(person)));
    }

    /** A name was typed, which identifies nobody. */
    public Message nobodyChosen(String typed) {
        return say("access.nobody-chosen", Map.of("typed", Span.Foreign.typed(typed)));
    }

    /** A button that was not made for whoever pressed it, or by nobody. */
    public Message noOffer() {
        return say("access.no-offer", Map.of("command", Words.command("access")));
    }

    public Message offerOver(Offer offer) {
        return say("access.offer-over", about(offer));
    }

    public Message takenBefore(Offer offer) {
        return say("access.taken-before", about(offer));
    }

    /** What came of it, to whoever pressed: what was seen, before what the provider said. */
    public Message changed(AccessChanged changed) {
        Offer offer = changed.offer();
        if (changed.isMade()) return say("access.made." + way(offer), about(offer));
        List<Span> spans = new ArrayList<>(outcomes.of(changed.outcome()).spans());
        spans.add(new Span.Words(" "));
        String seen = changed.seen().isPresent() ? "access.not-seen." : "access.untold.";
        spans.addAll(phrasebook.line(seen + way(offer), about(offer)).spans());
        return Message.saying(new Line(spans));
    }

    /** To the person whose access it is. */
    public Message told(Offer offer, SlackUserId by) {
        return say(
                "access.told." + way(offer),
                Map.of(
                        "manager",
                        new Span.Mention(by),
                        "right",
                        panels.right(offer.change().right())));
    }

    private Cases<GrantOutcome, Line> outcomes() {
        return Cases.<GrantOutcome, Line>of(GrantOutcome.class)
                .on(GrantOutcome.Accepted.class, yes -> phrasebook.line("access.outcome.accepted"))
                .on(GrantOutcome.NotSent.class, no -> phrasebook.line("access.outcome.not-sent"))
                .on(GrantOutcome.TurnedAway.class, no -> phrasebook.line("access.because." + Words.lower(no.because())))
                .on(GrantOutcome.Unconfirmed.class, lost -> phrasebook.line("access.outcome.unconfirmed"))
                .complete();
    }

    private Map<String, Span> about(Offer offer) {
        return Map.of(
                "person",
                new Span.Mention(offer.about()),
                "username",
                new Span.Foreign(offer.change().username()),
                "right",
                panels.right(offer.change().right()),
                "command",
                Words.command("access @"));
    }

    private static String way(Offer offer) {
        return Words.lower(offer.change().way());
    }

    private Part paragraph(String key, Map<String, Span> slots) {
        return new Paragraph(phrasebook.line(key, slots));
    }

    private Message say(String key, Map<String, Span> slots) {
        return Message.saying(phrasebook.line(key, slots));
    }
}
