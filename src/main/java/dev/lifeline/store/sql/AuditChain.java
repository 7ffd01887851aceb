package dev.lifeline.store.sql;

import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Verifies the hash chain of the audit log: finds an entry that was changed, removed, inserted or moved, and says which. A chain that was
 * rebuilt from some entry on, together with the head, is found only by a {@link Checkpoint} that was kept elsewhere.
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
     * The result of a verification.
     *
     * @param fault the first fault, as a sentence; empty for an intact log
     * @param newest the newest entry that was read, to be kept elsewhere
     */
    public record Result(Optional<String> fault, Checkpoint newest) {}

    /** Verifies the chain by itself. */
    public static Result verify(AuditLog log) {
        return verify(log, Optional.empty());
    }

    /** Verifies the chain, and that it holds the checkpoint. Reads the whole log, 500 entries at a time. */
    public static Result verify(AuditLog log, Optional<Checkpoint> checkpoint) {
        Checkpoint head = log.head();
        AuditChain chain = new AuditChain(checkpoint);
        log.forEach(chain::verifyEntry);
        Optional<String> fault =
                chain.fault.or(() -> chain.truncationFault(head)).or(chain::shorterThanCheckpoint);
        return new Result(fault, new Checkpoint(chain.sequence, chain.hash));
    }

    /** SHA-256, in hexadecimal, over the sequence number, the previous hash and the JSON of the entry, separated by line feeds. */
    static String hash(long sequence, String previousHash, String entryJson) {
        return DigestUtils.sha256Hex(sequence + "\n" + previousHash + "\n" + entryJson);
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
        return checkpoint
                .filter(kept -> kept.sequence() == entry.sequence())
                .filter(kept -> !kept.hash().equals(entry.hash()))
                .map(
                        kept -> "Entry " + kept.sequence()
                                + " is not the one whose hash was kept: it or an entry before it was changed, and the chain made up anew.");
    }

    /** The head was read first: entries may be added meanwhile, so there may be more than it names, never fewer. */
    private Optional<String> truncationFault(Checkpoint head) {
        if (sequence < head.sequence())
            return Optional.of("Entries " + (sequence + 1) + " to " + head.sequence() + " are missing at the end.");
        if (sequence == head.sequence() && !hash.equals(head.hash()))
            return Optional.of("Entry " + sequence + " is not the one that the mark of the end names.");
        return Optional.empty();
    }

    private Optional<String> shorterThanCheckpoint() {
        return checkpoint
                .filter(kept -> kept.sequence() > sequence)
                .map(kept -> "Entries " + (sequence + 1) + " to " + kept.sequence()
                        + " are missing at the end, and the mark of the end was changed with them.");
    }
}
