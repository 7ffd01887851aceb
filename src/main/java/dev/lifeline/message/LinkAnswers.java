package dev.lifeline.message;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Link;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Unbindable;
import dev.lifeline.message.Choice.Weight;
import dev.lifeline.message.Part.Bullets;
import dev.lifeline.message.Part.Choices;
import dev.lifeline.message.Part.Note;
import dev.lifeline.message.Part.Paragraph;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What does a person hear about who is which cloud user? Always alone. */
public final class LinkAnswers {

    private static final int ROWS = 20;

    private static final Map<String, Span> COMMAND = Map.of("command", Words.command("link"));
    private static final Map<String, Span> UNLINK = Map.of("command", Words.command("unlink"));

    private final Phrasebook phrasebook;

    LinkAnswers(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /** The pages that the offer leads to. */
    public LinkPages pages() {
        return new LinkPages(phrasebook);
    }

    /** Where to show which cloud user one is. */
    public Message offer(URI address, Instant until) {
        Span shown = new Span.Address(address.toString(), phrasebook.words("link.offer.label"));
        Line note = phrasebook.line("link.offer.note", Map.of("until", new Span.Moment(until)));
        return new Message(
                phrasebook.line("link.offer", Map.of("address", shown)), false, List.of(new Paragraph(note)));
    }

    /** To whoever was linked by a key. */
    public Message done(CloudUser user) {
        return warned(phrasebook.line("link.done", named(user)), phrasebook.line("link.done.not-you", UNLINK));
    }

    /** To everybody else who acts as that cloud user. */
    public Message also(SlackUserId person, CloudUser user) {
        Line line = phrasebook.line("link.also", about(person, user));
        return warned(line, phrasebook.line("link.also.not-you"));
    }

    public Message cut() {
        return say("link.cut", COMMAND);
    }

    /** To whoever cut somebody else's. */
    public Message cut(SlackUserId person) {
        return say("link.cut.other", Map.of("person", new Span.Mention(person)));
    }

    /** To the one whose link somebody cut. */
    public Message cutBy(SlackUserId by) {
        return say("link.cut.told", Map.of("by", new Span.Mention(by), "command", Words.command("link")));
    }

    public Message nothingToCut() {
        return say("link.cut.none", Map.of());
    }

    public Message nothingToCut(SlackUserId person) {
        return say("link.cut.none.other", Map.of("person", new Span.Mention(person)));
    }

    /** Before somebody is bound. */
    public Message askToBind(SlackUserId person, CloudUser user, String subject) {
        return Message.headed(
                phrasebook.line("link.bind.question", about(person, user)),
                List.of(
                        new Paragraph(phrasebook.line("link.bind.text")),
                        new Choices(List.of(
                                Choice.of(Action.BIND, phrasebook.words("link.bind.yes"), subject, Weight.PRIMARY),
                                Choice.of(
                                        Action.LEAVE_UNBOUND,
                                        phrasebook.words("link.bind.no"),
                                        subject,
                                        Weight.PLAIN)))));
    }

    public Message leftUnbound() {
        return say("link.bind.left", Map.of());
    }

    /** To whoever bound somebody. */
    public Message bound(SlackUserId person, CloudUser user) {
        return say("link.bind.done", about(person, user));
    }

    /** To the one whom somebody bound. */
    public Message boundBy(SlackUserId by, CloudUser user) {
        Line line = phrasebook.line(
                "link.bind.told", Map.of("by", new Span.Mention(by), "username", new Span.Foreign(user.username())));
        return warned(line, phrasebook.line("link.bind.told.not-you", UNLINK));
    }

    public Message cannotBind(Unbindable why) {
        return say("link.bind.refused." + Words.lower(why), COMMAND);
    }

    public Message howToBind() {
        return say("link.bind.usage", Map.of("command", Words.command("link @person USERNAME")));
    }

    /**
     * Who is linked to whom.
     *
     * @param users the cloud user of each link, in the same order
     */
    public Message list(List<Link> links, List<CloudUser> users) {
        if (links.isEmpty()) return say("link.list.none", Map.of());
        List<Line> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(ROWS, links.size()); i++) rows.add(row(links.get(i), users.get(i)));
        List<Part> parts = new ArrayList<>(List.of(new Bullets(rows)));
        if (links.size() > ROWS) parts.add(new Note(more(links.size() - ROWS)));
        return Message.headed(phrasebook.line("link.list.title"), parts);
    }

    private Line row(Link link, CloudUser user) {
        Line basis = phrasebook.line(
                "link.basis." + Words.lower(link.basis()),
                Map.of("by", new Span.Foreign(link.made().by().value())));
        return phrasebook.line(
                "link.list.row",
                Map.of(
                        "person", new Span.Mention(link.person()),
                        "username", new Span.Foreign(user.username()),
                        "basis", new Span.Words(basis.plain()),
                        "at", new Span.Moment(link.made().at())));
    }

    private Line more(int count) {
        return phrasebook.line("link.list.more", Map.of("count", new Span.Words(Integer.toString(count))));
    }

    private static Map<String, Span> named(CloudUser user) {
        return Map.of("username", new Span.Foreign(user.username()));
    }

    private static Map<String, Span> about(SlackUserId person, CloudUser user) {
        return Map.of("person", new Span.Mention(person), "username", new Span.Foreign(user.username()));
    }

    private static Message warned(Line line, Line warning) {
        return new Message(line, false, List.of(new Paragraph(warning)));
    }

    private Message say(String key, Map<String, Span> slots) {
        return Message.saying(phrasebook.line(key, slots));
    }
}
