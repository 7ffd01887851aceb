package dev.lifeline.rescue.monitor;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.transaction;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.PendingExit;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests in one stage, what was watched of them, and one observation of their device. */
final class BoundaryFixture {

    private static final RescueMonitor MONITOR = new RescueMonitor(RescueTimeouts.DEFAULT);
    static final ProbeResult SILENT = new ProbeResult.NoAnswer();
    static final ProbeResult OPEN = new ProbeResult.PortOpen();
    static final ProbeResult RESCUE_KEY = new ProbeResult.HostKey("SHA256:rescue");
    static final OptionalLong NO_IMAGE = OptionalLong.empty();
    static final OptionalLong IMAGE = OptionalLong.of(77);
    static final DeviceStatus IDLE = idle(PowerState.ON, NO_IMAGE);
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Watch NO_TIME = Watch.NONE;

    private BoundaryFixture() {}

    static DeviceStatus idle(PowerState powerState, OptionalLong image) {
        return new DeviceStatus(powerState, Optional.empty(), Optional.of(transaction(500)), image, Optional.empty());
    }

    static DeviceStatus commandedAt(Optional<Instant> lastPowerCommandAt) {
        return new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(transaction(500)), NO_IMAGE, lastPowerCommandAt);
    }

    static DeviceStatus running(Transaction transaction, PowerState powerState) {
        return new DeviceStatus(
                powerState, Optional.of(transaction), Optional.of(transaction), NO_IMAGE, Optional.empty());
    }

    static Transaction step(String status) {
        return new Transaction(501, status, "", NOON, Optional.empty());
    }

    static Watch watch(Duration observed, Duration silent, Optional<Duration> settling) {
        return new Watch(observed, Duration.ZERO, silent, settling.map(observed::minus), false, Optional.empty());
    }

    static Optional<TransitionResult.Applied> observe(
            Stage stage, Watch watch, DeviceStatus status, ProbeResult probeResult) {
        RescueRequest request = openedRequest().transitionTo(stage).next().withWatch(watch);
        return MONITOR.apply(request, new DeviceObservation(Optional.of(status), probeResult, NOON.plusSeconds(600)));
    }

    /** What a launch that nobody sees brings, of a device that the provider has not shown for so long. */
    static List<RescueEvent> missingFor(Duration missing) {
        RescueRequest request = openedRequest()
                .transitionTo(launching(baseline(IDLE, SILENT)))
                .next()
                .withWatch(new Watch(Duration.ZERO, missing, missing, Optional.empty(), false, Optional.empty()));
        return events(MONITOR.apply(request, new DeviceObservation(Optional.empty(), SILENT, NOON.plusSeconds(600))));
    }

    static List<RescueEvent> events(Optional<TransitionResult.Applied> applied) {
        return applied.map(TransitionResult.Applied::events).orElse(List.of());
    }

    static Baseline baseline(DeviceStatus status, ProbeResult probeResult) {
        return Baseline.of(status, probeResult);
    }

    static Stage launching(Baseline baseline) {
        return new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, baseline, true, false);
    }

    static Stage.Booting booting(OptionalLong transactionId, Baseline baseline, BootPhase phase, boolean ended) {
        return new Stage.Booting(
                transactionId, NOON, baseline, phase, ended ? Optional.of(NOON) : Optional.empty(), false);
    }

    static Stage.Exiting exiting(Baseline baseline, Baseline rescueBaseline, boolean overdueNotified) {
        return new Stage.Exiting(
                NOON,
                Optional.of(NOON),
                Optional.of(ASHA_REQUESTER),
                baseline,
                rescueBaseline,
                overdueNotified,
                false,
                false);
    }

    static Stage.Exiting unanswered(Baseline baseline, Baseline rescueBaseline) {
        return new Stage.Exiting(
                NOON, Optional.empty(), Optional.of(ASHA_REQUESTER), baseline, rescueBaseline, false, false, false);
    }

    /** None for a negative number. */
    static Optional<Instant> at(int minute) {
        return minute < 0 ? Optional.empty() : Optional.of(NOON.plus(Duration.ofMinutes(minute)));
    }

    static Stage.InRescue inRescue(Baseline baseline, Baseline rescueBaseline) {
        return new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, baseline, rescueBaseline);
    }

    static Stage.InRescue exitPending(boolean powerCycle, boolean putOff) {
        Baseline before = baseline(idle(PowerState.ON, IMAGE), SILENT);
        return new Stage.InRescue(
                NOON,
                Evidence.REPORTED_BY_PROVIDER,
                before,
                before,
                Optional.empty(),
                Optional.of(new PendingExit(ASHA_REQUESTER, powerCycle, NOON, putOff)),
                Optional.empty());
    }

    static boolean left(Stage stage, DeviceStatus now) {
        return events(observe(stage, NO_TIME, now, SILENT)).contains(new RescueEvent.ExitedOutside());
    }

    static Evidence evidence(Optional<TransitionResult.Applied> applied) {
        return ((Stage.InRescue) applied.orElseThrow().next().stage()).evidence();
    }
}
