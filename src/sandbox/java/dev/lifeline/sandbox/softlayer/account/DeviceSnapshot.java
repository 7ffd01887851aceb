package dev.lifeline.sandbox.softlayer.account;

import java.util.List;
import java.util.Optional;

/** How does a device stand right now, for those who may only look? */
public record DeviceSnapshot(
        Appearance appearance,
        Optional<IsoImage> isoImage,
        Optional<Transaction> activeTransaction,
        Optional<Transaction> lastTransaction,
        List<RemoteCommand> recentCommands) {

    public boolean isInRescue() {
        return appearance.answeringSystem().isRescue();
    }
}
