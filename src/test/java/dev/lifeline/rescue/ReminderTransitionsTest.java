package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.rescue.TransitionResult.Rejected;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What people answer to a reminder of a device in rescue. */
class ReminderTransitionsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant REMINDED = NOON.plus(HOUR);
    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final RescueRequest IN_RESCUE =
            openedRequest().withStage(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, BASELINE, BASELINE));

    private static RescueRequest next(TransitionResult result) {
        return result.applied().orElseThrow().next();
    }

    @Test
    void P10_still_needed_puts_the_next_reminder_off_and_not_away() {
        RescueRequest reminded =
                IN_RESCUE.remind(HOUR, HOUR, REMINDED).orElseThrow().next();
        Instant answeredAt = REMINDED.plus(Duration.ofMinutes(20));
        TransitionResult.Applied answered = ReminderTransitions.stillNeeded(reminded, BRUNO_REQUESTER, answeredAt)
                .applied()
                .orElseThrow();

        assertThat(answered.events()).containsExactly(new RescueEvent.StillNeeded(BRUNO));
        assertThat(answered.next().remind(HOUR, HOUR, REMINDED.plus(HOUR))).isEmpty();
        assertThat(answered.next().remind(HOUR, HOUR, answeredAt.plus(HOUR))).isPresent();
    }

    @Test
    void whoever_takes_over_is_the_one_who_is_responsible_in_every_later_stage() {
        TransitionResult.Applied taken = ReminderTransitions.takeOver(IN_RESCUE, BRUNO_REQUESTER)
                .applied()
                .orElseThrow();

        assertThat(taken.events()).containsExactly(new RescueEvent.TakenOver(BRUNO, ASHA));
        assertThat(taken.next().responsible()).isEqualTo(BRUNO_REQUESTER);
        assertThat(taken.next().stage()).isEqualTo(IN_RESCUE.stage());
        RescueRequest exiting = ExitTransitions.claim(
                        next(taken.next().requestExit(BRUNO_REQUESTER, false, NOON)), NOON)
                .orElseThrow()
                .next();
        assertThat(exiting.responsible()).isEqualTo(BRUNO_REQUESTER);
    }

    @Test
    void the_requester_takes_it_back_the_same_way() {
        RescueRequest taken = next(ReminderTransitions.takeOver(IN_RESCUE, BRUNO_REQUESTER));

        TransitionResult.Applied back =
                ReminderTransitions.takeOver(taken, ASHA_REQUESTER).applied().orElseThrow();
        assertThat(back.events()).containsExactly(new RescueEvent.TakenOver(ASHA, BRUNO));
        assertThat(back.next().responsible()).isEqualTo(ASHA_REQUESTER);
    }

    @Test
    void P5_taking_over_changes_neither_who_asked_nor_what_was_approved() {
        RescueRequest taken = next(ReminderTransitions.takeOver(IN_RESCUE, BRUNO_REQUESTER));

        assertThat(taken.plan()).isEqualTo(IN_RESCUE.plan());
        assertThat(taken.plan().digest()).isEqualTo(IN_RESCUE.plan().digest());
    }

    @Test
    void nobody_takes_over_what_is_theirs() {
        assertThat(ReminderTransitions.takeOver(IN_RESCUE, ASHA_REQUESTER))
                .isEqualTo(new Rejected(TransitionRejection.ALREADY_RESPONSIBLE));
    }

    @Test
    void a_button_of_an_old_reminder_is_refused_with_the_reason() {
        RescueRequest leaving = next(IN_RESCUE.requestExit(ASHA_REQUESTER, false, NOON));
        RescueRequest closed = IN_RESCUE
                .close(CloseReason.EXITED, "", NOON, new RescueEvent.Exited(Evidence.PORT_OPEN))
                .next();

        assertThat(ReminderTransitions.stillNeeded(leaving, ASHA_REQUESTER, NOON))
                .isEqualTo(new Rejected(TransitionRejection.ALREADY_EXITING));
        assertThat(ReminderTransitions.stillNeeded(closed, ASHA_REQUESTER, NOON))
                .isEqualTo(new Rejected(TransitionRejection.CLOSED));
        assertThat(ReminderTransitions.takeOver(closed, BRUNO_REQUESTER))
                .isEqualTo(new Rejected(TransitionRejection.CLOSED));
        assertThat(ReminderTransitions.takeOver(openedRequest(), BRUNO_REQUESTER))
                .isEqualTo(new Rejected(TransitionRejection.NOT_IN_RESCUE));
        assertThat(ReminderTransitions.stillNeeded(openedRequest(), ASHA_REQUESTER, NOON))
                .isEqualTo(new Rejected(TransitionRejection.NOT_IN_RESCUE));
    }
}
