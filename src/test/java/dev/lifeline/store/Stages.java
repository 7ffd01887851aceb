package dev.lifeline.store;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;
import static org.quicktheories.generators.SourceDSL.strings;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.contract.Samples;
import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.Phase;
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
final class Stages {

    private Stages() {}

    /** One of each kind. */
    static List<Stage> kinds() {
        return of(Samples.NOON, 1, "any", false);
    }

    static Gen<Stage> any() {
        Gen<Instant> moments = longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Gen<String> texts = strings().allPossible().ofLengthBetween(0, 40);
        return moments.zip(longs().between(1, Long.MAX_VALUE), texts, integers().between(0, 15), Stages::one);
    }

    private static Stage one(Instant at, long number, String text, int choice) {
        return of(at, number, text, choice >= 8).get(choice % 8);
    }

    private static List<Stage> of(Instant at, long number, String text, boolean told) {
        Baseline before =
                new Baseline(condition(at, number, text, told), told ? Optional.of(text) : Optional.empty(), told);
        Stage.Leave leave = new Stage.Leave(Samples.ASHA, told, at, told);
        RescueSystem system = told ? RescueSystem.LINUX : RescueSystem.AS_INSTALLED;
        Confirmation yes = new Confirmation(system, text, told);
        Electorate electorate = told
                ? new Electorate(Set.of(new SlackUserId("U0ASHA")), Set.of(new SlackUserId("U0ELENA")))
                : Electorate.UNNAMED;
        return List.of(
                new Stage.AwaitingConfirmation(at),
                new Stage.AwaitingApproval(
                        yes,
                        electorate,
                        told ? List.of(new Vote(Samples.ASHA, text, text, at)) : List.of(),
                        at,
                        told ? Optional.of(at) : Optional.empty()),
                new Stage.Cleared(yes, electorate, at, at, told),
                new Stage.Launching(system, at, before, told, !told),
                new Stage.Booting(
                        told ? OptionalLong.of(number) : OptionalLong.empty(),
                        at,
                        before,
                        told ? Phase.REBOOTING : Phase.ACCEPTED,
                        told ? Optional.of(at) : Optional.empty(),
                        told),
                new Stage.InRescue(
                        at,
                        told ? Evidence.HOST_KEY_CHANGED : Evidence.A_PERSONS_WORD,
                        before,
                        before,
                        told ? Optional.of(text) : Optional.empty(),
                        told ? Optional.of(leave) : Optional.empty(),
                        told ? Optional.of(at) : Optional.empty()),
                new Stage.Returning(
                        at,
                        told ? Optional.of(at) : Optional.empty(),
                        told ? Optional.of(Samples.ASHA) : Optional.empty(),
                        before,
                        before,
                        told,
                        told),
                new Stage.Closed(told ? Ending.RETURNED : Ending.FAILED, text, at));
    }

    private static Condition condition(Instant at, long number, String text, boolean told) {
        if (!told) return Condition.UNTOLD;
        Transaction running =
                new Transaction(number, text, text, at, Optional.of(Duration.ofMillis(number % 1_000_000)));
        return new Condition(
                Power.ON, Optional.of(running), Optional.of(running), OptionalLong.of(number), Optional.of(at));
    }
}
