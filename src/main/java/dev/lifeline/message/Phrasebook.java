package dev.lifeline.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How is it said in this language? English where a language lacks a phrase. */
public final class Phrasebook {

    private static final String NAME = "dev.lifeline.message.phrases";

    /** A {@code {name}} to be filled in, or {@code *words*} that stand out. */
    private static final Pattern MARK = Pattern.compile("\\{([a-z-]+)}|\\*([^*]+)\\*");

    private final ResourceBundle phrases;

    private Phrasebook(ResourceBundle phrases) {
        this.phrases = phrases;
    }

    /** The phrasebook for a reader. */
    public static Phrasebook in(Locale locale) {
        ResourceBundle.Control english =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Phrasebook(ResourceBundle.getBundle(NAME, locale, english));
    }

    /** A phrase with nothing to fill in. */
    public String words(String key) {
        return phrases.getString(key);
    }

    /** A phrase, its {@code {names}} filled in; foreign text stays marked as foreign. */
    public Line line(String key, Map<String, Span> slots) {
        String phrase = phrases.getString(key);
        List<Span> spans = new ArrayList<>();
        Matcher mark = MARK.matcher(phrase);
        int from = 0;
        while (mark.find()) {
            addWords(spans, phrase.substring(from, mark.start()));
            spans.add(mark.group(1) == null ? new Span.Strong(mark.group(2)) : slot(key, slots, mark.group(1)));
            from = mark.end();
        }
        addWords(spans, phrase.substring(from));
        return new Line(spans);
    }

    /** A phrase with nothing to fill in, as a line. */
    public Line line(String key) {
        return line(key, Map.of());
    }

    private static void addWords(List<Span> spans, String words) {
        if (!words.isEmpty()) spans.add(new Span.Words(words));
    }

    private static Span slot(String key, Map<String, Span> slots, String name) {
        Span filled = slots.get(name);
        if (filled == null) throw new IllegalArgumentException("phrase " + key + " needs {" + name + "}");
        return filled;
    }
}
