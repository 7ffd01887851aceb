package dev.lifeline.device;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How is a device just now, as the provider says?
 *
 * @param running the transaction that holds it
 * @param last the newest transaction known; the very same as {@code running} while that runs (softlayer.md trap 9)
 * @param bootImage the id of the ISO image that a guest boots from, where one is loaded
 * @param lastPowerCommand when bare metal last got a remote-management command
 */
public record Condition(
        Power power,
        Optional<Transaction> running,
        Optional<Transaction> last,
        OptionalLong bootImage,
        Optional<Instant> lastPowerCommand) {

    /** Nothing is known but that the device exists. */
    public static final Condition UNTOLD =
            new Condition(Power.UNKNOWN, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** Does it say anything of what the device is doing? A row may come without all that was asked for. */
    public boolean isTold() {
        return power != Power.UNKNOWN || last.isPresent();
    }

    /** The newest transaction id known, 0 where there never was one. */
    public long newestTransaction() {
        return Math.max(
                running.map(Transaction::id).orElse(0L),
                last.map(Transaction::id).orElse(0L));
    }
}
