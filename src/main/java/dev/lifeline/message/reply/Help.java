package dev.lifeline.message.reply;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.message.model.CommandWords;
import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.MessageBlock.BulletList;
import dev.lifeline.message.model.MessageBlock.Context;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The help text: every command, with a sentence on each. */
public final class Help {

    /** The operation without which a command is of no use. */
    private static final Map<String, DeviceOperation> REQUIRED_OPERATIONS = Map.of(
            "rescue", DeviceOperation.LAUNCH_RESCUE,
            "drill", DeviceOperation.LAUNCH_RESCUE,
            "exit", DeviceOperation.EXIT_RESCUE);

    /** The texts, which are the same for all who read a language and may do the same. */
    private static final Map<Variant, Message> MESSAGES = new ConcurrentHashMap<>();

    private final MessageCatalog catalog;

    private record Variant(Locale language, Set<DeviceOperation> allowed) {}

    /** The help in the language of a locale; English where the catalogue lacks a phrase. */
    public static Help in(Locale locale) {
        return new Help(MessageCatalog.forLocale(locale));
    }

    private Help(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** The help of a user who is not identified. */
    public Message message() {
        return forAllowedOperations(deviceOperation -> true);
    }

    /** The help of an identified user: commands of operations that they may not perform are marked. */
    public Message forAllowedOperations(Predicate<DeviceOperation> allowed) {
        Set<DeviceOperation> allowedOnes =
                REQUIRED_OPERATIONS.values().stream().filter(allowed).collect(Collectors.toUnmodifiableSet());
        return MESSAGES.computeIfAbsent(new Variant(catalog.language(), allowedOnes), this::message);
    }

    private Message message(Variant variant) {
        return Message.withHeader(catalog.line("help.title"), commandList(variant.allowed()::contains));
    }

    /** The help after an unknown command. */
    public Message forUnknownCommand(String typed) {
        TextLine unknown = catalog.line("help.unknown", Map.of("typed", TextRun.UntrustedText.truncated(typed)));
        return new Message(unknown, false, commandList(deviceOperation -> true));
    }

    private List<MessageBlock> commandList(Predicate<DeviceOperation> allowed) {
        MessageBlock commands = new BulletList(CommandWords.COMMANDS.stream()
                .map(subcommand -> commandEntry(subcommand, allowed))
                .toList());
        return catalog.language().equals(Locale.ENGLISH) ? List.of(commands) : List.of(commands, englishWords());
    }

    /** Every reader may type English words too, which other tools and older notes use. */
    private MessageBlock englishWords() {
        String words = CommandWords.COMMANDS.stream().skip(1).collect(Collectors.joining(", "));
        return new Context(catalog.line("help.english", Map.of("words", new TextRun.Code(words))));
    }

    private TextLine commandEntry(String subcommand, Predicate<DeviceOperation> allowed) {
        TextRun usage = CommonTerms.slashCommand(catalog.text("usage." + subcommand));
        List<TextRun> textRuns = new ArrayList<>(List.of(usage, new TextRun.Text(" ")));
        textRuns.addAll(catalog.line("help." + subcommand).runs());
        boolean marked = !Optional.ofNullable(REQUIRED_OPERATIONS.get(subcommand))
                .map(allowed::test)
                .orElse(true);
        if (marked) textRuns.addAll(notAllowedNote());
        return new TextLine(textRuns);
    }

    private List<TextRun> notAllowedNote() {
        List<TextRun> textRuns = new ArrayList<>(List.of(new TextRun.Text(" ")));
        textRuns.addAll(catalog.line("help.not-yet", Map.of("command", CommonTerms.slashCommand("whoami")))
                .runs());
        return textRuns;
    }
}
