package dev.lifeline.message.reply;

import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.PendingAccessChange;
import java.util.Optional;

/**
 * What came of a press on Grant or Revoke?
 *
 * @param result what the provider answered
 * @param observed whether the change shows when the user is read again; empty when they could not be read
 */
public record AccessChangeReport(
        PendingAccessChange pendingChange, AccessChangeResult result, Optional<Boolean> observed) {

    /** Only what was seen counts (promise P3). */
    public boolean isInEffect() {
        return observed.orElse(false);
    }
}
