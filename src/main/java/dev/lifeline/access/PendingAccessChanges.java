package dev.lifeline.access;

import java.util.Optional;

/**
 * Stores pending access changes by id, so that a button carries an id and nothing else.
 *
 * <p>Thread-safe; joins the caller's database transaction. Every method blocks for the local database only and throws an
 * unchecked exception when it fails.
 */
public interface PendingAccessChanges {

    /** Result of a claim. */
    enum ClaimResult {
        /** Claimed just now: the caller carries the change out, and no other ever will. */
        CLAIMED,
        /** Claimed by the same click before the process died: the change may have been carried out. */
        CLAIMED_BY_SAME_CLICK,
        /** Claimed by another click, or there is no such change. */
        ALREADY_CLAIMED
    }

    /** Adds it; an id that exists already is left as it is. */
    void add(PendingAccessChange pendingAccessChange);

    Optional<PendingAccessChange> find(PendingAccessChangeId id);

    /**
     * Claims it, once among all processes.
     *
     * @param interactionId id of the click, by which a repetition of it is recognised
     */
    ClaimResult claim(PendingAccessChangeId id, String interactionId);
}
