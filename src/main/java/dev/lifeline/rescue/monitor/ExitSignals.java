package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.Stage.Exiting;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Signs in an observation that an exit command had an effect, or that it had none. */
final class ExitSignals {

    private ExitSignals() {}

    /** Whether the provider reports a change of the device since the command was claimed. */
    static boolean hasStarted(Exiting stage, DeviceStatus now) {
        DeviceStatus then = stage.rescueBaseline().status();
        if (!now.isKnown() || !then.isKnown()) return false;
        return hasNewRestart(then, now)
                || now.powerState() == PowerState.OFF
                || isImageUnloaded(then, now)
                || hasNewPowerCommand(then, now);
    }

    /** Whether a transaction has begun since that may have restarted the device; a backup, for one, does not. */
    static boolean hasNewRestart(DeviceStatus then, DeviceStatus now) {
        return Stream.concat(now.activeTransaction().stream(), now.lastTransaction().stream())
                        .filter(transaction -> transaction.id() > then.newestTransactionId())
                        .anyMatch(LaunchedTransaction::mayRestart)
                || LaunchedTransaction.isReloadHidden(then, now);
    }

    /** Whether the device answered when the command was claimed and does not now; a single probe may also have been lost. */
    static boolean stoppedAnswering(Exiting stage, ProbeResult probeResult) {
        return stage.rescueBaseline().portOpen() && probeResult instanceof ProbeResult.NoAnswer;
    }

    /** Whether the device answers with the host key that it had in rescue. */
    static boolean isRescueKey(Exiting stage, ProbeResult probeResult) {
        Optional<String> key = Baseline.fingerprint(probeResult);
        return key.isPresent() && key.equals(stage.rescueBaseline().hostKey());
    }

    /** Whether an image was loaded when the command was claimed, and one is now. */
    static boolean isImageStillLoaded(Exiting stage, DeviceStatus now) {
        OptionalLong then = stage.rescueBaseline().status().bootImageId();
        return then.isPresent() && now.bootImageId().isPresent();
    }

    /**
     * Evidence that the command had no effect: the rescue kernel's own host key, the image that is still loaded, or a bare
     * metal server whose last power command is the one from before.
     */
    static Optional<Evidence> evidenceOfNoEffect(Exiting stage, DeviceStatus now, ProbeResult probeResult) {
        if (!now.isKnown() || hasStarted(stage, now) || stoppedAnswering(stage, probeResult)) return Optional.empty();
        if (isRescueKey(stage, probeResult))
            return Optional.of(stage.baseline().hostKey().isPresent() ? Evidence.HOST_KEY_CHANGED : Evidence.PORT_OPEN);
        Optional<Instant> command = stage.rescueBaseline().status().lastPowerCommandAt();
        boolean notReset = command.isPresent() && command.equals(now.lastPowerCommandAt());
        return isImageStillLoaded(stage, now) || notReset
                ? Optional.of(Evidence.REPORTED_BY_PROVIDER)
                : Optional.empty();
    }

    private static boolean isImageUnloaded(DeviceStatus then, DeviceStatus now) {
        return then.bootImageId().isPresent() && now.bootImageId().isEmpty();
    }

    /** A bare metal server took a power command since: it was reset, whether or not that was observed. */
    private static boolean hasNewPowerCommand(DeviceStatus then, DeviceStatus now) {
        return now.lastPowerCommandAt()
                .filter(command -> then.lastPowerCommandAt().isEmpty()
                        || command.isAfter(then.lastPowerCommandAt().get()))
                .isPresent();
    }
}
