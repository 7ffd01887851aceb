package dev.lifeline.device;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * State of a device at one moment, as the provider reports it. Instants are by the provider's clock.
 *
 * @param activeTransaction the transaction that holds the device, such as a reboot
 * @param lastTransaction the newest transaction known; while a transaction runs it is that same one
 *     (src/docs/platform/softlayer.md, section Progress and state detection)
 * @param bootImageId id of the ISO image that a guest boots from, where one is loaded
 * @param lastPowerCommandAt when a bare metal server last took a remote-management command
 * @param lastReloadId id of the transaction that last replaced the operating system, whatever came after it; that of the active one while
 *     it runs; empty where there never was one, or the provider does not tell
 */
public record DeviceStatus(
        PowerState powerState,
        Optional<Transaction> activeTransaction,
        Optional<Transaction> lastTransaction,
        OptionalLong bootImageId,
        Optional<Instant> lastPowerCommandAt,
        OptionalLong lastReloadId) {

    /** Of a device whose operating system was never replaced, as far as the provider tells. */
    public DeviceStatus(
            PowerState powerState,
            Optional<Transaction> activeTransaction,
            Optional<Transaction> lastTransaction,
            OptionalLong bootImageId,
            Optional<Instant> lastPowerCommandAt) {
        this(powerState, activeTransaction, lastTransaction, bootImageId, lastPowerCommandAt, OptionalLong.empty());
    }

    /** Nothing is known but that the device exists. */
    public static final DeviceStatus UNKNOWN = new DeviceStatus(
            PowerState.UNKNOWN, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /**
     * Whether the status says anything about what the device does: a row may come without some of the requested
     * properties.
     */
    public boolean isKnown() {
        return powerState != PowerState.UNKNOWN || lastTransaction.isPresent();
    }

    /** The newest transaction id known; 0 where there never was one. */
    public long newestTransactionId() {
        return Math.max(
                activeTransaction.map(Transaction::id).orElse(0L),
                lastTransaction.map(Transaction::id).orElse(0L));
    }
}
