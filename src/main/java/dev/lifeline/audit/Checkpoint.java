package dev.lifeline.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which entry had which hash, as somebody wrote it down elsewhere? Whoever can write to the whole database can make up a new chain;
 * an anchor that is kept where they cannot write shows it for every entry up to its number.
 */
public record Checkpoint(long sequence, String hash) {

    private static final Pattern FORMAT = Pattern.compile("([0-9]{1,18}):([0-9a-fA-F]{64})");

    /** What {@link #toString} wrote; empty where it did not. */
    public static Optional<Checkpoint> parse(String written) {
        Matcher anchor = FORMAT.matcher(written.strip());
        if (!anchor.matches()) return Optional.empty();
        return Optional.of(
                new Checkpoint(Long.parseLong(anchor.group(1)), anchor.group(2).toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
