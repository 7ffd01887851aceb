package dev.lifeline.message.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A message to one person, written before it is known in which language they read.
 *
 * @param message in the workspace's language, for whom nothing better is known
 * @param linkLabel text of a link to the status message, in the same language
 * @param others the same in each other language, by its tag
 */
public record Translations(Message message, String linkLabel, Map<String, Translation> others) {

    /** The message in one language. */
    public record Translation(Message message, String linkLabel) {}

    public Translations {
        others = Map.copyOf(others);
    }

    /** In one language only. */
    public Translations(Message message, String linkLabel) {
        this(message, linkLabel, Map.of());
    }

    /**
     * In every language of the catalogue.
     *
     * @param workspace the language of the workspace
     */
    public static Translations of(Locale workspace, Function<Locale, Translation> text) {
        Map<String, Translation> others = new HashMap<>();
        for (Locale language : MessageCatalog.languages())
            if (!language.equals(MessageCatalog.forLocale(workspace).language()))
                others.put(language.toLanguageTag(), text.apply(language));
        Translation first = text.apply(workspace);
        return new Translations(first.message(), first.linkLabel(), others);
    }

    /** The message for a reader. */
    public Translation in(Locale locale) {
        String language = MessageCatalog.forLocale(locale).language().toLanguageTag();
        return others.getOrDefault(language, new Translation(message, linkLabel));
    }
}
