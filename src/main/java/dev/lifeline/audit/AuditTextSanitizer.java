package dev.lifeline.audit;

import java.util.stream.Collectors;

/**
 * Makes untrusted text safe to read in the log: kept verbatim up to {@value #MAX_TEXT_CHARS} characters, with invisible
 * characters and those that change the reading direction spelt as {@code ⟨U+202E⟩} (promise P9).
 */
final class AuditTextSanitizer {

    /** Maximum length of a text, in code points; a truncated text states its original length. */
    static final int MAX_TEXT_CHARS = 1_000;

    private AuditTextSanitizer() {}

    /** Returns the text in readable form; idempotent. */
    static String sanitize(String text) {
        String escaped = text.codePoints()
                .limit(MAX_TEXT_CHARS + 1L)
                .mapToObj(AuditTextSanitizer::escape)
                .collect(Collectors.joining());
        if (lengthInCodePoints(escaped) <= MAX_TEXT_CHARS) return escaped;
        String suffix = "… (" + lengthInCodePoints(text) + " characters)";
        return escaped.substring(0, escaped.offsetByCodePoints(0, MAX_TEXT_CHARS - lengthInCodePoints(suffix)))
                + suffix;
    }

    private static int lengthInCodePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String escape(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> codePoint == '\n' ? "\n" : "⟨U+%04X⟩".formatted(codePoint);
            default -> Character.toString(codePoint);
        };
    }
}
