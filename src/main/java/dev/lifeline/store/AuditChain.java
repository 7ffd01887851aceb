package dev.lifeline.store;

import dev.lifeline.audit.Anchor;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Is the record as it was written? Finds an entry that was changed, taken out, put in or moved, and says which. A chain that was made
 * up anew from some entry on, with its end mark, is found only by an {@link Anchor} that was kept elsewhere.
 */
public final class AuditChain {

    private static final String BEGINNING = "0".repeat(64);

    private final Optional<Anchor> kept;
    private long number;
    private String hash = BEGINNING;
    private Optional<String> fault = Optional.empty();

    private AuditChain(Optional<Anchor> kept) {
        this.kept = kept;
    }

    /**
     * What came of checking.
     *
     * @param fault the first thing that is wrong, in a sentence; empty when nothing is
     * @param newest the newest entry that was read, to be kept elsewhere
     */
    public record Finding(Optional<String> fault, Anchor newest) {}

    /** Checks the chain by itself. */
    public static Finding check(AuditLog log) {
        return check(log, Optional.empty());
    }

    /** Checks the chain, and against what was kept elsewhere. */
    public static Finding check(AuditLog log, Optional<Anchor> kept) {
        Anchor end = log.end();
        AuditChain chain = new AuditChain(kept);
        log.forEach(chain::follow);
        Optional<String> fault = chain.fault.or(() -> chain.cutOff(end)).or(chain::shorterThanKept);
        return new Finding(fault, new Anchor(chain.number, chain.hash));
    }

    /** SHA-256 over the number, the hash of the entry before and the text, each on a line of its own. */
    static String hash(long number, String previous, String text) {
        return DigestUtils.sha256Hex(number + "\n" + previous + "\n" + text);
    }

    private void follow(ChainedEntry entry) {
        if (fault.isPresent()) return;
        fault = wrong(entry).or(() -> notAsKept(entry));
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

    private Optional<String> notAsKept(ChainedEntry entry) {
        return kept.filter(anchor -> anchor.number() == entry.number())
                .filter(anchor -> !anchor.hash().equals(entry.hash()))
                .map(
                        anchor -> "Entry " + anchor.number()
                                + " is not the one whose hash was kept: it or an entry before it was changed, and the chain made up anew.");
    }

    /** Entries may be added while they are read; none may be gone. */
    private Optional<String> cutOff(Anchor end) {
        if (number < end.number())
            return Optional.of("Entries " + (number + 1) + " to " + end.number() + " are missing at the end.");
        if (number == end.number() && !hash.equals(end.hash()))
            return Optional.of("Entry " + number + " is not the one that the mark of the end names.");
        return Optional.empty();
    }

    private Optional<String> shorterThanKept() {
        return kept.filter(anchor -> anchor.number() > number)
                .map(anchor -> "Entries " + (number + 1) + " to " + anchor.number()
                        + " are missing at the end, and the mark of the end was changed with them.");
    }
}
