package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Vote;
import dev.lifeline.testkit.Fixtures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A launch that the provider turned away is given up: it may have begun all the same, and shows that late. */
class WithdrawnLaunchTest {

    private static final CommandResult BUSY = new CommandResult.Busy("outstanding transaction");
    private static final CommandResult ACCEPTED = new CommandResult.Accepted(OptionalLong.empty());
    private static final ProbeResult NO_ANSWER = new ProbeResult.NoAnswer();
    private static final DeviceStatus POWERED_OFF =
            WorkflowFixture.status(PowerState.OFF, OptionalLong.empty(), Optional.empty());
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Why it is given up, each after a busy answer that was true as far as one look told. */
    private static final Map<String, Consumer<WorkflowFixture>> REASONS = Map.of(
            "taken back",
            WithdrawnLaunchTest::takeBack,
            "launch window over",
            fixture -> {
                fixture.letPass(Duration.ofHours(2));
                fixture.runDueSteps();
            },
            "right lost",
            fixture -> {
                fixture.cloudUsers.with(Fixtures.onCallUser(ASHA_CLOUD_USER_ID).withPermissions(Set.of()));
                fixture.letPass(MINUTE);
                fixture.runDueSteps();
            },
            "device unfit",
            fixture -> {
                fixture.rescueImpossible(new PreflightFailure.CoreOs());
                fixture.letPass(MINUTE);
                fixture.runDueSteps();
            });

    private final WorkflowFixture fixture = new WorkflowFixture();
    private final Sightings sightings = new Sightings(fixture);

    private static void takeBack(WorkflowFixture fixture) {
        RescueRequest request = fixture.request();
        request.cancel(ASHA_REQUESTER, fixture.clock.instant()).applied().ifPresent(fixture::save);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken back", "launch window over", "right lost", "device unfit"})
    void P10_a_launch_that_is_given_up_after_a_busy_answer_is_watched_where_it_began_a_minute_later(String reason) {
        giveUp(reason);
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);

        sightings.observe(poweredOnStatus(), NO_ANSWER, MINUTE);
        sightings.observe(statusWithTransaction(transaction(501), PowerState.ON), NO_ANSWER, MINUTE);
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Booting.class);
        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken back", "launch window over", "right lost", "device unfit"})
    void a_launch_that_is_given_up_after_a_busy_answer_is_closed_for_that_reason_once_nothing_began(String reason) {
        giveUp(reason);
        sightings.observe(poweredOnStatus(), NO_ANSWER, Duration.ofMinutes(4));

        Map<String, CloseReason> closeReasons =
                Map.of("taken back", CloseReason.CANCELLED, "launch window over", CloseReason.EXPIRED);
        assertClosed(closeReasons.getOrDefault(reason, CloseReason.BLOCKED));
    }

    private void giveUp(String reason) {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        REASONS.getOrDefault(reason, any -> {}).accept(fixture);
    }

    private void assertClosed(CloseReason reason) {
        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closeReason()).isEqualTo(reason));
    }

    @Test
    void a_launch_that_is_taken_back_while_it_waits_for_a_permit_is_not_sent() {
        fixture.readyToLaunch();
        fixture.whileWaitingToSend(() -> takeBack(fixture));
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertClosed(CloseReason.CANCELLED);
    }

    @Test
    void P3_a_launch_that_is_taken_back_after_it_left_is_watched_as_accepted() {
        fixture.readyToLaunch();
        fixture.providerAnswers(ACCEPTED, () -> takeBack(fixture));
        fixture.runDueSteps();
        sightings.observe(poweredOnStatus(), NO_ANSWER, Duration.ofMinutes(4));

        assertThat(fixture.auditedEvents).contains("launch-accepted");
        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Launching.class,
                        launching -> assertThat(launching.accepted()).isTrue());
    }

    @Test
    void P10_a_launch_whose_answer_is_lost_after_it_was_taken_back_is_watched_for_its_whole_time() {
        fixture.readyToLaunch();
        fixture.providerAnswers(new CommandResult.Unconfirmed("time-out"), () -> takeBack(fixture));
        fixture.runDueSteps();
        sightings.observe(poweredOnStatus(), NO_ANSWER, Duration.ofMinutes(4));
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);

        sightings.observe(poweredOnStatus(), NO_ANSWER, Duration.ofMinutes(16));
        assertClosed(CloseReason.CANCELLED);
    }

    @Test
    void P10_a_launch_that_is_taken_back_and_turned_away_is_watched() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY, () -> takeBack(fixture));
        fixture.runDueSteps();
        fixture.letPass(MINUTE);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
        assertThat(fixture.sentCommands()).isEqualTo(1);

        sightings.observe(poweredOnStatus(), NO_ANSWER, Duration.ofMinutes(4));
        assertClosed(CloseReason.CANCELLED);
    }

    @Test
    void P10_a_launch_that_is_refused_after_an_earlier_attempt_was_turned_away_is_watched() {
        fixture.readyToLaunch();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.providerAnswers(new CommandResult.NotPermitted("no permission"));
        fixture.letPass(MINUTE);
        fixture.runDueSteps();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);

        sightings.observe(poweredOnStatus(), NO_ANSWER, Duration.ofMinutes(4));
        assertClosed(CloseReason.FAILED);
    }

    @Test
    void P1_a_launch_that_began_before_the_device_drifted_is_not_sent_again_after_the_new_approval() {
        turnedAwayAndDrifted();
        approve();
        fixture.deviceIs(statusWithTransaction(transaction(501), PowerState.ON));
        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isEqualTo(1);
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P10_a_launch_that_was_turned_away_before_the_device_drifted_is_watched_after_a_denial() {
        turnedAwayAndDrifted();
        fixture.save(ApprovalTransitions.deny(fixture.request(), BRUNO_REQUESTER, "no", fixture.clock.instant())
                .applied()
                .orElseThrow());

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    /** A server that was off when the launch was turned away, and is on by the time of the next attempt. */
    private void turnedAwayAndDrifted() {
        fixture.deviceIs(POWERED_OFF);
        Plan plan = new Plan(
                new Inspection(WEB_07, POWERED_OFF, true, false, true, true),
                ASHA_REQUESTER,
                Fixtures.INCIDENT_CHANNEL,
                Optional.empty(),
                NOON,
                requiringApprovals(1));
        RescueRequest opened = RescueRequest.create(WorkflowFixture.FIRST, plan, NOON.plus(MINUTE));
        fixture.requests.open(opened);
        fixture.save(opened.confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        fixture.clock.instant())
                .applied()
                .orElseThrow());
        approve();
        fixture.providerAnswers(BUSY);
        fixture.runDueSteps();
        fixture.deviceIs(poweredOnStatus());
        fixture.letPass(MINUTE);
        fixture.runDueSteps();
        assertThat(fixture.auditedEvents).endsWith("drifted");
    }

    private void approve() {
        RescueRequest request = fixture.request();
        Vote vote = new Vote(BRUNO_REQUESTER, request.plan().digest(), "", fixture.clock.instant());
        fixture.save(ApprovalTransitions.approve(request, vote).applied().orElseThrow());
    }
}
