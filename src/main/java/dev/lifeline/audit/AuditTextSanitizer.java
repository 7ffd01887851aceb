package dev.lifeline.audit;

import java.util.stream.Collectors;

/**
 * How does a text stand in the record that a person or a provider wrote? In their own words, so that nothing is lost; but no longer
 * than anybody reads, and with what nobody can see or what turns the reading direction spelt as {@code ⟨U+202E⟩} (promise P9).
 */
final class AuditTextSanitizer {

    /** More than a person types at night, in characters. */
    static final int MAX_TEXT_CHARS = 1_000;

    private AuditTextSanitizer() {}

    /** What is legible already stays as it is. */
    static String sanitize(String told) {
        String shown = told.codePoints().mapToObj(AuditTextSanitizer::escape).collect(Collectors.joining());
        if (lengthInCodePoints(shown) <= MAX_TEXT_CHARS) return shown;
        String more = "… (" + lengthInCodePoints(told) + " characters)";
        return shown.substring(0, shown.offsetByCodePoints(0, MAX_TEXT_CHARS - lengthInCodePoints(more))) + more;
    }

    private static int lengthInCodePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String escape(int point) {
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
