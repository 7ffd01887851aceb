package dev.lifeline.rescue.monitor;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.ExitTransitions;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests in each stage that is polled, and observations of their devices. */
final class MonitorFixture {

    static final ProbeResult NO_ANSWER = new ProbeResult.NoAnswer();
    static final ProbeResult INSTALLED_KEY = new ProbeResult.HostKey("SHA256:usual");
    static final ProbeResult RESCUE_KEY = new ProbeResult.HostKey("SHA256:rescue");

    private static final RescueMonitor MONITOR = new RescueMonitor(RescueTimeouts.DEFAULT);

    private MonitorFixture() {}

    static RescueRequest launching(ProbeResult initialProbe) {
        RescueRequest readyToLaunch = openedRequest()
                .confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        NOON)
                .applied()
                .orElseThrow()
                .next();
        RescueRequest claimed = LaunchTransitions.claim(
                        readyToLaunch, Baseline.of(poweredOnStatus(), initialProbe), NOON)
                .orElseThrow()
                .next();
        Launching stage = (Launching) claimed.stage();
        return claimed.transitionTo(new Launching(stage.system(), NOON, stage.baseline(), true, false))
                .next();
    }

    static RescueRequest booting(ProbeResult initialProbe) {
        return applyObservation(
                        launching(initialProbe),
                        statusWithTransaction(transaction(501), PowerState.ON),
                        initialProbe,
                        10)
                .next();
    }

    static RescueRequest inRescue() {
        return applyObservation(booting(INSTALLED_KEY), transactionCompleted(501), RESCUE_KEY, 300)
                .next();
    }

    static RescueRequest exiting() {
        return exitAccepted(exitClaimed(inRescue(), 600), 600);
    }

    static RescueRequest exitingWithoutHostKeys() {
        return exitAccepted(exitClaimed(inRescueWithoutHostKeys(), 600), 600);
    }

    static RescueRequest inRescueWithoutHostKeys() {
        ProbeResult open = new ProbeResult.PortOpen();
        RescueRequest down = applyObservation(
                        booting(open), statusWithTransaction(transaction(501), PowerState.OFF), NO_ANSWER, 60)
                .next();
        return applyObservation(down, transactionCompleted(501), open, 300).next();
    }

    /** In rescue by a mounted image, and not reachable by the probe. */
    static RescueRequest inRescueFromImage() {
        RescueRequest finished = applyObservation(
                        booting(NO_ANSWER), withBootImage(transactionCompleted(501)), NO_ANSWER, 200)
                .next();
        return applyObservation(finished, withBootImage(transactionCompleted(501)), NO_ANSWER, 260)
                .next();
    }

    /** In rescue by the provider's word: it never answered a probe. */
    static RescueRequest inRescueUnreachable() {
        RescueRequest finished = applyObservation(booting(NO_ANSWER), transactionCompleted(501), NO_ANSWER, 200)
                .next();
        return applyObservation(finished, transactionCompleted(501), NO_ANSWER, 260)
                .next();
    }

    /** The exit was requested by asha and the command claimed. */
    static RescueRequest exitClaimed(RescueRequest inRescue, int second) {
        RescueRequest exitRequested = inRescue.requestExit(ASHA_REQUESTER, false, NOON)
                .applied()
                .orElseThrow()
                .next();
        return ExitTransitions.claim(exitRequested, NOON.plusSeconds(second))
                .orElseThrow()
                .next();
    }

    /** The provider accepted the exit command. */
    static RescueRequest exitAccepted(RescueRequest claimed, int second) {
        return exitResultApplied(claimed, new CommandResult.Accepted(OptionalLong.empty()), second);
    }

    static RescueRequest exitResultApplied(RescueRequest claimed, CommandResult outcome, int second) {
        InRescue stage = (InRescue) inRescue().stage();
        Instant now = NOON.plusSeconds(second);
        return ExitTransitions.apply(claimed, stage, outcome, new RescueEvent.ExitPostponed(now), now)
                .next();
    }

    static DeviceStatus withBootImage(DeviceStatus deviceStatus) {
        return new DeviceStatus(
                deviceStatus.powerState(),
                deviceStatus.activeTransaction(),
                deviceStatus.lastTransaction(),
                OptionalLong.of(7),
                deviceStatus.lastPowerCommandAt());
    }

    static DeviceStatus transactionCompleted(long transaction) {
        return new DeviceStatus(
                PowerState.ON,
                Optional.empty(),
                Optional.of(transaction(transaction)),
                OptionalLong.empty(),
                Optional.empty());
    }

    static TransitionResult.Applied applyObservation(
            RescueRequest request, DeviceStatus deviceStatus, ProbeResult probeResult, int second) {
        return observe(request, observation(deviceStatus, probeResult, second)).orElseThrow();
    }

    static Optional<TransitionResult.Applied> observe(RescueRequest request, DeviceObservation deviceObservation) {
        return MONITOR.apply(watched(request, deviceObservation), deviceObservation);
    }

    /** The request with the watch that it has when it was polled every second since its stage began, and saw each time what it sees now. */
    static RescueRequest watched(RescueRequest request, DeviceObservation deviceObservation) {
        Instant start = request.stage().startedAt().orElse(deviceObservation.observedAt());
        Duration elapsed = Duration.between(start, deviceObservation.observedAt());
        boolean reported = deviceObservation.sight() == Watch.Sight.REPORTED;
        Watch before = request.watch();
        return request.withWatch(before.withTimesOf(new Watch(
                reported ? elapsed : before.observed(),
                deviceObservation.sight() == Watch.Sight.MISSING ? elapsed : Duration.ZERO,
                deviceObservation.answered() ? Duration.ZERO : elapsed,
                settlingSince(request.stage()).map(since -> Duration.between(start, since)),
                false,
                Optional.empty())));
    }

    private static Optional<Instant> settlingSince(Stage stage) {
        if (stage instanceof Stage.Booting booting) return booting.transactionEndedAt();
        return stage instanceof Stage.Exiting exiting ? exiting.respondedAt() : Optional.empty();
    }

    static DeviceObservation observation(DeviceStatus deviceStatus, ProbeResult probeResult, int second) {
        Instant at = NOON.plus(Duration.ofSeconds(second));
        return new DeviceObservation(Optional.of(deviceStatus), probeResult, at);
    }

    /** A request whose device the provider has not shown for two minutes; empty where the stage is not polled. */
    static Optional<RescueRequest> missing(RescueRequest request) {
        return request.stage()
                .startedAt()
                .flatMap(start ->
                        observe(request, new DeviceObservation(Optional.empty(), NO_ANSWER, start.plusSeconds(120))))
                .map(TransitionResult.Applied::next);
    }

    static CloseReason closeReason(TransitionResult.Applied applied) {
        return ((Closed) applied.next().stage()).closeReason();
    }

    static Evidence evidence(TransitionResult.Applied applied) {
        List<RescueEvent> events = applied.events();
        return ((RescueEvent.EnteredRescue) events.get(events.size() - 1)).evidence();
    }
}
