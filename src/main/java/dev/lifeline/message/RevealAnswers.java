package dev.lifeline.message;

import dev.lifeline.message.Part.Fact;
import dev.lifeline.message.Part.Facts;
import dev.lifeline.message.Part.Note;
import dev.lifeline.rescue.RescueRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands in the window of somebody who wants to see a password? The password itself is nobody's words: the door puts it below. */
public final class RevealAnswers {

    private final Phrasebook phrasebook;

    public RevealAnswers(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /** At once, before anything is known. */
    public Message waiting() {
        return Message.saying(phrasebook.line("reveal.waiting"));
    }

    /** What the window is called; at most 24 characters (slack.md 4.1). */
    public String title() {
        return phrasebook.words("reveal.title");
    }

    /** What closes it. */
    public String close() {
        return phrasebook.words("reveal.close");
    }

    /** What stands above the password. */
    public Message above(RescueRequest request, String username) {
        List<Fact> facts = new ArrayList<>(List.of(fact("fact.device", Words.device(request.device()))));
        if (!username.isEmpty()) facts.add(fact("fact.log-in-as", new Span.Code(username)));
        return new Message(
                phrasebook.line("reveal.record"),
                false,
                List.of(new Facts(facts), new Note(phrasebook.line("reveal.audited"))));
    }

    /** The provider tells none: there is none, or the bot may not read it. */
    public Message noneOnRecord(RescueRequest request) {
        return say("reveal.none", request);
    }

    public Message providerAway(RescueRequest request) {
        return say("reveal.provider-away", request);
    }

    /** The device is not in rescue, or not any more. */
    public Message notEnterable(RescueRequest request) {
        return say("reveal.not-enterable", request);
    }

    /** There was no window to show it in, or it is gone. */
    public Message noWindow(RescueRequest request) {
        return say("reveal.no-window", request);
    }

    /** The platform did not say whether it was shown. */
    public Message perhapsShown(RescueRequest request) {
        return say("reveal.perhaps", request);
    }

    private Message say(String phrase, RescueRequest request) {
        return Message.saying(phrasebook.line(phrase, Map.of("device", Words.device(request.device()))));
    }

    private Fact fact(String label, Span value) {
        return new Fact(phrasebook.words(label), Line.of(value));
    }
}
