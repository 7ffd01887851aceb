package dev.lifeline.access;

import java.util.Optional;

/** Which changes were offered to whom? A button carries an offer's id and nothing else; what it means is written down here. */
public interface PendingAccessChanges {

    /** What came of taking an offer? */
    enum ClaimResult {
        /** Just now: whoever reads this carries it out, and nobody else ever will. */
        CLAIMED,
        /** By the same press, before the process died: it may have been carried out. */
        CLAIMED_BY_SAME_CLICK,
        /** By another press. */
        ALREADY_CLAIMED
    }

    /** Writes it down; the same id twice is the same offer. */
    void add(PendingAccessChange pendingAccessChange);

    Optional<PendingAccessChange> find(PendingAccessChangeId id);

    /**
     * Takes it, once for all processes.
     *
     * @param press names the press, so that it knows its own doing again
     */
    ClaimResult claim(PendingAccessChangeId id, String press);
}
