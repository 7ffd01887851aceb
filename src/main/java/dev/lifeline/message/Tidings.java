package dev.lifeline.message;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Drift;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What does the thread read when something happened? One reply a happening. */
public final class Tidings {

    private final Phrasebook phrasebook;
    private final Reasons reasons;

    public Tidings(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
        this.reasons = new Reasons(phrasebook);
    }

    /**
     * One happening in words.
     *
     * @param request as it is after the happening
     */
    public Message of(RescueRequest request, Happening happening) {
        Cases<Happening, Line> cases = Cases.of(Happening.class);
        people(cases, request);
        approval(cases, request);
        launch(cases, request);
        boot(cases, request);
        leave(cases, request);
        Line line = cases.complete().of(happening);
        if (happening instanceof Happening.IsInRescue up) return withEvidence(line, up.evidence());
        if (happening instanceof Happening.IsBack back) return withEvidence(line, back.evidence());
        return Message.saying(line);
    }

    private void people(Cases<Happening, Line> cases, RescueRequest request) {
        cases.on(Happening.Confirmed.class, by -> withReason("confirmed", by.by(), by.reason()))
                .on(Happening.Denied.class, by -> withReason("denied", by.by(), by.reason()))
                .on(Happening.Cancelled.class, by -> said("cancelled", "person", new Span.Mention(by.by())))
                .on(Happening.Expired.class, late -> said("expired", "command", again(request)));
    }

    private void approval(Cases<Happening, Line> cases, RescueRequest request) {
        cases.on(Happening.ApprovalAsked.class, asked -> askedToApprove(request, asked))
                .on(Happening.Reminded.class, again -> followedBy("tidings.reminded", again.also()))
                .on(Happening.Approved.class, this::approved)
                .on(Happening.Drifted.class, drifted -> said("drifted", "changes", drifts(drifted.changes())))
                .on(
                        Happening.GlassBroken.class,
                        alone -> phrasebook.line(
                                "tidings.glass-broken",
                                Map.of(
                                        "person", new Span.Mention(alone.by()),
                                        "reason", new Span.Foreign(alone.reason()),
                                        "until", moment(alone.reviewBy()))))
                .on(Happening.ReviewSigned.class, by -> said("review-signed", "person", new Span.Mention(by.by())))
                .on(Happening.ReviewOverdue.class, late -> said("review-overdue"));
    }

    private Line approved(Happening.Approved by) {
        Map<String, Span> slots = Map.of(
                "person",
                new Span.Mention(by.by()),
                "votes",
                number(by.votes()),
                "quorum",
                number(by.quorum()),
                "comment",
                new Span.Foreign(by.comment()));
        return phrasebook.line(by.comment().isEmpty() ? "tidings.approved" : "tidings.approved.comment", slots);
    }

    private Line askedToApprove(RescueRequest request, Happening.ApprovalAsked asked) {
        if (!asked.asked().isEmpty()) return followedBy("tidings.approval-asked", asked.asked());
        String permission =
                request.plan().clearance().agreement().approvers().permission().portalName();
        return said("approval-asked.anybody", "permission", new Span.Strong(permission));
    }

    /** A phrase and the people it speaks to. */
    private Line followedBy(String key, Set<SlackUserId> people) {
        List<Span> spans = new ArrayList<>(phrasebook.line(key).spans());
        people.stream()
                .sorted(Comparator.comparing(SlackUserId::value))
                .flatMap(person -> Stream.of(new Span.Words(" "), new Span.Mention(person)))
                .forEach(spans::add);
        return new Line(spans);
    }

    private Span drifts(List<Drift> changes) {
        return new Span.Foreign(changes.stream().map(this::drift).collect(Collectors.joining("; ")));
    }

    private String drift(Drift drift) {
        String was =
                drift.was().isEmpty() ? phrasebook.words("none") : drift.was().toLowerCase(Locale.ROOT);
        String is = drift.is().isEmpty() ? phrasebook.words("none") : drift.is().toLowerCase(Locale.ROOT);
        return phrasebook.words("drift." + Words.lower(drift.what())) + ": " + was + " → " + is;
    }

    private Line withReason(String key, SlackUserId person, String reason) {
        if (reason.isEmpty()) return said(key, "person", new Span.Mention(person));
        return phrasebook.line(
                "tidings." + key + ".reason",
                Map.of("person", new Span.Mention(person), "reason", new Span.Foreign(reason)));
    }

    private void launch(Cases<Happening, Line> cases, RescueRequest request) {
        cases.on(
                        Happening.NotAllowedAnyMore.class,
                        no -> said("not-allowed", "reason", flat(reasons.objection(no.objection()))))
                .on(Happening.Hindered.class, by -> reasons.obstacle(by.obstacle(), request.device()))
                .on(Happening.LaunchAccepted.class, yes -> said("launch-accepted"))
                .on(Happening.LaunchUnconfirmed.class, lost -> said("launch-unconfirmed"))
                .on(Happening.LaunchPostponed.class, later -> said("launch-postponed", "until", moment(later.until())))
                .on(Happening.LaunchRefused.class, no -> said("launch-refused", "detail", sentence(no.detail())))
                .on(Happening.StartedTooLate.class, late -> said("started-too-late", "command", again(request)))
                .on(
                        Happening.NothingBegins.class,
                        wait -> said(
                                wait.confirmed() ? "nothing-begins.confirmed" : "nothing-begins.unconfirmed",
                                "minutes",
                                Words.minutes(wait.waited())))
                .on(Happening.NothingBegan.class, over -> said("nothing-began", "command", again(request)));
    }

    private void boot(Cases<Happening, Line> cases, RescueRequest request) {
        cases.on(Happening.UnderWay.class, begun -> underWay(begun.wording(), begun.average()))
                .on(Happening.PoweredDown.class, down -> said("powered-down"))
                .on(Happening.Rebooting.class, up -> said("rebooting"))
                .on(Happening.KernelBooting.class, boots -> kernelBooting(boots.wording()))
                .on(Happening.IsInRescue.class, up -> inRescue(request))
                .on(
                        Happening.Lingers.class,
                        still -> phrasebook.line(
                                "tidings.lingers",
                                Map.of(
                                        "requester",
                                        new Span.Mention(
                                                request.plan().requester().person()),
                                        "device",
                                        Words.device(request.device()),
                                        "minutes",
                                        Words.minutes(still.since()))))
                .on(Happening.Stalled.class, late -> stalled(late.waited(), late.transaction()))
                .on(Happening.Vanished.class, gone -> said("vanished", "device", Words.device(request.device())));
    }

    private void leave(Cases<Happening, Line> cases, RescueRequest request) {
        cases.on(Happening.LeaveOrdered.class, by -> said("leave-ordered", "person", new Span.Mention(by.by())))
                .on(Happening.LeavePostponed.class, this::leavePostponed)
                .on(Happening.LeaveRefused.class, no -> said("leave-refused", "detail", sentence(no.detail())))
                .on(Happening.LeaveAccepted.class, yes -> said("leave-accepted"))
                .on(Happening.LeaveUnconfirmed.class, lost -> said("leave-unconfirmed"))
                .on(
                        Happening.LeaveUnheard.class,
                        quiet -> said(
                                quiet.stillInRescue() ? "leave-unheard.in-rescue" : "leave-unheard",
                                "minutes",
                                Words.minutes(quiet.waited())))
                .on(Happening.LeftByItself.class, left -> said("left-by-itself"))
                .on(Happening.IsBack.class, back -> said("back", "device", Words.device(request.device())))
                .on(Happening.NotBackYet.class, wait -> said("not-back-yet", "minutes", Words.minutes(wait.waited())));
    }

    private Line leavePostponed(Happening.LeavePostponed later) {
        if (later.left().isEmpty()) return said("leave-postponed", "until", moment(later.until()));
        return phrasebook.line(
                "tidings.leave-postponed.window",
                Map.of("minutes", Words.minutes(later.left().get()), "until", moment(later.until())));
    }

    private Message withEvidence(Line line, Evidence known) {
        Span evidence = new Span.Words(phrasebook.words("evidence." + Words.lower(known)));
        return new Message(line, false, List.of(new Part.Note(said("known-by", "evidence", evidence))));
    }

    private Line underWay(String step, Optional<Duration> average) {
        if (step.isEmpty()) return said("under-way.plain");
        Map<String, Span> slots =
                Map.of("step", new Span.Foreign(step), "minutes", Words.minutes(average.orElse(Duration.ZERO)));
        return phrasebook.line(average.isPresent() ? "tidings.under-way.average" : "tidings.under-way", slots);
    }

    /** The provider's own words are added where they say more than ours. */
    private Line kernelBooting(String step) {
        boolean saysNoMore = step.isEmpty() || step.toLowerCase(Locale.ROOT).contains("rescue kernel");
        return saysNoMore ? said("kernel-booting.plain") : said("kernel-booting", "step", new Span.Foreign(step));
    }

    private Line inRescue(RescueRequest request) {
        Optional<String> login = request.stage() instanceof InRescue in ? in.loginName() : Optional.empty();
        Map<String, Span> slots = Map.of(
                "device", Words.device(request.device()),
                "address", Words.address(request.device(), phrasebook.words("unknown")),
                "login", new Span.Code(login.orElse("")));
        return phrasebook.line(login.isPresent() ? "tidings.in-rescue" : "tidings.in-rescue.no-login", slots);
    }

    private Line stalled(Duration waited, OptionalLong transaction) {
        if (transaction.isEmpty()) return said("stalled", "minutes", Words.minutes(waited));
        Span number = new Span.Code(Long.toString(transaction.getAsLong()));
        return phrasebook.line(
                "tidings.stalled.transaction", Map.of("minutes", Words.minutes(waited), "transaction", number));
    }

    private Line said(String key) {
        return phrasebook.line("tidings." + key);
    }

    private Line said(String key, String slot, Span span) {
        return phrasebook.line("tidings." + key, Map.of(slot, span));
    }

    private static Span again(RescueRequest request) {
        return Words.command(request.device().name().hostname());
    }

    private static Span moment(Instant at) {
        return new Span.Moment(at);
    }

    private static Span number(int value) {
        return new Span.Words(Integer.toString(value));
    }

    private static Span flat(Line line) {
        List<Span> spans = new ArrayList<>(line.spans());
        return spans.size() == 1 ? spans.get(0) : new Span.Foreign(line.plain());
    }

    /** The provider's words, ended like a sentence. */
    private static Span sentence(String detail) {
        String trimmed = detail.strip();
        boolean ended = trimmed.isEmpty() || ".!?".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0;
        return new Span.Foreign(ended ? trimmed : trimmed + ".");
    }
}
