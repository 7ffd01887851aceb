package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.applyObservation;
import static dev.lifeline.rescue.monitor.MonitorFixture.booting;
import static dev.lifeline.rescue.monitor.MonitorFixture.closeReason;
import static dev.lifeline.rescue.monitor.MonitorFixture.evidence;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescueUnreachable;
import static dev.lifeline.rescue.monitor.MonitorFixture.launching;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Nobody looked for an hour, as when no replica ran: the newest transaction hides what was before it. */
class UnwatchedTimeTest {

    private static final long RELOAD = 502;
    private static final ProbeResult RELOADED_KEY = new ProbeResult.HostKey("SHA256:reloaded");

    @Test
    void P3_the_host_key_of_a_reload_behind_a_backup_does_not_prove_the_rescue_of_a_launch() {
        assertThat(observe(launching(INSTALLED_KEY), observation(backedUpAfterReload(RELOAD), RELOADED_KEY, 300)))
                .hasValueSatisfying(
                        applied -> assertThat(applied.next().stage()).isInstanceOf(Launching.class));
    }

    @Test
    void P3_the_host_key_of_a_reload_behind_a_backup_does_not_prove_the_rescue_of_a_boot() {
        assertThat(observe(booting(INSTALLED_KEY), observation(backedUpAfterReload(RELOAD), RELOADED_KEY, 300)))
                .hasValueSatisfying(applied ->
                        assertThat(applied.events()).noneMatch(event -> event instanceof RescueEvent.EnteredRescue));
    }

    @Test
    void a_reload_of_before_the_launch_takes_nothing_from_a_changed_host_key() {
        assertThat(evidence(applyObservation(booting(INSTALLED_KEY), backedUpAfterReload(400), RESCUE_KEY, 300)))
                .isEqualTo(Evidence.HOST_KEY_CHANGED);
    }

    @Test
    void the_boot_into_the_rescue_kernel_counts_as_no_reload_where_the_provider_calls_it_one() {
        Transaction boot = new Transaction(501, "RESCUE_BOOT", "Rescue kernel is booting", NOON, Optional.empty());

        assertThat(evidence(applyObservation(booting(INSTALLED_KEY), idleAfter(boot, 501), RESCUE_KEY, 300)))
                .isEqualTo(Evidence.HOST_KEY_CHANGED);
    }

    @Test
    void P3_a_reload_behind_a_backup_ends_a_rescue_whose_host_key_was_never_seen() {
        assertThat(applyObservation(inRescueUnreachable(), backedUpAfterReload(RELOAD), RELOADED_KEY, 3_600)
                        .events())
                .hasOnlyElementsOfType(RescueEvent.ExitedOutside.class);
    }

    @Test
    void P10_a_launch_is_not_failed_where_a_backup_may_hide_its_transaction() {
        RescueRequest said = applyObservation(unconfirmed(launching(NO_ANSWER)), backedUp(), NO_ANSWER, 180)
                .next();

        assertThat(said.stage()).isInstanceOf(Launching.class);
        assertThat(observe(said, observation(backedUp(), NO_ANSWER, 960))).isEmpty();
    }

    @Test
    void P3_it_is_not_said_that_nothing_began_where_a_backup_may_hide_it() {
        assertThat(applyObservation(unconfirmed(launching(NO_ANSWER)), backedUp(), NO_ANSWER, 180)
                        .events())
                .containsExactly(new RescueEvent.NoProgress(Duration.ofMinutes(3), false, true));
    }

    @Test
    void P10_an_accepted_launch_that_a_backup_hides_is_a_rescue_by_the_provider_s_word() {
        RescueRequest begun = applyObservation(launching(NO_ANSWER), backedUp(), NO_ANSWER, 180)
                .next();
        assertThat(begun.stage()).isInstanceOf(Booting.class);

        RescueRequest over = applyObservation(begun, backedUp(), NO_ANSWER, 195).next();
        assertThat(evidence(applyObservation(over, backedUp(), NO_ANSWER, 260)))
                .isEqualTo(Evidence.REPORTED_BY_PROVIDER);
    }

    /** An earlier request left the device without a proof that it was back, so that no host key is trusted. */
    @Test
    void P10_an_accepted_launch_that_a_backup_hides_is_a_rescue_though_no_host_key_was_trusted_before() {
        RescueRequest begun = applyObservation(untrusted(launching(NO_ANSWER)), backedUp(), RESCUE_KEY, 180)
                .next();

        RescueRequest over =
                applyObservation(begun, backedUp(), RESCUE_KEY, 195).next();
        assertThat(evidence(applyObservation(over, backedUp(), RESCUE_KEY, 260)))
                .isEqualTo(Evidence.REPORTED_BY_PROVIDER);
    }

    @Test
    void P3_a_reload_that_a_backup_hides_ends_an_accepted_launch_in_no_rescue() {
        RescueRequest said = applyObservation(launching(NO_ANSWER), backedUpAfterReload(RELOAD), NO_ANSWER, 180)
                .next();

        assertThat(said.stage()).isInstanceOf(Launching.class);
    }

    private static RescueRequest unconfirmed(RescueRequest launching) {
        Launching stage = (Launching) launching.stage();
        return launching
                .transitionTo(new Launching(stage.system(), stage.sentAt(), stage.baseline(), false, false))
                .next();
    }

    private static RescueRequest untrusted(RescueRequest launching) {
        Launching stage = (Launching) launching.stage();
        Baseline before = stage.baseline();
        return launching
                .transitionTo(stage.withBaseline(
                        new Baseline(before.status(), Optional.empty(), true, false, Optional.of("SHA256:of-before"))))
                .next();
    }

    @Test
    void a_launch_has_failed_where_its_installed_system_answers_after_a_backup() {
        RescueRequest said = applyObservation(launching(INSTALLED_KEY), backedUp(), INSTALLED_KEY, 180)
                .next();

        assertThat(closeReason(applyObservation(said, backedUp(), INSTALLED_KEY, 960)))
                .isEqualTo(CloseReason.FAILED);
    }

    private static DeviceStatus backedUp() {
        return idleAfter(backup(), OptionalLong.empty());
    }

    private static DeviceStatus backedUpAfterReload(long reload) {
        return idleAfter(backup(), reload);
    }

    private static Transaction backup() {
        return new Transaction(503, "CLOUD_BACKUP", "Cloud Backup", NOON, Optional.empty());
    }

    private static DeviceStatus idleAfter(Transaction last, long reload) {
        return idleAfter(last, OptionalLong.of(reload));
    }

    private static DeviceStatus idleAfter(Transaction last, OptionalLong reload) {
        return new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(last), OptionalLong.empty(), Optional.empty(), reload);
    }
}
