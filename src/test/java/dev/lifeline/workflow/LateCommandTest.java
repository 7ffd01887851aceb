package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A process that stands still between its claim and its call, or between its call and the answer, while others go on. */
class LateCommandTest {

    private static final CommandResult ACCEPTED = new CommandResult.Accepted(OptionalLong.empty());
    private static final CommandResult ACCEPTED_WITH_TRANSACTION = new CommandResult.Accepted(OptionalLong.of(501));
    private static final CommandResult UNCONFIRMED = new CommandResult.Unconfirmed("time-out");
    private static final Duration STANDSTILL = Duration.ofMinutes(16);

    private final WorkflowFixture fixture = new WorkflowFixture();

    @Test
    void P1_a_process_that_stood_still_after_its_claim_does_not_send_once_the_request_was_closed() {
        fixture.readyToLaunch();
        fixture.whileWaitingToSend(fixture::closeAsFailed);
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void P1_a_process_that_stood_still_after_its_claim_does_not_send_after_the_send_by_time() {
        fixture.readyToLaunch();
        fixture.whileWaitingToSend(() -> fixture.letPass(CommandClaim.SEND_WINDOW));
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.ReadyToLaunch.class);
    }

    @Test
    void P4_a_process_that_stood_still_after_its_access_check_checks_again_before_it_claims() {
        fixture.readyToLaunch();
        fixture.whileInspecting(() -> fixture.letPass(CommandStep.MAX_CHECK_AGE));
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.ReadyToLaunch.class);
    }

    @Test
    void the_send_by_time_does_not_run_on_the_wall_clock() {
        fixture.readyToLaunch();
        fixture.whileWaitingToSend(() -> fixture.clock.advance(STANDSTILL));
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void an_effect_that_was_seen_before_a_command_that_was_never_sent_was_not_its_effect() {
        fixture.readyToLaunch();
        fixture.whileWaitingToSend(() -> {
            Stage.Launching claimed = (Stage.Launching) fixture.request().stage();
            fixture.save(fixture.request().transitionTo(booting(claimed, OptionalLong.of(501))));
        });
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.ReadyToLaunch.class);
    }

    private static Stage booting(Stage.Launching claimed, OptionalLong transaction) {
        return new Stage.Booting(
                transaction,
                claimed.sentAt(),
                claimed.baseline(),
                BootPhase.TRANSACTION_RUNNING,
                Optional.empty(),
                false);
    }

    @Test
    void P10_an_acceptance_that_comes_after_the_request_was_closed_reopens_it() {
        fixture.readyToLaunch();
        answersAfterItWasClosed(ACCEPTED);
        fixture.runDueSteps();

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Launching.class,
                        launching -> assertThat(launching.accepted()).isTrue());
        assertThat(fixture.requests.findOpen()).containsExactly(fixture.request());
        assertThat(fixture.auditedEvents).endsWith("reopened");
        assertThat(fixture.notifier.replies()).last().asString().contains("open again");
    }

    @Test
    void P10_a_transaction_that_a_late_acceptance_names_is_watched() {
        fixture.readyToLaunch();
        answersAfterItWasClosed(ACCEPTED_WITH_TRANSACTION);
        fixture.runDueSteps();

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Booting.class,
                        booting -> assertThat(booting.transactionId()).hasValue(501));
    }

    @Test
    void P10_an_answer_that_was_lost_after_the_request_was_closed_reopens_it_too() {
        fixture.readyToLaunch();
        answersAfterItWasClosed(UNCONFIRMED);
        fixture.runDueSteps();

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Launching.class,
                        launching -> assertThat(launching.accepted()).isFalse());
    }

    @Test
    void a_late_refusal_leaves_the_request_closed() {
        fixture.readyToLaunch();
        answersAfterItWasClosed(new CommandResult.NotPermitted("no"));
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void a_rescue_that_is_over_is_not_reopened_by_a_late_acceptance() {
        fixture.readyToLaunch();
        fixture.providerAnswers(
                ACCEPTED,
                () -> fixture.save(fixture.request()
                        .close(
                                CloseReason.EXITED,
                                "",
                                fixture.clock.instant(),
                                new RescueEvent.Exited(Evidence.HOST_KEY_CHANGED))));
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void P10_an_acceptance_that_comes_after_somebody_said_that_the_device_is_back_reopens_the_request() {
        fixture.readyToLaunch();
        fixture.providerAnswers(
                ACCEPTED,
                () -> fixture.save(ManualTransitions.reportBack(
                                fixture.request(),
                                ASHA_REQUESTER,
                                DeviceStatus.UNKNOWN,
                                new DeviceProbe.ProbeResult.NoAnswer(),
                                fixture.clock.instant())
                        .applied()
                        .orElseThrow()));
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
        assertThat(fixture.auditedEvents).endsWith("reopened");
    }

    @Test
    void one_open_request_a_device_when_a_later_one_awaits_its_confirmation_meanwhile() {
        fixture.readyToLaunch();
        answersAfterItWasClosed(ACCEPTED, fixture::openLater);
        fixture.runDueSteps();

        assertThat(fixture.requests.findOpen()).extracting(RescueRequest::id).containsExactly(WorkflowFixture.FIRST);
        assertThat(fixture.requests.find(WorkflowFixture.LATER).orElseThrow().stage())
                .isInstanceOf(Stage.Closed.class);
        assertThat(fixture.auditedEvents).endsWith("superseded", "reopened");
    }

    @Test
    void one_open_request_a_device_when_a_later_one_was_launched_meanwhile() {
        fixture.readyToLaunch();
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        answersAfterItWasClosed(
                ACCEPTED,
                () -> fixture.save(fixture.openLater()
                        .transitionTo(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, baseline, baseline))));
        fixture.runDueSteps();

        assertThat(fixture.requests.findOpen()).extracting(RescueRequest::id).containsExactly(WorkflowFixture.LATER);
        assertThat(fixture.auditedEvents).endsWith("late-response");
        assertThat(fixture.notifier.replies()).last().asString().contains("later request");
    }

    private void answersAfterItWasClosed(CommandResult result) {
        answersAfterItWasClosed(result, () -> {});
    }

    private void answersAfterItWasClosed(CommandResult result, Runnable meanwhile) {
        fixture.providerAnswers(result, () -> {
            fixture.letPass(STANDSTILL);
            fixture.closeAsFailed();
            meanwhile.run();
        });
    }

    @Test
    void P10_an_acceptance_that_comes_late_is_recorded_once_a_database_that_failed_just_then_answers() {
        fixture.readyToLaunch();
        answersAfterItWasClosed(ACCEPTED, fixture::databaseFails);
        assertThatThrownBy(fixture::runDueSteps).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);

        fixture.databaseAnswers();
        fixture.run(WorkflowFixture.FIRST);
        assertThat(fixture.auditedEvents).endsWith("reopened");
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P1_an_exit_is_not_sent_once_it_was_taken_back_to_the_rescue() {
        fixture.exitRequested();
        fixture.whileWaitingToSend(this::takeBackToRescue);
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.InRescue.class);
    }

    @Test
    void P1_an_exit_that_was_accepted_after_it_was_taken_back_is_under_way_and_not_sent_again() {
        fixture.exitRequested();
        fixture.providerAnswers(ACCEPTED, () -> {
            takeBackToRescue();
            fixture.save(fixture.request()
                    .requestExit(ASHA_REQUESTER, false, fixture.clock.instant())
                    .applied()
                    .orElseThrow());
        });
        fixture.runDueSteps();
        fixture.letPass(STANDSTILL);
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Exiting.class);
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void P10_an_exit_that_was_accepted_after_the_request_was_closed_reopens_it() {
        fixture.exitRequested();
        answersAfterItWasClosed(ACCEPTED);
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Exiting.class);
        assertThat(fixture.auditedEvents).endsWith("reopened");
    }

    private void takeBackToRescue() {
        Stage.Exiting exiting = (Stage.Exiting) fixture.request().stage();
        Stage inRescue = new Stage.InRescue(
                fixture.clock.instant(), Evidence.REPORTED_BY_PROVIDER, exiting.baseline(), exiting.rescueBaseline());
        fixture.save(
                fixture.request().transitionTo(inRescue, new RescueEvent.ExitNotObserved(Duration.ofMinutes(3), true)));
    }
}
