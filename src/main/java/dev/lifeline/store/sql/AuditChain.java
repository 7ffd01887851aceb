package dev.lifeline.store.sql;

import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Is the record as it was written? Finds an entry that was changed, taken out, put in or moved, and says which. A chain that was made
 * up anew from some entry on, with its end mark, is found only by an {@link Checkpoint} that was kept elsewhere.
 */
public final class AuditChain {

    private static final String INITIAL_HASH = "0".repeat(64);

    private final Optional<Checkpoint> checkpoint;
    private long sequence;
    private String hash = INITIAL_HASH;
    private Optional<String> fault = Optional.empty();

    private AuditChain(Optional<Checkpoint> checkpoint) {
        this.checkpoint = checkpoint;
    }

    /**
     * What came of checking.
     *
     * @param fault the first thing that is wrong, in a sentence; empty when nothing is
     * @param newest the newest entry that was read, to be kept elsewhere
     */
    public record Result(Optional<String> fault, Checkpoint newest) {}

    /** Checks the chain by itself. */
    public static Result verify(AuditLog log) {
        return verify(log, Optional.empty());
    }

    /** Checks the chain, and against what was kept elsewhere. */
    public static Result verify(AuditLog log, Optional<Checkpoint> checkpoint) {
        Checkpoint end = log.head();
        AuditChain chain = new AuditChain(checkpoint);
        log.forEach(chain::verifyEntry);
        Optional<String> fault =
                chain.fault.or(() -> chain.truncationFault(end)).or(chain::shorterThanCheckpoint);
        return new Result(fault, new Checkpoint(chain.sequence, chain.hash));
    }

    /** SHA-256 over the number, the hash of the entry before and the text, each on a line of its own. */
    static String hash(long sequence, String previous, String text) {
        return DigestUtils.sha256Hex(sequence + "\n" + previous + "\n" + text);
    }

    private void verifyEntry(ChainedEntry entry) {
        if (fault.isPresent()) return;
        fault = chainFault(entry).or(() -> checkpointFault(entry));
        sequence = entry.sequence();
        hash = entry.hash();
    }

    private Optional<String> chainFault(ChainedEntry entry) {
        if (entry.sequence() != sequence + 1)
            return Optional.of(
                    "Entry " + (sequence + 1) + " is missing: entry " + entry.sequence() + " stands in its place.");
        if (!entry.previousHash().equals(hash))
            return Optional.of("Entry " + entry.sequence() + " does not follow the entry before it.");
        if (!entry.hash().equals(hash(entry.sequence(), entry.previousHash(), entry.entryJson())))
            return Optional.of("Entry " + entry.sequence() + " was changed.");
        return Optional.empty();
    }

    private Optional<String> checkpointFault(ChainedEntry entry) {
        return this.checkpoint
                .filter(checkpoint -> checkpoint.sequence() == entry.sequence())
                .filter(anchor -> !anchor.hash().equals(entry.hash()))
                .map(
                        anchor -> "Entry " + anchor.sequence()
                                + " is not the one whose hash was kept: it or an entry before it was changed, and the chain made up anew.");
    }

    /** Entries may be added while they are read; none may be gone. */
    private Optional<String> truncationFault(Checkpoint end) {
        if (sequence < end.sequence())
            return Optional.of("Entries " + (sequence + 1) + " to " + end.sequence() + " are missing at the end.");
        if (sequence == end.sequence() && !hash.equals(end.hash()))
            return Optional.of("Entry " + sequence + " is not the one that the mark of the end names.");
        return Optional.empty();
    }

    private Optional<String> shorterThanCheckpoint() {
        return this.checkpoint
                .filter(checkpoint -> checkpoint.sequence() > sequence)
                .map(anchor -> "Entries " + (sequence + 1) + " to " + anchor.sequence()
                        + " are missing at the end, and the mark of the end was changed with them.");
    }
}
