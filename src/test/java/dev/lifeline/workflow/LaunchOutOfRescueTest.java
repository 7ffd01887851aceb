package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A launch of a device that an earlier request left in the rescue kernel, or may have. */
class LaunchOutOfRescueTest {

    private static final ProbeResult INSTALLED_KEY = new ProbeResult.HostKey("SHA256:usual");
    private static final ProbeResult RESCUE_KEY = new ProbeResult.HostKey("SHA256:rescue");
    private static final ProbeResult OTHER_RESCUE_KEY = new ProbeResult.HostKey("SHA256:rescue-again");
    private static final ProbeResult NO_ANSWER = new ProbeResult.NoAnswer();
    private static final RequestId EARLIER = new RequestId("request00001");
    private static final Duration LONG = Duration.ofMinutes(16);

    private final WorkflowFixture fixture = new WorkflowFixture();
    private final Sightings sightings = new Sightings(fixture);

    @Test
    void P3_the_installed_system_after_a_launch_that_did_not_take_is_not_told_as_the_rescue_kernel() {
        leaveInRescue(INSTALLED_KEY);
        launchWhile(RESCUE_KEY);
        observeBootThen(INSTALLED_KEY);

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closeReason()).isEqualTo(CloseReason.FAILED));
    }

    @Test
    void P3_another_key_is_no_proof_where_the_installed_system_was_never_seen() {
        leaveInRescue(NO_ANSWER);
        launchWhile(RESCUE_KEY);
        observeBootThen(INSTALLED_KEY);

        assertThat(fixture.auditedEvents).contains("entered-rescue");
        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.InRescue.class,
                        inRescue -> assertThat(inRescue.evidence()).isEqualTo(Evidence.PORT_OPEN));
    }

    @Test
    void a_device_that_was_proved_to_be_back_proves_the_next_rescue_by_its_host_key() {
        leaveInRescue(INSTALLED_KEY, true);
        launchWhile(INSTALLED_KEY);
        observeBootThen(OTHER_RESCUE_KEY);

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.InRescue.class,
                        inRescue -> assertThat(inRescue.evidence()).isEqualTo(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void a_device_that_runs_its_known_system_proves_the_next_rescue_whatever_became_of_the_last() {
        leaveInRescue(INSTALLED_KEY);
        launchWhile(INSTALLED_KEY);
        observeBootThen(OTHER_RESCUE_KEY);

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.InRescue.class,
                        inRescue -> assertThat(inRescue.evidence()).isEqualTo(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void one_lost_probe_before_the_launch_is_no_silence() {
        fixture.readyToLaunch();
        fixture.probeAnswersAfterLosing(INSTALLED_KEY, 2);
        fixture.runDueSteps();

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Launching.class,
                        launching -> assertThat(launching.baseline().hostKey()).hasValue("SHA256:usual"));
    }

    @Test
    void a_launch_without_effect_fails_by_itself_where_a_device_that_was_silent_answers_with_its_known_key() {
        leaveInRescue(INSTALLED_KEY, true);
        launchWhile(NO_ANSWER);
        sightings.observe(poweredOnStatus(), INSTALLED_KEY, LONG);

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closeReason()).isEqualTo(CloseReason.FAILED));
    }

    private void leaveInRescue(ProbeResult before) {
        leaveInRescue(before, false);
    }

    /** An earlier request is closed with its device in rescue, or proved to be back. */
    private void leaveInRescue(ProbeResult before, boolean back) {
        RescueRequest earlier =
                RescueRequest.create(EARLIER, plan(WEB_07, requiringApprovals(0)), NOON.plus(Duration.ofHours(1)));
        fixture.requests.open(earlier);
        RescueRequest inRescue = fixture.save(earlier.transitionTo(new Stage.InRescue(
                NOON,
                Evidence.REPORTED_BY_PROVIDER,
                Baseline.of(poweredOnStatus(), before),
                Baseline.of(poweredOnStatus(), RESCUE_KEY))));
        fixture.save(
                back
                        ? inRescue.close(
                                CloseReason.EXITED, "", NOON, new RescueEvent.Exited(Evidence.HOST_KEY_CHANGED))
                        : ManualTransitions.close(inRescue, ASHA_REQUESTER, "left as it is", NOON)
                                .applied()
                                .orElseThrow());
    }

    private void launchWhile(ProbeResult answer) {
        fixture.readyToLaunch();
        fixture.probeAnswers(answer);
        fixture.runDueSteps();
    }

    private void observeBootThen(ProbeResult answer) {
        sightings.observe(statusWithTransaction(transaction(501), PowerState.ON), NO_ANSWER, Duration.ofSeconds(30));
        sightings.observe(statusWithTransaction(transaction(501), PowerState.OFF), NO_ANSWER, Duration.ofSeconds(60));
        sightings.observe(transactionIsOver(), NO_ANSWER, Duration.ofMinutes(3));
        sightings.observe(transactionIsOver(), answer, Duration.ofMinutes(7));
    }

    private static DeviceStatus transactionIsOver() {
        return new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(transaction(501)), OptionalLong.empty(), Optional.empty());
    }
}
