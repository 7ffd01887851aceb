package dev.lifeline.device;

import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * Name of an account of the provider, as the operator gives it and people type it: {@code lab} in {@code /rescue lab:web-07}. A name is for
 * ever, since what is stored says it.
 *
 * @param value a letter, then letters, digits and hyphens, all in lower case and at most 20
 */
public record AccountName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,19}");

    /** The account of the settings without a name, to which everything belongs that names no account. */
    public static final AccountName MAIN = new AccountName("main");

    public AccountName {
        if (!isName(value)) throw new IllegalArgumentException("not the name of an account: " + value);
    }

    /** Whether an account can have this name. */
    public static boolean isName(String text) {
        return SHAPE.matcher(text).matches();
    }

    public boolean isMain() {
        return equals(MAIN);
    }

    /** What follows {@code NAME:} in a text, ignoring case; empty where it begins with anything else. */
    public Optional<String> afterPrefix(String text) {
        String prefix = value + ":";
        boolean begins =
                text.regionMatches(true, 0, prefix, 0, prefix.length()) && !text.startsWith("//", prefix.length());
        return begins ? Optional.of(text.substring(prefix.length())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
