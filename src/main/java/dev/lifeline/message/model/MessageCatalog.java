package dev.lifeline.message.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The message catalogue of one language; English where that language lacks a phrase. Immutable and thread-safe. */
public final class MessageCatalog {

    private static final String BUNDLE_NAME = "dev.lifeline.message.phrases";

    /** A {@code {placeholder}}, or {@code *bold*} text. */
    private static final Pattern MARKUP = Pattern.compile("\\{([a-z-]+)}|\\*([^*]+)\\*");

    private static final List<Locale> LANGUAGES = Stream.concat(
                    Stream.of(Locale.ENGLISH),
                    Arrays.stream(Locale.getISOLanguages())
                            .filter(MessageCatalog::hasFile)
                            .map(Locale::forLanguageTag))
            .toList();

    private final ResourceBundle bundle;

    private MessageCatalog(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The languages that have a catalogue, English first: a file {@code phrases_xx.properties} adds the language {@code xx}. */
    public static List<Locale> languages() {
        return LANGUAGES;
    }

    private static boolean hasFile(String language) {
        return MessageCatalog.class.getResource("/" + BUNDLE_NAME.replace('.', '/') + "_" + language + ".properties")
                != null;
    }

    /** The catalogue for a locale. */
    public static MessageCatalog forLocale(Locale locale) {
        ResourceBundle.Control english =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new MessageCatalog(ResourceBundle.getBundle(BUNDLE_NAME, locale, english));
    }

    /** The language that the phrases are in: English where that of the locale has no catalogue. */
    public Locale language() {
        return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
    }

    /**
     * A phrase without placeholders, as text.
     *
     * @throws java.util.MissingResourceException when there is no such phrase
     */
    public String text(String key) {
        return bundle.getString(key);
    }

    /**
     * A phrase with its placeholders filled in; untrusted text stays an untrusted run.
     *
     * @throws IllegalArgumentException when an argument is missing
     * @throws java.util.MissingResourceException when there is no such phrase
     */
    public TextLine line(String key, Map<String, TextRun> arguments) {
        String phrase = bundle.getString(key);
        List<TextRun> textRuns = new ArrayList<>();
        Matcher markup = MARKUP.matcher(phrase);
        int from = 0;
        while (markup.find()) {
            addText(textRuns, phrase.substring(from, markup.start()));
            textRuns.add(
                    markup.group(1) == null
                            ? new TextRun.Bold(markup.group(2))
                            : argument(key, arguments, markup.group(1)));
            from = markup.end();
        }
        addText(textRuns, phrase.substring(from));
        return new TextLine(textRuns);
    }

    /**
     * A phrase about a number of things. That about a single one is a phrase of its own, because its grammar differs. English, German
     * and Italian have no third form (src/docs/decisions/0058-plurals-without-a-library.md).
     */
    public TextLine line(String key, int count, Map<String, TextRun> arguments) {
        Map<String, TextRun> counted = new HashMap<>(arguments);
        counted.put("count", new TextRun.Text(Integer.toString(count)));
        return line(count == 1 ? key + ".one" : key, counted);
    }

    /** A phrase without placeholders, as a line. */
    public TextLine line(String key) {
        return line(key, Map.of());
    }

    private static void addText(List<TextRun> textRuns, String text) {
        if (!text.isEmpty()) textRuns.add(new TextRun.Text(text));
    }

    private static TextRun argument(String key, Map<String, TextRun> arguments, String name) {
        TextRun argument = arguments.get(name);
        if (argument == null) throw new IllegalArgumentException("phrase " + key + " needs {" + name + "}");
        return argument;
    }
}
