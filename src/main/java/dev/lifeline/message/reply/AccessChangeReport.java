package dev.lifeline.message.reply;

import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.PendingAccessChange;
import java.util.Optional;

/**
 * The result of an access change.
 *
 * @param result the provider's answer
 * @param observed whether the change was in effect when the user was read again; empty where they could not be read
 */
public record AccessChangeReport(
        PendingAccessChange pendingChange, AccessChangeResult result, Optional<Boolean> observed) {

    /** Whether the change was seen to be in effect (promise P3). */
    public boolean isInEffect() {
        return observed.orElse(false);
    }
}
