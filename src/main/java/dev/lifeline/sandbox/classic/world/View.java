package dev.lifeline.sandbox.classic.world;

import java.util.List;
import java.util.Optional;

/** How does a device stand right now, for those who may only look? */
public record View(
        Look look,
        Optional<IsoImage> iso,
        Optional<Transaction> active,
        Optional<Transaction> last,
        List<RemoteCommand> commands) {

    public boolean isInRescue() {
        return look.serving().isRescue();
    }
}
