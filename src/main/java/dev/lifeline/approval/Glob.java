package dev.lifeline.approval;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Is this a name that a pattern means? {@code *} stands for anything, {@code ?} for one character; case does not matter. */
public record Glob(String text) {

    /** Whether the name is one of them. */
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
