package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of an exit that cannot be sent, or is answered with no. */
class ExitCommandOutcomesTest {

    private static final Instant RETRY_AT = NOON.plus(PollIntervals.DEFAULT.retry());

    private final WorkflowFixture fixture = new WorkflowFixture();

    private void assertExitPostponed(int commands) {
        assertThat(inRescue().pendingExit().orElseThrow().notBefore()).isEqualTo(RETRY_AT);
        assertThat(fixture.sentCommands()).isEqualTo(commands);
    }

    private Stage.InRescue inRescue() {
        return (Stage.InRescue) fixture.request().stage();
    }

    @Test
    void P4_an_exit_without_the_permission_is_dropped_and_the_device_stays_in_rescue() {
        fixture.exitRequested();
        fixture.permissionsRevoked();

        fixture.runDueSteps();

        assertThat(inRescue().pendingExit()).isEmpty();
        assertThat(fixture.auditedEvents).endsWith("access-denied");
        assertThat(fixture.sentCommands()).isZero();
    }

    @Test
    void an_exit_whose_users_cannot_be_read_waits_for_the_retry() {
        fixture.exitRequested();
        fixture.usersUnavailable();

        fixture.runDueSteps();

        assertExitPostponed(0);
    }

    @Test
    void an_exit_waits_while_the_provider_is_away_or_hides_the_device() {
        fixture.exitRequested();
        fixture.deviceHidden();
        fixture.runDueSteps();
        assertExitPostponed(0);
    }

    @Test
    void an_exit_of_a_device_that_runs_an_image_unloads_it() {
        fixture.exitRequested();
        fixture.deviceIs(WorkflowFixture.status(PowerState.ON, OptionalLong.of(77), Optional.empty()));

        fixture.runDueSteps();

        assertThat(fixture.exitedFromImage()).isTrue();
        assertThat(fixture.powerCycled()).isFalse();
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void an_exit_that_bare_metal_refuses_for_a_time_waits_until_that_is_over() {
        Instant lastCommand = NOON.minus(Duration.ofMinutes(5));
        fixture.exitRequested();
        fixture.deviceIs(WorkflowFixture.status(PowerState.ON, OptionalLong.empty(), Optional.of(lastCommand)));
        fixture.providerAnswers(new CommandResult.Busy("locked"));

        fixture.runDueSteps();

        assertThat(inRescue().pendingExit().orElseThrow().notBefore())
                .isEqualTo(lastCommand.plus(PollIntervals.DEFAULT.powerCommandLockout()));
        assertThat(fixture.request().due())
                .isEqualTo(fixture.run(WorkflowFixture.FIRST))
                .contains(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void an_exit_that_is_refused_after_the_lockout_or_was_not_sent_is_tried_again_soon() {
        fixture.exitRequested();
        fixture.deviceIs(WorkflowFixture.status(
                PowerState.ON,
                OptionalLong.empty(),
                Optional.of(NOON.minus(PollIntervals.DEFAULT.powerCommandLockout()))));
        fixture.providerAnswers(new CommandResult.Busy("locked"));
        fixture.runDueSteps();
        assertExitPostponed(1);
    }

    @Test
    void an_exit_that_was_put_off_is_not_sent_before_its_time() {
        fixture.exitRequested();
        fixture.providerAnswers(new CommandResult.Busy("locked"));
        fixture.runDueSteps();

        fixture.letPass(PollIntervals.DEFAULT.retry().minusMillis(1));
        fixture.runDueSteps();
        assertThat(fixture.sentCommands()).isEqualTo(1);

        fixture.letPass(Duration.ofMillis(1));
        fixture.runDueSteps();
        assertThat(fixture.sentCommands()).isEqualTo(2);
    }

    @Test
    void an_exit_that_was_not_sent_knows_of_no_lockout() {
        fixture.exitRequested();
        fixture.deviceIs(WorkflowFixture.status(
                PowerState.ON, OptionalLong.empty(), Optional.of(NOON.minus(Duration.ofMinutes(5)))));
        fixture.providerAnswers(new CommandResult.NotSent("no permit"));

        fixture.runDueSteps();

        assertExitPostponed(1);
    }
}
