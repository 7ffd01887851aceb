package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;

import dev.lifeline.access.DenialReason;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BreakGlassTransitions;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.ExitTransitions;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.PowerOnTransitions;
import dev.lifeline.rescue.Reopening;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** What can happen to a request, as a call of the function that the product calls when it happens; empty where it has no such transition. */
@FunctionalInterface
interface StageEvent {

    Optional<TransitionResult> applyTo(StageSample sample);

    /** Clicks and commands of people. */
    static Map<String, StageEvent> byPeople() {
        Map<String, StageEvent> events = new LinkedHashMap<>();
        events.put(
                "confirm",
                answered(sample -> sample.request()
                        .confirm(
                                ASHA_REQUESTER,
                                Confirmation.of(RescueSystem.AS_INSTALLED),
                                ApproverSet.ANY_PERMITTED_USER,
                                sample.at())));
        events.put("cancel", answered(sample -> sample.request().cancel(ASHA_REQUESTER, sample.at())));
        events.put(
                "power on first",
                answered(sample -> PowerOnTransitions.request(sample.request(), BRUNO_REQUESTER, sample.at())));
        events.put(
                "approve",
                answered(sample -> ApprovalTransitions.approve(
                        sample.request(),
                        new Vote(BRUNO_REQUESTER, sample.request().plan().digest(), "", sample.at()))));
        events.put(
                "deny",
                answered(
                        sample -> ApprovalTransitions.deny(sample.request(), BRUNO_REQUESTER, "not now", sample.at())));
        events.put(
                "use break-glass",
                answered(sample -> BreakGlassTransitions.breakGlass(
                        sample.request(), ASHA_REQUESTER, "INC-42", Set.of(), sample.at())));
        events.put(
                "report login",
                answered(sample ->
                        sample.request().reportLogin(Baseline.of(sample.status(), sample.probeResult()), sample.at())));
        events.put(
                "request exit", answered(sample -> sample.request().requestExit(BRUNO_REQUESTER, false, sample.at())));
        events.put(
                "request power cycle",
                answered(sample -> sample.request().requestExit(BRUNO_REQUESTER, true, sample.at())));
        ReminderEvents.addAnswers(events);
        events.put(
                "report back",
                answered(sample -> ManualTransitions.reportBack(
                        sample.request(),
                        BRUNO_REQUESTER,
                        DeviceStatus.UNKNOWN,
                        new ProbeResult.NoAnswer(),
                        sample.at())));
        events.put(
                "close by hand",
                answered(sample ->
                        ManualTransitions.close(sample.request(), BRUNO_REQUESTER, "not needed", sample.at())));
        events.put(
                "sign off review",
                answered(
                        sample -> BreakGlassTransitions.signOffReview(sample.request(), BRUNO_REQUESTER, sample.at())));
        return events;
    }

    /** Deadlines and reminders. */
    static Map<String, StageEvent> byTime() {
        Map<String, StageEvent> events = new LinkedHashMap<>();
        events.put(
                "6 min pass",
                answered(sample -> sample.request().handleDue(sample.at().plusSeconds(360))));
        events.put(
                "20 min pass",
                answered(sample -> sample.request().handleDue(sample.at().plusSeconds(1_200))));
        events.put(
                "25 h pass",
                answered(sample -> sample.request().handleDue(sample.at().plusSeconds(90_000))));
        events.put("launch window ends", sample -> {
            Instant late = sample.at().plus(Duration.ofHours(1));
            return LaunchTransitions.isLaunchWindowOver(sample.request(), late)
                    ? Optional.of(LaunchTransitions.expire(sample.request(), late))
                    : Optional.empty();
        });
        ReminderEvents.addReminders(events);
        return events;
    }

    /** What the workflow finds before the launch command, and what the provider answers to it. */
    static Map<String, StageEvent> byLaunch() {
        Map<String, StageEvent> events = new LinkedHashMap<>();
        events.put("device drifted", applied(sample -> {
            Inspection seen = sample.request().plan().inspection();
            Inspection off = new Inspection(seen.device(), poweredOff(sample), true, false, true, true);
            return ApprovalTransitions.restartOnDrift(sample.request(), off, sample.at());
        }));
        events.put("access denied", closesBeforeLaunch(new RescueEvent.AccessDenied(new DenialReason.CloudUserGone())));
        events.put("blocked", closesBeforeLaunch(new RescueEvent.Blocked(new PreflightFailure.Paused())));
        events.put(
                "postpone",
                applied(sample ->
                        LaunchTransitions.postpone(sample.request(), sample.at().plusSeconds(30))));
        events.put(
                "claim",
                applied(sample -> LaunchTransitions.claim(
                        sample.request(), Baseline.of(sample.status(), sample.probeResult()), sample.at())));
        commandResults().forEach((name, result) -> events.put(name, sample -> applyLaunchResult(sample, result)));
        events.put("Accepted, a later request watches", applied(StageEvent::lateResponse));
        events.put("earlier request reopened", applied(StageEvent::superseded));
        events.put("began after it was closed", applied(sample -> Reopening.lateLaunch(sample.request(), sample.at())));
        return events;
    }

    /** What the workflow finds before the exit command, and what the provider answers to it. */
    static Map<String, StageEvent> byExit() {
        Map<String, StageEvent> events = new LinkedHashMap<>();
        events.put(
                "access denied",
                applied(sample -> ExitTransitions.cancel(
                        sample.request(), new RescueEvent.AccessDenied(new DenialReason.CloudUserGone()))));
        events.put(
                "postpone",
                applied(sample ->
                        ExitTransitions.postpone(sample.request(), sample.at().plusSeconds(30))));
        events.put("claim", applied(sample -> ExitTransitions.claim(sample.request(), sample.at())));
        commandResults().forEach((name, result) -> events.put(name, sample -> applyExitResult(sample, result)));
        return events;
    }

    /** What a poll of the device shows. */
    static Map<String, StageEvent> byObservation() {
        Map<String, StageEvent> events = new LinkedHashMap<>();
        events.put("nothing new", observed(StageSample::status, StageSample::probeResult, 10));
        events.put("nothing new for 4 min", observed(StageSample::status, StageSample::probeResult, 240));
        events.put("nothing new for 16 min", observed(StageSample::status, StageSample::probeResult, 960));
        events.put("rescue transaction runs", observed(StageEvent::rescueTransaction, sample -> NO_ANSWER, 10));
        events.put("powered off", observed(StageEvent::poweredOff, sample -> NO_ANSWER, 10));
        events.put(
                "powered on again",
                sample -> poweredOffBefore(sample)
                        .flatMap(observed(StageSample::status, other -> NO_ANSWER, 20)::applyTo));
        events.put("rescue host key", observed(sample -> transactionCompleted(501), sample -> RESCUE_KEY, 120));
        events.put(
                "installed host key for 6 min",
                sample -> observed(other -> transactionCompleted(501), other -> INSTALLED_KEY, 20)
                        .applyTo(sample)
                        .flatMap(TransitionResult::applied)
                        .map(applied -> new StageSample(
                                sample.name(), applied.next(), sample.at(), sample.status(), sample.probeResult()))
                        .filter(next -> next.stage().equals(sample.stage()))
                        .flatMap(observed(other -> transactionCompleted(501), other -> INSTALLED_KEY, 380)::applyTo));
        events.put(
                "unknown host key",
                observed(StageSample::status, sample -> new ProbeResult.HostKey("SHA256:unknown"), 120));
        events.put(
                "rescue host key, provider silent",
                observed(sample -> DeviceStatus.UNKNOWN, sample -> RESCUE_KEY, 120));
        events.put("installed host key", observed(sample -> transactionCompleted(501), sample -> INSTALLED_KEY, 120));
        events.put(
                "device not visible",
                applied(sample -> MonitorFixture.observe(
                        sample.request(),
                        new DeviceObservation(
                                Optional.empty(), NO_ANSWER, sample.at().plusSeconds(120)))));
        events.put(
                "device not visible for 25 h",
                applied(sample -> MonitorFixture.observe(
                        sample.request(),
                        new DeviceObservation(
                                Optional.empty(), NO_ANSWER, sample.at().plusSeconds(90_000)))));
        events.put(
                "device visible again",
                sample -> MonitorFixture.missing(sample.request())
                        .map(missing -> new StageSample(
                                sample.name(), missing, sample.at(), sample.status(), sample.probeResult()))
                        .flatMap(observed(StageSample::status, StageSample::probeResult, 10)::applyTo));
        return events;
    }

    static Map<String, Map<String, StageEvent>> groups() {
        Map<String, Map<String, StageEvent>> groups = new LinkedHashMap<>();
        groups.put("People", byPeople());
        groups.put("Time", byTime());
        groups.put("Power on", PowerOnEvents.all(commandResults()));
        groups.put("Launch", byLaunch());
        groups.put("Exit", byExit());
        groups.put("Observation", byObservation());
        return groups;
    }

    private static Map<String, CommandResult> commandResults() {
        Map<String, CommandResult> results = new LinkedHashMap<>();
        results.put("Accepted", new CommandResult.Accepted(OptionalLong.empty()));
        results.put("Accepted with transaction", new CommandResult.Accepted(OptionalLong.of(502)));
        results.put("Busy", new CommandResult.Busy("outstanding transaction"));
        results.put("NotSent", new CommandResult.NotSent("connection refused"));
        results.put("NotPermitted", new CommandResult.NotPermitted("no permission"));
        results.put("Blocked", new CommandResult.Blocked(new PreflightFailure.CoreOs()));
        results.put("Unconfirmed", new CommandResult.Unconfirmed("time-out"));
        return results;
    }

    private static Optional<TransitionResult> applyLaunchResult(StageSample sample, CommandResult result) {
        Stage.ReadyToLaunch before =
                (Stage.ReadyToLaunch) StageSample.readyToLaunch().stage();
        Stage.Launching claimed =
                (Stage.Launching) MonitorFixture.launching(INSTALLED_KEY).stage();
        Instant again = sample.at().plusSeconds(30);
        return LaunchTransitions.apply(sample.request(), claimed, before, result, sample.at(), again)
                .map(Function.identity());
    }

    /** A closed request whose command was accepted while a later request is in rescue. */
    private static Optional<TransitionResult.Applied> lateResponse(StageSample sample) {
        if (!sample.request().stage().isClosed()) return Optional.empty();
        return applyLaunchResult(sample, new CommandResult.Accepted(OptionalLong.empty()))
                .flatMap(TransitionResult::applied)
                .map(reopened -> Reopening.transitions(
                                sample.request(), reopened, Optional.of(MonitorFixture.inRescue()), sample.at())
                        .get(0));
    }

    /** A request whose device is on its way into rescue by the command of an earlier request. */
    private static Optional<TransitionResult.Applied> superseded(StageSample sample) {
        if (!sample.request().stage().isBeforeLaunch()) return Optional.empty();
        RescueRequest closed = sample.request()
                .close(CloseReason.FAILED, "", sample.at(), new RescueEvent.GaveUp(Duration.ofMinutes(15), false))
                .next();
        TransitionResult.Applied reopened =
                closed.transitionTo(MonitorFixture.launching(INSTALLED_KEY).stage());
        return Optional.of(Reopening.transitions(closed, reopened, Optional.of(sample.request()), sample.at())
                .get(0));
    }

    private static Optional<TransitionResult> applyExitResult(StageSample sample, CommandResult result) {
        Stage.Exiting claimed = sample.request().stage() instanceof Stage.Exiting exiting
                ? exiting
                : (Stage.Exiting) MonitorFixture.exiting().stage();
        Stage.InRescue before = (Stage.InRescue) StageSample.exitRequested().stage();
        RescueEvent.ExitPostponed later =
                new RescueEvent.ExitPostponed(sample.at().plusSeconds(30));
        return ExitTransitions.apply(sample.request(), claimed, before, result, later, sample.at())
                .map(Function.identity());
    }

    private static StageEvent closesBeforeLaunch(RescueEvent event) {
        return sample -> sample.request().stage() instanceof Stage.ReadyToLaunch
                ? Optional.of(LaunchTransitions.giveUp(sample.request(), CloseReason.BLOCKED, "", event, sample.at()))
                : Optional.empty();
    }

    private static DeviceStatus poweredOff(StageSample sample) {
        return withPower(sample.status(), PowerState.OFF);
    }

    /** The one that runs already, in its rescue step, or else a new one. */
    private static DeviceStatus rescueTransaction(StageSample sample) {
        long newest = sample.status().newestTransactionId();
        boolean running = sample.status().activeTransaction().isPresent();
        return statusWithTransaction(transaction(running ? newest : newest + 1), PowerState.ON);
    }

    private static Optional<StageSample> poweredOffBefore(StageSample sample) {
        return observed(StageEvent::poweredOff, other -> NO_ANSWER, 10)
                .applyTo(sample)
                .flatMap(TransitionResult::applied)
                .filter(applied -> applied.next().stage().getClass()
                        == sample.request().stage().getClass())
                .map(applied -> new StageSample(
                        sample.name(), applied.next(), sample.at(), sample.status(), sample.probeResult()));
    }

    private static DeviceStatus withPower(DeviceStatus status, PowerState powerState) {
        return new DeviceStatus(
                powerState,
                status.activeTransaction(),
                status.lastTransaction(),
                status.bootImageId(),
                status.lastPowerCommandAt());
    }

    private static StageEvent observed(
            Function<StageSample, DeviceStatus> status, Function<StageSample, ProbeResult> probe, int seconds) {
        return applied(sample -> MonitorFixture.observe(
                sample.request(),
                new DeviceObservation(
                        Optional.of(status.apply(sample)),
                        probe.apply(sample),
                        sample.at().plusSeconds(seconds))));
    }

    static StageEvent answered(Function<StageSample, TransitionResult> transition) {
        return sample -> Optional.of(transition.apply(sample));
    }

    static StageEvent applied(Function<StageSample, Optional<TransitionResult.Applied>> transition) {
        return sample -> transition.apply(sample).map(Function.identity());
    }
}
