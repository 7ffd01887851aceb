package dev.lifeline.message;

import dev.lifeline.access.Deed;
import dev.lifeline.message.Part.Bullets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What can one type? */
public final class Help {

    private static final List<String> COMMANDS = List.of(
            "DEVICE",
            "list [TEXT]",
            "status [DEVICE]",
            "exit DEVICE",
            "access [@person] [DEVICE]",
            "history [DEVICE]",
            "timeline DEVICE",
            "whoami",
            "link",
            "unlink",
            "links",
            "help");

    /** What a person has to be allowed for a command to be of use. */
    private static final Map<String, Deed> NEEDED = Map.of("rescue", Deed.LAUNCH, "exit", Deed.RETURN);

    private final Phrasebook phrasebook;

    public Help(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    public Message message() {
        return forWhoMay(deed -> true);
    }

    /** The same for somebody who is known: what they may not do so far is marked. */
    public Message forWhoMay(Predicate<Deed> may) {
        return Message.headed(phrasebook.line("help.title"), List.of(commands(may)));
    }

    /** The same, after something that is none of them. */
    public Message after(String typed) {
        Line unknown = phrasebook.line("help.unknown", Map.of("typed", Span.Foreign.typed(typed)));
        return new Message(unknown, false, List.of(commands(deed -> true)));
    }

    private Bullets commands(Predicate<Deed> may) {
        return new Bullets(COMMANDS.stream().map(typed -> command(typed, may)).toList());
    }

    private Line command(String typed, Predicate<Deed> may) {
        String verb = typed.equals("DEVICE") ? "rescue" : typed.split(" ")[0];
        List<Span> spans = new ArrayList<>(List.of(new Span.Code("/rescue " + typed), new Span.Words(" ")));
        spans.addAll(phrasebook.line("help." + verb).spans());
        boolean allowed = Optional.ofNullable(NEEDED.get(verb)).map(may::test).orElse(true);
        if (!allowed) spans.addAll(notYet());
        return new Line(spans);
    }

    private List<Span> notYet() {
        List<Span> spans = new ArrayList<>(List.of(new Span.Words(" ")));
        spans.addAll(phrasebook
                .line("help.not-yet", Map.of("command", Words.command("whoami")))
                .spans());
        return spans;
    }
}
