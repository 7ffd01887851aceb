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

/** What shows that an order to give a device back began something, or that nothing ever came of it? */
final class ExitSignals {

    private ExitSignals() {}

    /** The provider says that something happened to the device since the order. */
    static boolean hasStarted(Exiting stage, DeviceStatus now) {
        DeviceStatus then = stage.rescueBaseline().status();
        boolean newTransaction = now.newestTransactionId() > then.newestTransactionId();
        return newTransaction
                || now.powerState() == PowerState.OFF
                || isImageUnloaded(then, now)
                || hasNewPowerCommand(then, now);
    }

    /** It answered when the order went out and does not now; by itself that may be a knock that got lost. */
    static boolean stoppedAnswering(Exiting stage, ProbeResult probeResult) {
        return stage.rescueBaseline().portOpen() && probeResult instanceof ProbeResult.NoAnswer;
    }

    /** The image that it was booted from is still in its drive. */
    static boolean isImageStillLoaded(Exiting stage, DeviceStatus now) {
        OptionalLong then = stage.rescueBaseline().status().bootImageId();
        return then.isPresent() && now.bootImageId().isPresent();
    }

    /**
     * Is it proved that nothing came of the order? By the rescue kernel's own host key, by the image that is still in, or by the
     * controller of bare metal, whose last command is still the one of before.
     */
    static Optional<Evidence> evidenceOfNoEffect(Exiting stage, DeviceStatus now, ProbeResult probeResult) {
        if (!now.isKnown() || hasStarted(stage, now) || stoppedAnswering(stage, probeResult)) return Optional.empty();
        Optional<String> key = Baseline.fingerprint(probeResult);
        boolean ofRescue = key.isPresent() && key.equals(stage.rescueBaseline().hostKey());
        if (ofRescue)
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

    /** The controller of bare metal has taken a power command since: it was reset, seen or not. */
    private static boolean hasNewPowerCommand(DeviceStatus then, DeviceStatus now) {
        return now.lastPowerCommandAt()
                .filter(command -> then.lastPowerCommandAt().isEmpty()
                        || command.isAfter(then.lastPowerCommandAt().get()))
                .isPresent();
    }
}
