package dev.lifeline.approval;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern for names: {@code *} matches any text, {@code ?} one character; case is ignored.
 *
 * @param text the pattern; an empty one matches the empty name only
 */
public record Glob(String text) {

    /** Whether the whole name matches. */
    public boolean matches(String name) {
        return toPattern().matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private Pattern toPattern() {
        String expression = Stream.of(text.toLowerCase(Locale.ROOT).split("(?<=[*?])|(?=[*?])"))
                .map(Glob::toRegex)
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.DOTALL);
    }

    private static String toRegex(String piece) {
        if (piece.equals("*")) return ".*";
        return piece.equals("?") ? "." : Pattern.quote(piece);
    }
}
