package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.booting;
import static dev.lifeline.rescue.monitor.MonitorFixture.exitClaimed;
import static dev.lifeline.rescue.monitor.MonitorFixture.exiting;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescue;
import static dev.lifeline.rescue.monitor.MonitorFixture.launching;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BreakGlassTransitions;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request in one stage, reached by real transitions.
 *
 * @param name the row's label: the stage, and what else matters
 * @param at when it got there
 * @param status what the provider said of the device then
 * @param probeResult what a probe of the device said then
 */
public record StageSample(
        String name, RescueRequest request, Instant at, DeviceStatus status, ProbeResult probeResult) {

    private static final PolicyRequirements ONE_APPROVAL = new PolicyRequirements(
            "production",
            "v1",
            new ApprovalRequirement(
                    1,
                    ApproverSelector.ANY_PERMITTED_USER,
                    Duration.ofMinutes(15),
                    Optional.of(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of())),
                    Optional.of(new ApprovalRequirement.BreakGlassAllowance(Duration.ofHours(24)))),
            PolicyRequirements.ConfirmationRequirements.NONE,
            Duration.ofMinutes(10));

    private static final Transaction POWERING_OFF =
            new Transaction(501, "POWER_OFF", "Powering off", NOON, Optional.empty());

    public String stage() {
        return request.stage().getClass().getSimpleName();
    }

    public static List<StageSample> all() {
        return List.of(
                beforeLaunch("AwaitingConfirmation, no approval required", openedRequest()),
                beforeLaunch("AwaitingConfirmation", openedRequest(ONE_APPROVAL)),
                beforeLaunch("AwaitingConfirmation, device off", PowerOnEvents.requestWhileOff()),
                beforeLaunch("AwaitingConfirmation, power-on claimed", PowerOnEvents.claimed()),
                beforeLaunch("AwaitingApproval", awaitingApproval()),
                beforeLaunch("ReadyToLaunch", readyToLaunch()),
                beforeLaunch("ReadyToLaunch, by break-glass", breakGlassUsed()),
                beforeLaunch("ReadyToLaunch, turned away", turnedAway()),
                beforeLaunch("Launching", launching(INSTALLED_KEY)),
                beforeLaunch("Launching, given up", applied(turnedAway().cancel(ASHA_REQUESTER, NOON))),
                new StageSample(
                        "Booting",
                        booting(INSTALLED_KEY),
                        NOON.plusSeconds(10),
                        statusWithTransaction(POWERING_OFF, PowerState.ON),
                        INSTALLED_KEY),
                afterLaunch("InRescue", inRescue(), 300),
                afterLaunch("InRescue, exit requested", exitRequested(), 600),
                afterLaunch("Exiting, command sent", exitClaimed(inRescue(), 600), 600),
                afterLaunch("Exiting, response known", exiting(), 600),
                afterLaunch("Exiting, overdue", exitOverdue(), 2_000),
                afterLaunch("Closed", closed(openedRequest()), 3_000),
                afterLaunch("Closed, launch unknown", closed(launching(INSTALLED_KEY)), 3_000),
                afterLaunch("Closed, review pending", closed(breakGlassUsed()), 3_000));
    }

    private static StageSample beforeLaunch(String name, RescueRequest request) {
        return new StageSample(name, request, NOON, poweredOnStatus(), INSTALLED_KEY);
    }

    private static StageSample afterLaunch(String name, RescueRequest request, int second) {
        return new StageSample(name, request, NOON.plusSeconds(second), transactionCompleted(501), RESCUE_KEY);
    }

    private static RescueRequest awaitingApproval() {
        return applied(openedRequest(ONE_APPROVAL)
                .confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        NOON));
    }

    static RescueRequest readyToLaunch() {
        RescueRequest waiting = awaitingApproval();
        return applied(ApprovalTransitions.approve(
                waiting, new Vote(BRUNO_REQUESTER, waiting.plan().digest(), "", NOON)));
    }

    private static RescueRequest breakGlassUsed() {
        return applied(BreakGlassTransitions.breakGlass(awaitingApproval(), ASHA_REQUESTER, "INC-42", Set.of(), NOON));
    }

    /** Waits after a launch command that the provider turned away. */
    private static RescueRequest turnedAway() {
        RescueRequest ready = readyToLaunch();
        ReadyToLaunch before = (ReadyToLaunch) ready.stage();
        RescueRequest claimed = LaunchTransitions.claim(ready, Baseline.of(poweredOnStatus(), INSTALLED_KEY), NOON)
                .orElseThrow()
                .next();
        return LaunchTransitions.apply(claimed, before, new CommandResult.Busy("busy"), NOON, NOON.plusSeconds(30))
                .next();
    }

    static RescueRequest exitRequested() {
        return applied(inRescue().requestExit(ASHA_REQUESTER, false, NOON.plusSeconds(600)));
    }

    private static RescueRequest exitOverdue() {
        return MonitorFixture.applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 2_000)
                .next();
    }

    private static RescueRequest closed(RescueRequest request) {
        return request.close(CloseReason.EXPIRED, "", NOON, new RescueEvent.Expired())
                .next();
    }

    private static RescueRequest applied(TransitionResult result) {
        return result.applied().orElseThrow().next();
    }
}
