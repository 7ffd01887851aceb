package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.applyObservation;
import static dev.lifeline.rescue.monitor.MonitorFixture.closeReason;
import static dev.lifeline.rescue.monitor.MonitorFixture.evidence;
import static dev.lifeline.rescue.monitor.MonitorFixture.launching;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.rescue.monitor.MonitorFixture.withBootImage;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What shows that the launch command began something. */
class LaunchMonitorTest {

    @Test
    void P3_nothing_seen_right_after_the_order_means_nothing() {
        assertThat(observe(launching(INSTALLED_KEY), observation(poweredOnStatus(), INSTALLED_KEY, 5)))
                .isEmpty();
    }

    @Test
    void a_new_transaction_is_the_boot_under_way() {
        TransitionResult.Applied applied = applyObservation(
                launching(INSTALLED_KEY), statusWithTransaction(transaction(501), PowerState.ON), INSTALLED_KEY, 10);

        assertThat(applied.next().stage())
                .isInstanceOfSatisfying(
                        Booting.class,
                        booting -> assertThat(booting.transactionId()).isEqualTo(OptionalLong.of(501)));
    }

    @Test
    void P3_a_transaction_first_observed_after_its_end_is_reported_without_a_step() {
        TransitionResult.Applied applied =
                applyObservation(launching(INSTALLED_KEY), transactionCompleted(501), NO_ANSWER, 10);

        assertThat(applied.next().stage()).isInstanceOf(Booting.class);
        assertThat(applied.events()).containsExactly(new RescueEvent.TransactionStarted("", Optional.empty()));
    }

    @Test
    void the_transaction_of_before_is_not_ours() {
        DeviceStatus old = statusWithTransaction(transaction(500), PowerState.ON);

        assertThat(observe(launching(INSTALLED_KEY), observation(old, INSTALLED_KEY, 10)))
                .isEmpty();
    }

    @Test
    void a_launch_without_an_effect_is_reported_once_and_closed_later() {
        TransitionResult.Applied said =
                applyObservation(launching(INSTALLED_KEY), poweredOnStatus(), INSTALLED_KEY, 180);
        assertThat(said.events()).hasOnlyElementsOfType(RescueEvent.NoProgress.class);
        assertThat(observe(said.next(), observation(poweredOnStatus(), INSTALLED_KEY, 200)))
                .isEmpty();

        TransitionResult.Applied over = applyObservation(said.next(), poweredOnStatus(), INSTALLED_KEY, 900);
        assertThat(closeReason(over)).isEqualTo(CloseReason.FAILED);
    }

    @Test
    void P3_another_host_key_is_the_rescue_kernel_though_the_provider_shows_no_transaction() {
        TransitionResult.Applied begun = applyObservation(launching(INSTALLED_KEY), poweredOnStatus(), RESCUE_KEY, 960);

        assertThat(begun.next().stage()).isInstanceOf(Booting.class);
        assertThat(evidence(applyObservation(begun.next(), poweredOnStatus(), RESCUE_KEY, 960)))
                .isEqualTo(Evidence.HOST_KEY_CHANGED);
    }

    @Test
    void P3_a_newer_transaction_is_ours_though_the_clock_of_the_provider_is_behind() {
        Transaction behind = new Transaction(
                501, "RESCUE_BOOT", "Rescue kernel is booting", NOON.minusSeconds(150), Optional.empty());

        assertThat(applyObservation(
                                launching(INSTALLED_KEY),
                                statusWithTransaction(behind, PowerState.ON),
                                INSTALLED_KEY,
                                10)
                        .next()
                        .stage())
                .isInstanceOf(Booting.class);
    }

    @Test
    void P3_a_backup_that_begins_after_the_claim_is_not_told_as_our_boot() {
        DeviceStatus backup = statusWithTransaction(named("Backup"), PowerState.ON);

        assertThat(observe(launching(INSTALLED_KEY), observation(backup, INSTALLED_KEY, 10)))
                .isEmpty();
    }

    @Test
    void P3_a_launch_is_not_failed_while_a_newer_transaction_holds_the_device() {
        DeviceStatus backup = statusWithTransaction(named("Backup"), PowerState.ON);
        RescueRequest said = applyObservation(launching(INSTALLED_KEY), backup, INSTALLED_KEY, 180)
                .next();

        assertThat(observe(said, observation(backup, INSTALLED_KEY, 960))).isEmpty();
    }

    @Test
    void P3_a_launch_is_not_failed_while_the_provider_tells_nothing() {
        RescueRequest launching = launching(INSTALLED_KEY);

        assertThat(observe(launching, observation(DeviceStatus.UNKNOWN, INSTALLED_KEY, 960)))
                .isEmpty();
    }

    @Test
    void P3_a_launch_is_not_failed_where_the_device_stopped_answering() {
        RescueRequest unconfirmed = launching(INSTALLED_KEY);
        Launching stage = (Launching) unconfirmed.stage();
        RescueRequest notAccepted = unconfirmed
                .transitionTo(new Launching(stage.system(), NOON, stage.baseline(), false, true))
                .next();

        assertThat(observe(notAccepted, observation(poweredOnStatus(), NO_ANSWER, 960)))
                .isEmpty();
    }

    @Test
    void P3_a_poll_that_tells_nothing_does_not_fail_a_launch_whose_time_is_over() {
        RescueRequest launching = launching(INSTALLED_KEY);
        RescueRequest watched = launching.withWatch(new Watch(
                Duration.ofMinutes(16), Duration.ZERO, Duration.ZERO, Optional.empty(), false, Optional.empty()));

        assertThat(observe(watched, observation(DeviceStatus.UNKNOWN, INSTALLED_KEY, 960)))
                .hasValueSatisfying(
                        applied -> assertThat(applied.next().stage()).isInstanceOf(Launching.class));
    }

    @Test
    void P3_a_launch_is_not_failed_where_a_device_that_was_silent_before_answers() {
        RescueRequest said = applyObservation(launching(NO_ANSWER), poweredOnStatus(), RESCUE_KEY, 180)
                .next();

        assertThat(observe(said, observation(poweredOnStatus(), RESCUE_KEY, 960)))
                .isEmpty();
    }

    @Test
    void P3_what_ran_before_a_launch_at_which_the_provider_told_nothing_is_not_our_boot() {
        assertThat(observe(launchingUnseen(), observation(withBootImage(transactionCompleted(501)), INSTALLED_KEY, 10)))
                .isEmpty();
    }

    @Test
    void P3_a_launch_at_which_the_provider_told_nothing_is_not_failed_against_a_transaction() {
        RescueRequest said = applyObservation(launchingUnseen(), transactionCompleted(501), INSTALLED_KEY, 180)
                .next();

        assertThat(observe(said, observation(transactionCompleted(501), INSTALLED_KEY, 960)))
                .isEmpty();
    }

    @Test
    void a_running_transaction_is_the_boot_though_the_provider_told_nothing_at_the_launch() {
        DeviceStatus running = statusWithTransaction(transaction(501), PowerState.ON);

        assertThat(applyObservation(launchingUnseen(), running, INSTALLED_KEY, 10)
                        .next()
                        .stage())
                .isInstanceOf(Booting.class);
    }

    /** Accepted; the row of the device came without a status when the command was claimed. */
    private static RescueRequest launchingUnseen() {
        RescueRequest launching = launching(INSTALLED_KEY);
        Launching stage = (Launching) launching.stage();
        Baseline unseen = Baseline.of(DeviceStatus.UNKNOWN, INSTALLED_KEY);
        return launching
                .transitionTo(new Launching(stage.system(), NOON, unseen, true, false))
                .next();
    }

    @Test
    void P3_a_reload_that_was_seen_before_the_boot_is_not_forgotten_when_a_backup_hides_it() {
        Transaction reload = new Transaction(501, "RELOAD", "OS Reload", NOON, Optional.empty());
        RescueRequest seen = applyObservation(
                        launching(INSTALLED_KEY), statusWithTransaction(reload, PowerState.ON), NO_ANSWER, 10)
                .next();
        Transaction backup = new Transaction(502, "CLOUD_BACKUP", "Cloud Backup", NOON, Optional.empty());
        DeviceStatus backedUp = new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(backup), OptionalLong.empty(), Optional.empty());

        assertThat(observe(seen, observation(backedUp, RESCUE_KEY, 60))).isEmpty();
    }

    @Test
    void P3_the_new_host_key_of_a_system_that_somebody_reloaded_is_no_rescue_kernel_and_no_failure() {
        DeviceStatus reloaded = new DeviceStatus(
                PowerState.ON,
                Optional.empty(),
                Optional.of(named("OS Reload")),
                OptionalLong.empty(),
                Optional.empty());
        RescueRequest said = applyObservation(launching(INSTALLED_KEY), reloaded, RESCUE_KEY, 180)
                .next();

        assertThat(said.stage()).isInstanceOf(Launching.class);
        assertThat(observe(said, observation(reloaded, RESCUE_KEY, 960))).isEmpty();
    }

    @Test
    void a_step_of_the_wall_clock_does_not_fail_a_launch() {
        RescueRequest launching = launching(INSTALLED_KEY);
        DeviceObservation stepped = observation(poweredOnStatus(), INSTALLED_KEY, 86_400);

        assertThat(new RescueMonitor(RescueTimeouts.DEFAULT).apply(launching.withWatch(Watch.NONE), stepped))
                .isEmpty();
    }

    private static Transaction named(String group) {
        return new Transaction(501, "STEP", "Step", group, NOON, Optional.empty());
    }
}
