package dev.lifeline.sandbox.softlayer.account;

import java.util.List;
import java.util.Optional;

/** The state of a device at one moment, read-only. */
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
