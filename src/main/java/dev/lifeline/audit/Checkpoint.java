package dev.lifeline.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sequence and hash of one entry, kept outside the database. Whoever can write to the whole database can build a new chain;
 * a checkpoint kept where they cannot write exposes that for every entry up to its sequence.
 */
public record Checkpoint(long sequence, String hash) {

    private static final Pattern FORMAT = Pattern.compile("([0-9]{1,18}):([0-9a-fA-F]{64})");

    /** Reads {@code SEQUENCE:HASH} as {@link #toString} writes it; empty for anything else. */
    public static Optional<Checkpoint> parse(String text) {
        Matcher matcher = FORMAT.matcher(text.strip());
        if (!matcher.matches()) return Optional.empty();
        return Optional.of(new Checkpoint(
                Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
