package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.PowerOn;
import dev.lifeline.rescue.PowerOn.State;
import dev.lifeline.rescue.PowerOnTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that is powered on instead of rescued: one command for each press, and never a launch. */
class PowerOnStepTest {

    private static final DeviceStatus OFF = new DeviceStatus(
            PowerState.OFF, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    private final WorkflowFixture fixture = new WorkflowFixture();

    @BeforeEach
    void the_device_is_off_and_its_rescue_is_asked_for() {
        fixture.deviceIs(OFF);
        fixture.requests.open(RescueRequest.create(
                        WorkflowFixture.FIRST,
                        plan(WEB_07, requiringApprovals(0)),
                        fixture.clock.instant().plus(Duration.ofMinutes(10)))
                .asInspected(new Inspection(WEB_07, OFF, true, false, true, true)));
    }

    private TransitionResult press() {
        TransitionResult result =
                PowerOnTransitions.request(fixture.request(), ASHA_REQUESTER, fixture.clock.instant());
        result.applied().ifPresent(fixture::save);
        return result;
    }

    private State state() {
        return ((AwaitingConfirmation) fixture.request().stage())
                .powerOn()
                .map(PowerOn::state)
                .orElseThrow();
    }

    private void look(Duration after) {
        fixture.letPass(after);
        fixture.runDueSteps();
    }

    @Test
    void P1_one_press_sends_one_command_however_often_the_step_runs_and_a_second_press_sends_none() {
        press();
        for (int i = 0; i < 5; i++) look(Duration.ofSeconds(11));

        assertThat(press().applied()).isEmpty();
        look(Duration.ofSeconds(11));
        assertThat(fixture.sentCommands()).isEqualTo(1);
        assertThat(state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void once_the_provider_reports_it_on_that_is_said_the_plan_is_of_it_and_nothing_is_launched() {
        press();
        fixture.runDueSteps();
        fixture.deviceIs(poweredOnStatus());
        look(Duration.ofSeconds(11));

        assertThat(state()).isEqualTo(State.ON);
        assertThat(fixture.request().plan().inspection().status().powerState()).isEqualTo(PowerState.ON);
        look(Duration.ofMinutes(1));
        assertThat(fixture.request().stage()).isInstanceOf(AwaitingConfirmation.class);
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void P1_an_answer_that_is_lost_is_not_followed_by_a_second_command() {
        fixture.providerAnswers(new CommandResult.Unconfirmed("lost"));
        press();
        for (int i = 0; i < 40; i++) look(Duration.ofSeconds(11));

        assertThat(fixture.sentCommands()).isEqualTo(1);
        assertThat(state()).isEqualTo(State.NOT_SEEN);
        assertThat(press().applied()).isEmpty();
    }

    @Test
    void P1_P7_a_process_that_died_between_claim_and_call_leaves_a_command_that_is_never_sent() {
        press();
        fixture.save(PowerOnTransitions.claim(fixture.request(), fixture.clock.instant())
                .orElseThrow());
        for (int i = 0; i < 40; i++) look(Duration.ofSeconds(11));

        assertThat(fixture.sentCommands()).isZero();
        assertThat(state()).isEqualTo(State.NOT_SEEN);
    }

    @Test
    void what_the_provider_did_not_do_can_be_asked_for_again() {
        fixture.providerAnswers(new CommandResult.NotPermitted("no"));
        press();
        fixture.runDueSteps();
        assertThat(state()).isEqualTo(State.NOT_DONE);

        fixture.providerAnswers(new CommandResult.Accepted(OptionalLong.empty()));
        press();
        fixture.runDueSteps();
        assertThat(state()).isEqualTo(State.ACCEPTED);
        assertThat(fixture.sentCommands()).isEqualTo(2);
    }

    @Test
    void P4_whoever_lost_the_right_since_the_press_powers_nothing_on() {
        press();
        fixture.permissionsRevoked();
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(state()).isEqualTo(State.NOT_DONE);
    }

    @Test
    void a_device_that_is_on_by_then_gets_no_command() {
        press();
        fixture.deviceIs(poweredOnStatus());
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(state()).isEqualTo(State.ON);
    }

    @Test
    void P1_a_yes_or_no_in_between_leaves_the_command_unsent() {
        press();
        fixture.whileWaitingToSend(() -> fixture.save(fixture.request()
                .confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        fixture.clock.instant())
                .applied()
                .orElseThrow()));
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
    }

    @Test
    void a_provider_out_of_reach_is_asked_nothing_more_by_itself() {
        press();
        fixture.providerUnreachable();
        fixture.runDueSteps();

        assertThat(state()).isEqualTo(State.NOT_DONE);
        assertThat(fixture.pending()).hasSize(1);
    }

    @Test
    void P10_the_request_still_expires_when_nobody_answers() {
        press();
        fixture.runDueSteps();
        look(Duration.ofMinutes(11));

        assertThat(fixture.request().stage()).isInstanceOf(Closed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = PowerState.class,
            names = {"ON", "PAUSED", "UNKNOWN"})
    void only_a_device_that_the_provider_reports_off_can_be_powered_on(PowerState power) {
        DeviceStatus status =
                new DeviceStatus(power, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
        RescueRequest other = fixture.request().asInspected(new Inspection(WEB_07, status, true, false, true, true));
        assertThat(PowerOnTransitions.request(other, ASHA_REQUESTER, fixture.clock.instant())
                        .applied())
                .isEmpty();
    }
}
