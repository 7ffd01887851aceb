package dev.lifeline.store;

import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Is the record as it was written? Finds an entry that was changed, taken out, put in or moved, and says which. */
public final class AuditChain {

    private static final String BEGINNING = "0".repeat(64);

    private long number;
    private String hash = BEGINNING;
    private Optional<String> fault = Optional.empty();

    private AuditChain() {}

    /** The first thing that is wrong, in a sentence; empty when nothing is. */
    public static Optional<String> fault(AuditLog log) {
        long newest = log.newest();
        AuditChain chain = new AuditChain();
        log.forEach(chain::follow);
        return chain.fault.or(() -> chain.cutOff(newest));
    }

    /** SHA-256 over the number, the hash of the entry before and the text, each on a line of its own. */
    static String hash(long number, String previous, String text) {
        byte[] bytes = (number + "\n" + previous + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void follow(ChainedEntry entry) {
        if (fault.isPresent()) return;
        fault = wrong(entry);
        number = entry.number();
        hash = entry.hash();
    }

    private Optional<String> wrong(ChainedEntry entry) {
        if (entry.number() != number + 1)
            return Optional.of(
                    "Entry " + (number + 1) + " is missing: entry " + entry.number() + " stands in its place.");
        if (!entry.previous().equals(hash))
            return Optional.of("Entry " + entry.number() + " does not follow the entry before it.");
        if (!entry.hash().equals(hash(entry.number(), entry.previous(), entry.text())))
            return Optional.of("Entry " + entry.number() + " was changed.");
        return Optional.empty();
    }

    /** Entries may be added while they are read; none may be gone. */
    private Optional<String> cutOff(long newest) {
        if (number >= newest) return Optional.empty();
        return Optional.of("Entries " + (number + 1) + " to " + newest + " are missing at the end.");
    }
}
