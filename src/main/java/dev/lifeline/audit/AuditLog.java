package dev.lifeline.audit;

import java.util.List;
import java.util.function.Consumer;

/** Who did what, when and why? Append-only; each entry carries the hash of the one before, so that tampering shows. */
public interface AuditLog {

    /** Adds one entry, in the same transaction as what it tells of. */
    void append(AuditEntry entry);

    /** Every entry, the oldest first, as it was written. */
    void forEach(Consumer<ChainedEntry> reader);

    /** What was written about one request, the oldest first; empty for a request that nobody knows. */
    List<AuditEntry> findByRequest(String request);

    /** The mark of the newest entry that was ever added, number 0 for none: entries cut off at the end show by it. */
    Checkpoint head();
}
