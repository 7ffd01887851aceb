package dev.lifeline.message;

import dev.lifeline.message.Part.Bullets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can one type? */
public final class Help {

    private static final List<String> COMMANDS = List.of(
            "DEVICE", "list [TEXT]", "status [DEVICE]", "exit DEVICE", "whoami", "link", "unlink", "links", "help");

    private final Phrasebook phrasebook;

    public Help(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    public Message message() {
        return Message.headed(phrasebook.line("help.title"), List.of(commands()));
    }

    /** The same, after something that is none of them. */
    public Message after(String typed) {
        Line unknown = phrasebook.line("help.unknown", Map.of("typed", new Span.Foreign(typed)));
        return new Message(unknown, false, List.of(commands()));
    }

    private Bullets commands() {
        return new Bullets(COMMANDS.stream().map(this::command).toList());
    }

    private Line command(String typed) {
        String verb = typed.equals("DEVICE") ? "rescue" : typed.split(" ")[0];
        List<Span> spans = new ArrayList<>(List.of(new Span.Code("/rescue " + typed), new Span.Words(" ")));
        spans.addAll(phrasebook.line("help." + verb).spans());
        return new Line(spans);
    }
}
