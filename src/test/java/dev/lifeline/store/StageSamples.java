package dev.lifeline.store;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.InstalledSystem;
import dev.lifeline.rescue.LateLaunch;
import dev.lifeline.rescue.PendingExit;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Vote;
import dev.lifeline.rescue.Withdrawal;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.quicktheories.core.Gen;

/** Every stage, with random values. */
public final class StageSamples {

    private StageSamples() {}

    /** One sample of each stage. */
    public static List<Stage> oneOfEach() {
        return allWith(Fixtures.NOON, 1, "any", false);
    }

    public static Gen<Stage> generator() {
        Gen<Instant> instants = longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Gen<String> texts = strings().allPossible().ofLengthBetween(0, 40);
        return instants.zip(
                longs().between(1, Long.MAX_VALUE), texts, integers().between(0, 15), StageSamples::pick);
    }

    private static Stage pick(Instant instant, long number, String text, int choice) {
        return allWith(instant, number, text, choice >= 8).get(choice % 8);
    }

    private static List<Stage> allWith(Instant instant, long number, String text, boolean present) {
        Baseline baseline = new Baseline(
                deviceStatus(instant, number, text, present), present ? Optional.of(text) : Optional.empty(), present);
        PendingExit pendingExit = new PendingExit(
                Fixtures.ASHA_REQUESTER, present, instant, present, present ? Optional.of(baseline) : Optional.empty());
        RescueSystem system = present ? RescueSystem.LINUX : RescueSystem.AS_INSTALLED;
        Confirmation confirmation = new Confirmation(system, text, present);
        ApproverSet approverSet = present
                ? new ApproverSet(Set.of(new SlackUserId("U0ASHA")), Set.of(new SlackUserId("U0ELENA")))
                : ApproverSet.ANY_PERMITTED_USER;
        return List.of(
                new Stage.AwaitingConfirmation(instant, Optional.empty()),
                new Stage.AwaitingApproval(
                        confirmation,
                        approverSet,
                        present
                                ? List.of(new Vote(Fixtures.ASHA_REQUESTER, "0123456789abcdef", text, instant))
                                : List.of(),
                        instant,
                        present ? Optional.of(instant) : Optional.empty(),
                        present ? Optional.of(baseline) : Optional.empty()),
                new Stage.ReadyToLaunch(
                        confirmation,
                        approverSet,
                        instant,
                        instant,
                        present,
                        present ? Optional.of(baseline) : Optional.empty()),
                new Stage.Launching(
                        system,
                        instant,
                        baseline,
                        present,
                        !present,
                        present
                                ? Optional.of(new Withdrawal(
                                        CloseReason.BLOCKED,
                                        text,
                                        new RescueEvent.AccessDenied(new DenialReason.NoCloudUser(text)),
                                        true))
                                : Optional.empty()),
                new Stage.Booting(
                        present ? OptionalLong.of(number) : OptionalLong.empty(),
                        instant,
                        baseline,
                        present ? BootPhase.REBOOTING : BootPhase.ACCEPTED,
                        present ? Optional.of(instant) : Optional.empty(),
                        present),
                new Stage.InRescue(
                        instant,
                        present ? Evidence.HOST_KEY_CHANGED : Evidence.REPORTED_BY_PERSON,
                        baseline,
                        baseline,
                        present ? Optional.of(text) : Optional.empty(),
                        present ? Optional.of(pendingExit) : Optional.empty(),
                        present ? Optional.of(text) : Optional.empty()),
                new Stage.Exiting(
                        instant,
                        present ? Optional.of(instant) : Optional.empty(),
                        present ? Optional.of(Fixtures.ASHA_REQUESTER) : Optional.empty(),
                        baseline,
                        baseline,
                        present,
                        present,
                        present),
                new Stage.Closed(
                        present ? CloseReason.EXITED : CloseReason.FAILED,
                        text,
                        instant,
                        present
                                ? Optional.of(new InstalledSystem(Optional.of(text), !text.isEmpty()))
                                : Optional.empty(),
                        present
                                ? Optional.of(new LateLaunch(RescueSystem.AS_INSTALLED, baseline, 3, instant))
                                : Optional.empty()));
    }

    private static DeviceStatus deviceStatus(Instant instant, long number, String text, boolean present) {
        if (!present) return DeviceStatus.UNKNOWN;
        Transaction transaction =
                new Transaction(number, text, text, text, instant, Optional.of(Duration.ofMillis(number % 1_000_000)));
        return new DeviceStatus(
                PowerState.ON,
                Optional.of(transaction),
                Optional.of(transaction),
                OptionalLong.of(number),
                Optional.of(instant));
    }
}
