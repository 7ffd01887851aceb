package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Stage;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command is executed and a repetition of it, which the bot did not make, is turned away. */
class TurnedAwayCommandTest {

    private static final CommandResult BUSY = new CommandResult.Busy("outstanding transaction");
    private static final CommandResult NOT_PERMITTED = new CommandResult.NotPermitted("no permission");
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final WorkflowFixture fixture = new WorkflowFixture();

    static List<CommandResult> rejections() {
        return List.of(BUSY, NOT_PERMITTED);
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void P1_a_launch_that_began_and_was_answered_as_rejected_is_unconfirmed_and_not_sent_again(CommandResult result) {
        fixture.readyToLaunch();
        fixture.providerAnswers(result, () -> fixture.transactionRuns(501));
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
        assertThat(fixture.auditedEvents).endsWith("launch-unconfirmed");

        fixture.transactionIsOver(501);
        fixture.letPass(RETRY);
        fixture.runDueSteps();
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void P1_a_launch_whose_transaction_shows_only_after_the_busy_answer_is_not_sent_again() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.ReadyToLaunch.class);

        fixture.transactionRuns(501);
        fixture.letPass(RETRY);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void P10_a_launch_window_that_ends_after_a_busy_answer_does_not_hide_what_began() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.transactionRuns(501);
        fixture.letPass(Duration.ofHours(2));
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P10_a_requester_who_lost_the_right_after_a_busy_answer_does_not_hide_what_began() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.cloudUsers.with(Fixtures.onCallUser(ASHA_CLOUD_USER_ID).withPermissions(Set.of()));
        fixture.transactionRuns(501);
        fixture.letPass(RETRY);
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void a_requester_who_lost_the_right_after_a_busy_answer_that_was_true_is_denied() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.cloudUsers.with(Fixtures.onCallUser(ASHA_CLOUD_USER_ID).withPermissions(Set.of()));
        fixture.letPass(RETRY);
        fixture.runDueSteps();

        new Sightings(fixture).observe(poweredOnStatus(), new ProbeResult.NoAnswer(), Duration.ofMinutes(4));
        assertThat(fixture.auditedEvents).endsWith("launch-withdrawn", "access-denied");
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void a_launch_window_that_ends_after_a_busy_answer_that_was_true_expires_the_request() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.letPass(Duration.ofHours(2));
        fixture.runDueSteps();
        new Sightings(fixture).observe(poweredOnStatus(), new ProbeResult.NoAnswer(), Duration.ofMinutes(4));
        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closeReason()).isEqualTo(CloseReason.EXPIRED));
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void a_launch_that_was_turned_away_and_began_nothing_is_sent_again() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.letPass(RETRY);
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isEqualTo(2);
    }

    @Test
    void P1_a_busy_answer_is_not_believed_while_the_device_cannot_be_read() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY, fixture::providerUnreachable);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P1_a_busy_answer_is_not_believed_while_the_device_is_hidden() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY, fixture::deviceHidden);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P1_a_refusal_is_not_believed_while_the_device_cannot_be_read() {
        fixture.readyToLaunch();
        fixture.providerAnswers(NOT_PERMITTED, fixture::providerUnreachable);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P1_a_refusal_is_not_believed_while_the_device_is_hidden() {
        fixture.readyToLaunch();
        fixture.providerAnswers(NOT_PERMITTED, fixture::deviceHidden);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void a_refusal_is_believed_where_the_device_shows_nothing_new() {
        fixture.readyToLaunch();
        fixture.providerAnswers(NOT_PERMITTED);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void P1_an_exit_that_began_and_was_answered_as_rejected_is_not_sent_again(CommandResult result) {
        fixture.exitRequested();
        fixture.providerAnswers(result, () -> fixture.transactionRuns(501));
        fixture.runDueSteps();
        fixture.letPass(RETRY);
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Exiting.class);
        assertThat(fixture.auditedEvents).endsWith("exit-unconfirmed");
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void P1_an_exit_whose_transaction_shows_only_after_the_busy_answer_is_not_sent_again() {
        fixture.exitRequested();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.transactionRuns(501);
        fixture.letPass(RETRY);
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Exiting.class);
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }
}
