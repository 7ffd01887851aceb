package dev.lifeline.slack.blockkit;

import java.util.stream.Collectors;

/**
 * Sanitizes untrusted text for display (promise P9): removes control characters and invisible format characters, among them those that
 * change the reading direction; keeps line ends where they are allowed. Stateless.
 */
public final class TextSanitizer {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Above what Slack takes in any message; nothing beyond it is looked at. */
    private static final int MAX_TEXT_CHARS = 40_000;

    private TextSanitizer() {}

    /** Sanitized, on one line. */
    public static String sanitizeLine(String text) {
        return sanitizeLines(text).replace('\n', ' ');
    }

    /** Sanitized, line ends kept. */
    static String sanitizeLines(String text) {
        if (isPlain(text)) return text;
        return text.codePoints()
                .limit(MAX_TEXT_CHARS)
                .mapToObj(TextSanitizer::sanitizeCodePoint)
                .collect(Collectors.joining());
    }

    /** Whether nothing of it can be removed: short, and printable ASCII with line ends. */
    private static boolean isPlain(String text) {
        if (text.length() > MAX_TEXT_CHARS) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n') || c > '~') return false;
        }
        return true;
    }

    /** Escaped for mrkdwn. */
    public static String escapeMrkdwn(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One code point, escaped for mrkdwn. */
    static String escapeMrkdwn(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }

    private static String sanitizeCodePoint(int point) {
        if (point == '\n') return "\n";
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\t' ? " " : "";
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> " ";
            case Character.SURROGATE, Character.UNASSIGNED -> "\uFFFD";
            case Character.FORMAT -> isJoiner(point) ? Character.toString(point) : "";
            default -> Character.toString(point);
        };
    }

    /** Some scripts and emoji are spelt with these two. */
    private static boolean isJoiner(int point) {
        return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER;
    }
}
