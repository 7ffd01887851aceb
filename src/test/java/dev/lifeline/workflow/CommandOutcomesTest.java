package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What becomes of a launch that cannot be sent, or is answered with no. */
class CommandOutcomesTest {

    private static final Instant RETRY_AT = NOON.plus(PollIntervals.DEFAULT.retry());

    private final WorkflowFixture fixture = new WorkflowFixture();

    private void assertPostponed() {
        assertThat(fixture.request().stage()).isInstanceOfSatisfying(Stage.ReadyToLaunch.class, waiting -> {
            assertThat(waiting.notBefore()).isEqualTo(RETRY_AT);
            assertThat(waiting.postponedNotified()).isTrue();
        });
        assertThat(fixture.sentCommands()).isZero();
    }

    private void assertClosed(CloseReason closeReason) {
        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closeReason()).isEqualTo(closeReason));
    }

    @Test
    void a_launch_whose_users_cannot_be_read_waits_for_the_retry() {
        fixture.readyToLaunch();
        fixture.usersUnavailable();

        fixture.runDueSteps();

        assertPostponed();
        assertThat(fixture.run(WorkflowFixture.FIRST)).contains(RETRY_AT);
    }

    @Test
    void a_launch_whose_device_cannot_be_read_waits_for_the_retry() {
        fixture.readyToLaunch();
        fixture.providerUnreachable();

        fixture.runDueSteps();

        assertPostponed();
    }

    @Test
    void a_launch_waits_while_the_provider_is_away_or_hides_the_device_or_works_on_it() {
        fixture.readyToLaunch();
        fixture.transactionRuns(501);
        fixture.runDueSteps();
        assertPostponed();

        fixture.deviceHidden();
        fixture.letPass(PollIntervals.DEFAULT.retry());
        fixture.runDueSteps();
        fixture.providerUnreachable();
        fixture.letPass(PollIntervals.DEFAULT.retry());
        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.ReadyToLaunch.class);
        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.auditedEvents).filteredOn("launch-postponed"::equals).hasSize(1);
    }

    @Test
    void P4_a_launch_without_the_permission_is_closed_and_says_why() {
        fixture.readyToLaunch();
        fixture.permissionsRevoked();

        fixture.runDueSteps();

        assertClosed(CloseReason.BLOCKED);
        assertThat(fixture.auditedEvents).endsWith("access-denied");
        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.pending()).isEmpty();
    }

    @Test
    void a_launch_that_the_device_or_its_data_centre_makes_impossible_is_closed() {
        fixture.readyToLaunch();
        fixture.rescueImpossible(new PreflightFailure.NoRescueImage("rescue", "dal13"));

        fixture.runDueSteps();

        assertClosed(CloseReason.BLOCKED);
        assertThat(fixture.sentCommands()).isZero();
    }

    @Test
    void a_suspended_device_is_not_launched() {
        fixture.readyToLaunch();
        fixture.billingSuspended();

        fixture.runDueSteps();

        assertClosed(CloseReason.BLOCKED);
        assertThat(fixture.sentCommands()).isZero();
    }

    @Test
    void a_launch_that_waited_too_long_is_not_sent_any_more() {
        fixture.readyToLaunch();
        fixture.letPass(Duration.ofMinutes(10).plusMillis(1));

        fixture.runDueSteps();

        assertClosed(CloseReason.EXPIRED);
        assertThat(fixture.sentCommands()).isZero();
    }

    @Test
    void a_launch_at_the_last_moment_of_its_window_is_sent() {
        fixture.readyToLaunch();
        fixture.letPass(Duration.ofMinutes(10));

        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isEqualTo(1);
    }

    @Test
    void P5_a_device_that_changed_since_the_approval_is_approved_anew() {
        RescueRequest opened = fixture.requests.open(openedRequest(requiringApprovals(1)));
        RescueRequest waiting = fixture.save(opened.confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        NOON)
                .applied()
                .orElseThrow());
        fixture.save(ApprovalTransitions.approve(
                        waiting, new Vote(BRUNO_REQUESTER, waiting.plan().digest(), "", NOON))
                .applied()
                .orElseThrow());
        fixture.deviceIs(WorkflowFixture.status(PowerState.OFF, OptionalLong.empty(), Optional.empty()));

        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.AwaitingApproval.class);
        assertThat(fixture.auditedEvents).endsWith("drifted");
        assertThat(fixture.sentCommands()).isZero();
    }

    @Test
    void the_host_key_of_before_the_launch_is_kept_for_comparison() {
        fixture.readyToLaunch();
        fixture.probeAnswers(new ProbeResult.HostKey("SHA256:usual"));

        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOfSatisfying(Stage.Launching.class, launching -> {
            assertThat(launching.baseline().hostKey()).contains("SHA256:usual");
            assertThat(launching.system()).isEqualTo(RescueSystem.AS_INSTALLED);
        });
    }

    @Test
    void P1_a_launch_that_another_process_claimed_between_is_not_sent() {
        fixture.readyToLaunch();
        fixture.whileInspecting(() -> fixture.save(
                LaunchTransitions.postpone(fixture.request(), RETRY_AT).orElseThrow()));

        fixture.runDueSteps();

        assertThat(fixture.sentCommands()).isZero();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.ReadyToLaunch.class);
    }

    @Test
    void a_request_that_nothing_is_due_for_is_not_touched() {
        RescueRequest ready = fixture.readyToLaunch();
        fixture.runDueSteps();
        RescueRequest launching = fixture.request();

        assertThat(fixture.run(ready.id())).isEmpty();
        assertThat(fixture.request()).isEqualTo(launching);
        assertThat(fixture.pending()).isEmpty();
    }

    @Test
    void a_request_that_nobody_confirms_in_time_expires_at_that_time() {
        RescueRequest opened = fixture.requests.open(openedRequest());
        Instant confirmBy = NOON.plus(Duration.ofMinutes(10));
        assertThat(fixture.run(opened.id())).contains(confirmBy);
        assertThat(fixture.request()).isEqualTo(opened);

        fixture.letPass(Duration.ofMinutes(10));
        fixture.runDueSteps();

        assertClosed(CloseReason.EXPIRED);
    }

    @Test
    void a_status_without_content_does_not_pass_for_a_device_that_did_nothing() {
        fixture.readyToLaunch();
        fixture.providerAnswers(new CommandResult.NotPermitted("no"), () -> fixture.deviceIs(DeviceStatus.UNKNOWN));

        fixture.runDueSteps();

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P10_a_later_request_that_a_late_answer_supersedes_is_closed_at_that_moment() {
        fixture.readyToLaunch();
        fixture.providerAnswers(new CommandResult.Accepted(OptionalLong.empty()), () -> {
            fixture.closeAsFailed();
            fixture.openLater();
        });

        fixture.runDueSteps();

        assertThat(fixture.requests.find(WorkflowFixture.LATER).orElseThrow().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closedAt()).isEqualTo(NOON));
    }
}
