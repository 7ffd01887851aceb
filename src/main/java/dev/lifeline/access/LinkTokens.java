package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Which offers to link are out? Whoever holds a code holds the offer, so codes are signed, and nothing that could be shown again is kept
 * of them. Every step is taken at most once, whoever races for it.
 */
public interface LinkTokens {

    /** How often a key may be shown with one ticket. */
    int MAX_ATTEMPTS = 5;

    /**
     * Makes a ticket, and voids what the person had before.
     *
     * @return its code: letters, digits and {@code - _ .}
     */
    String issue(SlackUserId person, Instant until);

    /** The ticket of a code; empty when it is forged, voided or long over. */
    Optional<LinkToken> find(String code);

    /** Counts one try; false when it was the last one's turn already, or there is nothing left to try for. */
    boolean consumeAttempt(String code);

    /**
     * A key of this cloud user was shown. Only the first proof counts.
     *
     * @return what has to be shown to confirm it, once; empty for all but the first
     */
    Optional<String> markVerified(String code, CloudUserId user);

    /** Confirms what was proved, once; false when it was confirmed already, is over, or the confirmation is another one's. */
    boolean confirm(String code, String confirmation);
}
