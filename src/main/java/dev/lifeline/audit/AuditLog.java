package dev.lifeline.audit;

import java.util.function.Consumer;

/** Who did what, when and why? Append-only; each entry carries the hash of the one before, so that tampering shows. */
public interface AuditLog {

    /** Adds one entry, in the same transaction as what it tells of. */
    void record(AuditEntry entry);

    /** Every entry, the oldest first, as it was written. */
    void forEach(Consumer<ChainedEntry> reader);

    /** The number of the newest entry that was ever added, 0 for none: entries cut off at the end show by it. */
    long newest();
}
