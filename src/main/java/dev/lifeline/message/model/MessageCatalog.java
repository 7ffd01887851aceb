package dev.lifeline.message.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message catalogue of one language; English where that language lacks a phrase. Immutable and thread-safe. */
public final class MessageCatalog {

    private static final String BUNDLE_NAME = "dev.lifeline.message.phrases";

    /** A {@code {placeholder}}, or {@code *bold*} text. */
    private static final Pattern MARKUP = Pattern.compile("\\{([a-z-]+)}|\\*([^*]+)\\*");

    private final ResourceBundle bundle;

    private MessageCatalog(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The catalogue for a locale. */
    public static MessageCatalog forLocale(Locale locale) {
        ResourceBundle.Control english =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new MessageCatalog(ResourceBundle.getBundle(BUNDLE_NAME, locale, english));
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
            textRuns.add(markup.group(1) == null ? new TextRun.Bold(markup.group(2)) : argument(key, arguments, markup.group(1)));
            from = markup.end();
        }
        addText(textRuns, phrase.substring(from));
        return new TextLine(textRuns);
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
