package dev.lifeline.audit;

import java.util.List;
import java.util.function.Consumer;

/**
 * The append-only log of who did what, when and why (promise P8). Each entry carries the hash of the one before, so that
 * tampering shows.
 *
 * <p>Thread-safe. Every method blocks for the local database only and throws an unchecked exception when it fails.
 */
public interface AuditLog {

    /**
     * Appends an entry, in the caller's database transaction where there is one, together with what it reports. Until the
     * commit, other writers of the log wait.
     */
    void append(AuditEntry entry);

    /**
     * Passes every entry to the reader, the oldest first, as it was written; reads pages of 500, so that the log need not
     * fit into memory.
     */
    void forEach(Consumer<ChainedEntry> reader);

    /** The entries of one request, the oldest first; empty for an unknown id. */
    List<AuditEntry> findByRequest(String request);

    /**
     * Sequence and hash of the newest entry that was ever appended, sequence 0 for none: it shows when entries were removed
     * at the end.
     */
    Checkpoint head();
}
