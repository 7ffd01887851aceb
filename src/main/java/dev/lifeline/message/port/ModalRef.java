package dev.lifeline.message.port;

import dev.lifeline.access.SlackUserId;
import java.util.Optional;

/**
 * A modal that one user has open.
 *
 * @param viewId opaque
 * @param hash of the view as it was opened; an update for another state of the view is refused
 * @param reader who has it open; empty where an earlier release opened it
 */
public record ModalRef(String viewId, String hash, Optional<SlackUserId> reader) {

    /** A modal of which nobody knows who has it open. */
    public ModalRef(String viewId, String hash) {
        this(viewId, hash, Optional.empty());
    }
}
