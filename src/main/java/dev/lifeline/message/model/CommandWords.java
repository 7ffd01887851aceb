package dev.lifeline.message.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words after {@code /rescue} in every language of the catalogue, whoever types them. */
public final class CommandWords {

    /** The English words, in the order of the help; the first one may be left out. */
    public static final List<String> COMMANDS = List.of(
            "rescue",
            "list",
            "status",
            "exit",
            "drill",
            "access",
            "history",
            "timeline",
            "whoami",
            "link",
            "unlink",
            "links",
            "doctor",
            "help");

    private static final Map<String, String> COMMANDS_BY_WORD = commandsByWord();

    private CommandWords() {}

    /** The English word for a word of any language; empty where it is none. */
    public static Optional<String> find(String typed) {
        String word = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(COMMANDS_BY_WORD.get(word));
    }

    /** The words of a language for a command, the one that help shows first. */
    public static List<String> words(MessageCatalog catalog, String command) {
        return Arrays.asList(catalog.text("command." + command).split(" "));
    }

    private static Map<String, String> commandsByWord() {
        Map<String, String> commands = new HashMap<>();
        for (Locale language : MessageCatalog.languages()) {
            MessageCatalog catalog = MessageCatalog.forLocale(language);
            for (String command : COMMANDS)
                words(catalog, command).forEach(word -> commands.putIfAbsent(word, command));
        }
        return Map.copyOf(commands);
    }
}
