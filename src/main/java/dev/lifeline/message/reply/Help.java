package dev.lifeline.message.reply;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final Map<String, DeviceOperation> REQUIRED_OPERATIONS =
            Map.of("rescue", DeviceOperation.LAUNCH_RESCUE, "exit", DeviceOperation.EXIT_RESCUE);

    private final MessageCatalog catalog;

    /** The help in the language of a locale; English where the catalogue lacks a phrase. */
    public static Help in(Locale locale) {
        return new Help(MessageCatalog.forLocale(locale));
    }

    private Help(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    public Message message() {
        return forAllowedOperations(deviceOperation -> true);
    }

    /** The same for somebody who is known: what they may not do so far is marked. */
    public Message forAllowedOperations(Predicate<DeviceOperation> may) {
        return Message.withHeader(catalog.line("help.title"), List.of(commandList(may)));
    }

    /** The same, after something that is none of them. */
    public Message forUnknownCommand(String typed) {
        TextLine unknown = catalog.line("help.unknown", Map.of("typed", TextRun.UntrustedText.truncated(typed)));
        return new Message(unknown, false, List.of(commandList(deviceOperation -> true)));
    }

    private BulletList commandList(Predicate<DeviceOperation> may) {
        return new BulletList(
                COMMANDS.stream().map(typed -> commandEntry(typed, may)).toList());
    }

    private TextLine commandEntry(String typed, Predicate<DeviceOperation> may) {
        String verb = typed.equals("DEVICE") ? "rescue" : typed.split(" ")[0];
        List<TextRun> textRuns = new ArrayList<>(List.of(new TextRun.Code("/rescue " + typed), new TextRun.Text(" ")));
        textRuns.addAll(catalog.line("help." + verb).runs());
        boolean allowed = Optional.ofNullable(REQUIRED_OPERATIONS.get(verb))
                .map(may::test)
                .orElse(true);
        if (!allowed) textRuns.addAll(notAllowedNote());
        return new TextLine(textRuns);
    }

    private List<TextRun> notAllowedNote() {
        List<TextRun> textRuns = new ArrayList<>(List.of(new TextRun.Text(" ")));
        textRuns.addAll(catalog.line("help.not-yet", Map.of("command", CommonTerms.slashCommand("whoami")))
                .runs());
        return textRuns;
    }
}
