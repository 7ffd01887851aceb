package dev.lifeline.message;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Page.Entry;
import dev.lifeline.message.Page.Outcome;
import dev.lifeline.message.Part.Fact;
import dev.lifeline.message.Part.Facts;
import dev.lifeline.message.Part.Note;
import dev.lifeline.message.Part.Paragraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What do the pages say on which somebody shows which cloud user they are? First of all whose Slack account it is. */
public final class LinkPages {

    /** Why was a key of no use? */
    public enum Refusal {
        WRONG,
        AWAY,
        FOREIGN,
        INACTIVE
    }

    /** Why is there nothing more to be done with a link? */
    public enum Over {
        USED,
        EXPIRED,
        UNKNOWN,
        TRIES,
        NOT_SERVED
    }

    /**
     * Whose Slack account is it?
     *
     * @param workspace its name; empty where Slack has not told it yet
     */
    public record Whose(Person person, String workspace) {}

    private static final Map<String, Span> COMMANDS =
            Map.of("command", Words.command("link"), "unlink", Words.command("unlink"));

    private final Phrasebook phrasebook;

    LinkPages(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /** Asks for name and key. */
    public Page ask(Whose whose, Instant until) {
        return asking(Outcome.FINE, whose, until, List.of());
    }

    /** Asks again. */
    public Page refused(Whose whose, Instant until, Refusal why) {
        return asking(Outcome.TRY_AGAIN, whose, until, List.of(paragraph("page.refused." + Words.lower(why))));
    }

    private Page asking(Outcome outcome, Whose whose, Instant until, List<Part> first) {
        List<Part> parts = new ArrayList<>(first);
        parts.add(paragraph("page.ask.who"));
        parts.add(new Facts(facts(whose)));
        parts.add(paragraph("page.ask.how"));
        parts.add(new Note(phrasebook.line("page.ask.until", Map.of("until", new Span.Moment(until)))));
        Entry entry = new Entry(
                "",
                List.of(typed("username", "page.ask.username", false), typed("key", "page.ask.key", true)),
                phrasebook.words("page.ask.send"));
        return new Page(outcome, Message.headed(phrasebook.line("page.ask.title"), parts), Optional.of(entry));
    }

    /**
     * Asks whether it is right.
     *
     * @param others who acts as that cloud user already
     * @param confirmation what has to come back
     */
    public Page confirm(Whose whose, CloudUser user, List<SlackUserId> others, String confirmation) {
        List<Fact> facts = new ArrayList<>(facts(whose));
        facts.add(fact("user", new Span.Foreign(user.username())));
        others.forEach(other -> facts.add(fact("others", new Span.Code(other.value()))));
        List<Part> parts = List.of(
                new Paragraph(phrasebook.line("page.confirm.text", both(whose, user))),
                new Facts(facts),
                paragraph("page.confirm.not-you"));
        Entry entry = new Entry(
                "/confirm",
                List.of(new Page.Carried("confirmation", confirmation)),
                phrasebook.words("page.confirm.send"));
        return new Page(Outcome.FINE, Message.headed(phrasebook.line("page.confirm.title"), parts), Optional.of(entry));
    }

    public Page done(Whose whose, CloudUser user) {
        Part done = new Paragraph(phrasebook.line("page.done.text", both(whose, user)));
        return new Page(
                Outcome.FINE, Message.headed(phrasebook.line("page.done.title"), List.of(done)), Optional.empty());
    }

    /** Whatever the reason, the next thing to do is the same. */
    public Page over(Over why) {
        return over("page.over.title", "page.over." + Words.lower(why).replace('_', '-'), "page.over.next");
    }

    /** Our own fault. */
    public Page trouble() {
        return over("page.trouble.title", "page.trouble.text");
    }

    private Page over(String title, String... paragraphs) {
        List<Part> parts = new ArrayList<>();
        for (String key : paragraphs) parts.add(paragraph(key));
        return new Page(Outcome.OVER, Message.headed(phrasebook.line(title), parts), Optional.empty());
    }

    private List<Fact> facts(Whose whose) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("name", new Span.Foreign(whose.person().name())));
        facts.add(fact("id", new Span.Code(whose.person().id().value())));
        if (!whose.workspace().isEmpty()) facts.add(fact("workspace", new Span.Foreign(whose.workspace())));
        whose.person().email().ifPresent(email -> facts.add(fact("email", new Span.Foreign(email))));
        return facts;
    }

    private Fact fact(String name, Span value) {
        return new Fact(phrasebook.words("page.fact." + name), Line.of(value));
    }

    private static Map<String, Span> both(Whose whose, CloudUser user) {
        return Map.of(
                "name", new Span.Foreign(whose.person().name()),
                "id", new Span.Code(whose.person().id().value()),
                "username", new Span.Foreign(user.username()));
    }

    private Page.Typed typed(String name, String key, boolean secret) {
        return new Page.Typed(name, phrasebook.words(key), phrasebook.words(key + ".hint"), secret);
    }

    private Part paragraph(String key) {
        return new Paragraph(phrasebook.line(key, COMMANDS));
    }
}
