package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import org.junit.jupiter.api.Test;

class ExitTransitionsTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final Stage.InRescue IN_RESCUE =
            new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, BASELINE, BASELINE);

    @Test
    void P1_a_result_without_a_claimed_command_is_a_bug() {
        RescueRequest inRescue = openedRequest().transitionTo(IN_RESCUE).next();
        RescueRequest requested = inRescue.requestExit(ASHA_REQUESTER, false, NOON)
                .applied()
                .orElseThrow()
                .next();

        assertThatThrownBy(() -> ExitTransitions.apply(
                        requested,
                        (Stage.InRescue) requested.stage(),
                        new CommandResult.Busy(""),
                        new RescueEvent.ExitPostponed(NOON),
                        NOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no exit command was claimed");
    }
}
