package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import org.junit.jupiter.api.Test;

/** An exit that waits for a busy provider is taken back. */
class ExitTakenBackTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final Requester CHIARA =
            new Requester(new SlackUserId("U0CHIARA"), new CloudUserId(103), "9001_chiara@example.com");
    private static final RescueRequest IN_RESCUE =
            openedRequest().withStage(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, BASELINE, BASELINE));

    @Test
    void whoever_asked_for_the_exit_or_the_rescue_takes_it_back_and_the_device_stays_in_rescue() {
        RescueRequest waiting = waiting();

        TransitionResult.Applied byItsRequester =
                waiting.cancel(BRUNO_REQUESTER, NOON).applied().orElseThrow();
        assertThat(byItsRequester.next().stage()).isEqualTo(IN_RESCUE.stage());
        assertThat(byItsRequester.events()).containsExactly(new RescueEvent.ExitTakenBack(BRUNO));
        assertThat(waiting.cancel(ASHA_REQUESTER, NOON).applied()).isPresent();
    }

    @Test
    void nobody_else_does() {
        assertThat(waiting().cancel(CHIARA, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER));
    }

    @Test
    void there_is_nothing_to_take_back_where_no_exit_waits() {
        assertThat(IN_RESCUE.cancel(ASHA_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_ANSWERED));
    }

    private static RescueRequest waiting() {
        RescueRequest requested = IN_RESCUE
                .requestExit(BRUNO_REQUESTER, false, NOON)
                .applied()
                .orElseThrow()
                .next();
        return ExitTransitions.postpone(requested, NOON.plusSeconds(20))
                .orElseThrow()
                .next();
    }
}
