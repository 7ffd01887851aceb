package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ways out by a person's word. */
class ManualTransitionsTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final RescueRequest IN_RESCUE =
            openedRequest().withStage(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, BASELINE, BASELINE));
    private static final RescueRequest LAUNCHING =
            openedRequest().withStage(new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, false, true));
    private static final RescueRequest EXITING =
            openedRequest().withStage(Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE));

    @Test
    void P8_a_request_that_is_closed_by_hand_keeps_who_and_why() {
        TransitionResult.Applied closed = ManualTransitions.close(IN_RESCUE, BRUNO_REQUESTER, "cancelled", NOON)
                .applied()
                .orElseThrow();

        assertThat(closed.next().stage())
                .isEqualTo(new Stage.Closed(
                        CloseReason.BY_HAND, BRUNO_REQUESTER.username() + " closed it: cancelled", NOON));
        assertThat(closed.events()).containsExactly(new RescueEvent.ClosedByHand(BRUNO, "cancelled", true));
    }

    @Test
    void a_request_is_not_closed_by_hand_without_a_reason() {
        assertThat(ManualTransitions.close(IN_RESCUE, ASHA_REQUESTER, " ", NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED));
    }

    @Test
    void P3_a_device_that_somebody_says_is_back_is_known_by_a_persons_word() {
        assertThat(ManualTransitions.reportBack(EXITING, BRUNO_REQUESTER, NOON)
                        .applied()
                        .orElseThrow()
                        .events())
                .containsExactly(
                        new RescueEvent.ReportedBack(BRUNO), new RescueEvent.Exited(Evidence.REPORTED_BY_PERSON));
    }

    @Test
    void nothing_is_back_that_was_never_sent_away() {
        assertThat(ManualTransitions.reportBack(openedRequest(), ASHA_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_ANSWERED));
    }

    @Test
    void a_person_can_say_that_it_is_in_rescue_where_the_bot_waits_for_something_else() {
        assertThat(LAUNCHING.reportLogin(BASELINE, NOON).applied().map(applied -> applied.next().stage()))
                .isEqualTo(Optional.of(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PERSON, BASELINE, BASELINE)));
        assertThat(EXITING.reportLogin(BASELINE, NOON).applied()).isPresent();
    }
}
