package dev.lifeline.store;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.contract.Samples;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.quicktheories.core.Gen;

/** Every kind of stage, with any values in it. */
public final class StageSamples {

    private StageSamples() {}

    /** One of each kind. */
    public static List<Stage> oneOfEach() {
        return allWith(Samples.NOON, 1, "any", false);
    }

    public static Gen<Stage> generator() {
        Gen<Instant> moments = longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Gen<String> texts = strings().allPossible().ofLengthBetween(0, 40);
        return moments.zip(longs().between(1, Long.MAX_VALUE), texts, integers().between(0, 15), StageSamples::pick);
    }

    private static Stage pick(Instant at, long number, String text, int choice) {
        return allWith(at, number, text, choice >= 8).get(choice % 8);
    }

    private static List<Stage> allWith(Instant at, long number, String text, boolean told) {
        Baseline before =
                new Baseline(deviceStatus(at, number, text, told), told ? Optional.of(text) : Optional.empty(), told);
        Stage.PendingExit pendingExit = new Stage.PendingExit(Samples.ASHA_REQUESTER, told, at, told);
        RescueSystem system = told ? RescueSystem.LINUX : RescueSystem.AS_INSTALLED;
        Confirmation yes = new Confirmation(system, text, told);
        ApproverSet approverSet = told
                ? new ApproverSet(Set.of(new SlackUserId("U0ASHA")), Set.of(new SlackUserId("U0ELENA")))
                : ApproverSet.ANY_PERMITTED_USER;
        return List.of(
                new Stage.AwaitingConfirmation(at),
                new Stage.AwaitingApproval(
                        yes,
                        approverSet,
                        told ? List.of(new Vote(Samples.ASHA_REQUESTER, "0123456789abcdef", text, at)) : List.of(),
                        at,
                        told ? Optional.of(at) : Optional.empty()),
                new Stage.ReadyToLaunch(yes, approverSet, at, at, told),
                new Stage.Launching(system, at, before, told, !told),
                new Stage.Booting(
                        told ? OptionalLong.of(number) : OptionalLong.empty(),
                        at,
                        before,
                        told ? BootPhase.REBOOTING : BootPhase.ACCEPTED,
                        told ? Optional.of(at) : Optional.empty(),
                        told),
                new Stage.InRescue(
                        at,
                        told ? Evidence.HOST_KEY_CHANGED : Evidence.REPORTED_BY_PERSON,
                        before,
                        before,
                        told ? Optional.of(text) : Optional.empty(),
                        told ? Optional.of(pendingExit) : Optional.empty(),
                        told ? Optional.of(at) : Optional.empty()),
                new Stage.Exiting(
                        at,
                        told ? Optional.of(at) : Optional.empty(),
                        told ? Optional.of(Samples.ASHA_REQUESTER) : Optional.empty(),
                        before,
                        before,
                        told,
                        told),
                new Stage.Closed(told ? CloseReason.EXITED : CloseReason.FAILED, text, at));
    }

    private static DeviceStatus deviceStatus(Instant at, long number, String text, boolean told) {
        if (!told) return DeviceStatus.UNKNOWN;
        Transaction running =
                new Transaction(number, text, text, at, Optional.of(Duration.ofMillis(number % 1_000_000)));
        return new DeviceStatus(
                PowerState.ON, Optional.of(running), Optional.of(running), OptionalLong.of(number), Optional.of(at));
    }
}
