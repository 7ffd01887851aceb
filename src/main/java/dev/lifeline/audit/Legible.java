package dev.lifeline.audit;

import java.util.stream.Collectors;

/**
 * How does a text stand in the record that a person or a provider wrote? In their own words, so that nothing is lost; but no longer
 * than anybody reads, and with what nobody can see or what turns the reading direction spelt as {@code ⟨U+202E⟩} (promise P9).
 */
final class Legible {

    /** More than a person types at night, in characters. */
    static final int LONGEST = 1_000;

    private Legible() {}

    /** What is legible already stays as it is. */
    static String text(String told) {
        String shown = told.codePoints().mapToObj(Legible::shown).collect(Collectors.joining());
        if (length(shown) <= LONGEST) return shown;
        String more = "… (" + length(told) + " characters)";
        return shown.substring(0, shown.offsetByCodePoints(0, LONGEST - length(more))) + more;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String shown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> point == '\n' ? "\n" : "⟨U+%04X⟩".formatted(point);
            default -> Character.toString(point);
        };
    }
}
