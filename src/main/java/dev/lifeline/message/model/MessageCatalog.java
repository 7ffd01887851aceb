package dev.lifeline.message.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How is it said in this language? English where a language lacks a phrase. */
public final class MessageCatalog {

    private static final String BUNDLE_NAME = "dev.lifeline.message.phrases";

    /** A {@code {name}} to be filled in, or {@code *words*} that stand out. */
    private static final Pattern MARKUP = Pattern.compile("\\{([a-z-]+)}|\\*([^*]+)\\*");

    private final ResourceBundle bundle;

    private MessageCatalog(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The phrasebook for a reader. */
    public static MessageCatalog forLocale(Locale locale) {
        ResourceBundle.Control english =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new MessageCatalog(ResourceBundle.getBundle(BUNDLE_NAME, locale, english));
    }

    /** A phrase with nothing to fill in. */
    public String text(String key) {
        return bundle.getString(key);
    }

    /** A phrase, its {@code {names}} filled in; foreign text stays marked as foreign. */
    public TextLine line(String key, Map<String, TextRun> slots) {
        String phrase = bundle.getString(key);
        List<TextRun> textRuns = new ArrayList<>();
        Matcher mark = MARKUP.matcher(phrase);
        int from = 0;
        while (mark.find()) {
            addText(textRuns, phrase.substring(from, mark.start()));
            textRuns.add(mark.group(1) == null ? new TextRun.Bold(mark.group(2)) : argument(key, slots, mark.group(1)));
            from = mark.end();
        }
        addText(textRuns, phrase.substring(from));
        return new TextLine(textRuns);
    }

    /** A phrase with nothing to fill in, as a line. */
    public TextLine line(String key) {
        return line(key, Map.of());
    }

    private static void addText(List<TextRun> textRuns, String words) {
        if (!words.isEmpty()) textRuns.add(new TextRun.Text(words));
    }

    private static TextRun argument(String key, Map<String, TextRun> slots, String name) {
        TextRun filled = slots.get(name);
        if (filled == null) throw new IllegalArgumentException("phrase " + key + " needs {" + name + "}");
        return filled;
    }
}
