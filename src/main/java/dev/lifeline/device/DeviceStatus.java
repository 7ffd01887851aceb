package dev.lifeline.device;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How is a device just now, as the provider says?
 *
 * @param activeTransaction the transaction that holds it
 * @param lastTransaction the newest transaction known; the very same as {@code running} while that runs (softlayer.md trap 9)
 * @param bootImageId the id of the ISO image that a guest boots from, where one is loaded
 * @param lastPowerCommandAt when bare metal last got a remote-management command
 */
public record DeviceStatus(
        PowerState powerState,
        Optional<Transaction> activeTransaction,
        Optional<Transaction> lastTransaction,
        OptionalLong bootImageId,
        Optional<Instant> lastPowerCommandAt) {

    /** Nothing is known but that the device exists. */
    public static final DeviceStatus UNKNOWN = new DeviceStatus(
            PowerState.UNKNOWN, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** Does it say anything of what the device is doing? A row may come without all that was asked for. */
    public boolean isKnown() {
        return powerState != PowerState.UNKNOWN || lastTransaction.isPresent();
    }

    /** The newest transaction id known, 0 where there never was one. */
    public long newestTransactionId() {
        return Math.max(
                activeTransaction.map(Transaction::id).orElse(0L),
                lastTransaction.map(Transaction::id).orElse(0L));
    }
}
