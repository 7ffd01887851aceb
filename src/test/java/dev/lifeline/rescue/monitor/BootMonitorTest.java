package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.applyObservation;
import static dev.lifeline.rescue.monitor.MonitorFixture.booting;
import static dev.lifeline.rescue.monitor.MonitorFixture.closeReason;
import static dev.lifeline.rescue.monitor.MonitorFixture.evidence;
import static dev.lifeline.rescue.monitor.MonitorFixture.exiting;
import static dev.lifeline.rescue.monitor.MonitorFixture.launching;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What shows that the rescue kernel is up. */
class BootMonitorTest {

    @Test
    void each_boot_phase_is_reported_once_in_order() {
        RescueRequest booting = booting(INSTALLED_KEY);

        TransitionResult.Applied down =
                applyObservation(booting, statusWithTransaction(transaction(501), PowerState.OFF), NO_ANSWER, 60);
        assertThat(down.events()).containsExactly(new RescueEvent.PoweredDown());
        assertThat(observe(
                        down.next(),
                        observation(statusWithTransaction(transaction(501), PowerState.OFF), NO_ANSWER, 70)))
                .isEmpty();
        TransitionResult.Applied kernel =
                applyObservation(down.next(), statusWithTransaction(transaction(501), PowerState.ON), NO_ANSWER, 90);
        assertThat(kernel.events()).containsExactly(new RescueEvent.KernelBooting("Rescue kernel is booting"));
    }

    @Test
    void P3_a_finished_transaction_is_not_yet_up() {
        TransitionResult.Applied finished =
                applyObservation(booting(INSTALLED_KEY), transactionCompleted(501), NO_ANSWER, 200);

        assertThat(finished.next().stage()).isInstanceOf(Booting.class);
        assertThat(finished.events()).isEmpty();
    }

    @Test
    void P3_a_transaction_whose_id_is_known_before_it_begins_is_not_finished() {
        Stage.Launching sent =
                (Stage.Launching) launching(new ProbeResult.PortOpen()).stage();
        RescueRequest named = launching(new ProbeResult.PortOpen())
                .transitionTo(new Booting(
                        OptionalLong.of(501),
                        NOON,
                        sent.baseline(),
                        BootPhase.TRANSACTION_RUNNING,
                        Optional.empty(),
                        false))
                .next();

        assertThat(observe(named, observation(poweredOnStatus(), new ProbeResult.PortOpen(), 2)))
                .isEmpty();
    }

    @Test
    void P3_a_changed_host_key_proves_nothing_once_somebody_reloaded_the_system() {
        Transaction reload = new Transaction(502, "RELOAD", "OS Reload", NOON, Optional.empty());
        RescueRequest down = applyObservation(
                        booting(INSTALLED_KEY), statusWithTransaction(reload, PowerState.OFF), NO_ANSWER, 60)
                .next();
        DeviceStatus reloaded = new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(reload), OptionalLong.empty(), Optional.empty());

        TransitionResult.Applied ended = applyObservation(down, reloaded, RESCUE_KEY, 700);

        assertThat(ended.next().stage()).isInstanceOf(Booting.class);
        assertThat(applyObservation(ended.next(), reloaded, RESCUE_KEY, 1500).events())
                .containsExactly(new RescueEvent.BootStalled(Duration.ofSeconds(1500), OptionalLong.of(501)));
    }

    @Test
    void P3_a_reload_that_was_seen_is_not_forgotten_when_a_backup_hides_it() {
        Transaction reload = new Transaction(502, "RELOAD", "OS Reload", NOON, Optional.empty());
        RescueRequest down = applyObservation(
                        booting(INSTALLED_KEY), statusWithTransaction(reload, PowerState.OFF), NO_ANSWER, 60)
                .next();
        Transaction backup = new Transaction(503, "CLOUD_BACKUP", "Cloud Backup", NOON, Optional.empty());
        DeviceStatus backedUp = new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(backup), OptionalLong.empty(), Optional.empty());

        observe(down, observation(backedUp, RESCUE_KEY, 700))
                .ifPresent(applied -> assertThat(applied.next().stage()).isInstanceOf(Booting.class));
    }

    @Test
    void a_changed_host_key_proves_rescue_even_while_the_transaction_runs() {
        TransitionResult.Applied up = applyObservation(
                booting(INSTALLED_KEY), statusWithTransaction(transaction(501), PowerState.ON), RESCUE_KEY, 200);

        assertThat(evidence(up)).isEqualTo(Evidence.HOST_KEY_CHANGED);
    }

    @Test
    void P3_the_old_host_key_disproves_it_whatever_the_provider_reports() {
        RescueRequest finished = applyObservation(booting(INSTALLED_KEY), transactionCompleted(501), INSTALLED_KEY, 200)
                .next();

        assertThat(observe(finished, observation(transactionCompleted(501), INSTALLED_KEY, 300)))
                .isEmpty();
    }

    @Test
    void where_the_device_cannot_be_probed_the_providers_status_counts_after_a_grace_period() {
        RescueRequest finished = applyObservation(booting(NO_ANSWER), transactionCompleted(501), NO_ANSWER, 200)
                .next();
        assertThat(observe(finished, observation(transactionCompleted(501), NO_ANSWER, 230)))
                .isEmpty();

        assertThat(evidence(applyObservation(finished, transactionCompleted(501), NO_ANSWER, 260)))
                .isEqualTo(Evidence.REPORTED_BY_PROVIDER);
    }

    @Test
    void a_boot_that_takes_too_long_is_said_once() {
        DeviceStatus stuck = statusWithTransaction(transaction(501), PowerState.ON);
        RescueRequest booting =
                applyObservation(booting(INSTALLED_KEY), stuck, NO_ANSWER, 30).next();

        TransitionResult.Applied stalled = applyObservation(booting, stuck, NO_ANSWER, 901);
        assertThat(stalled.events()).hasOnlyElementsOfType(RescueEvent.BootStalled.class);
        assertThat(observe(stalled.next(), observation(stuck, NO_ANSWER, 2000))).isEmpty();
    }

    @Test
    void P3_a_port_that_answered_before_and_never_fell_silent_is_the_providers_word_only() {
        ProbeResult open = new ProbeResult.PortOpen();
        RescueRequest finished = applyObservation(booting(open), transactionCompleted(501), open, 200)
                .next();
        assertThat(observe(finished, observation(transactionCompleted(501), open, 230)))
                .isEmpty();

        assertThat(evidence(applyObservation(finished, transactionCompleted(501), open, 260)))
                .isEqualTo(Evidence.REPORTED_BY_PROVIDER);
    }

    @Test
    void a_port_that_answers_again_after_the_device_went_down_is_evidence() {
        ProbeResult open = new ProbeResult.PortOpen();
        RescueRequest down = applyObservation(
                        booting(open), statusWithTransaction(transaction(501), PowerState.OFF), NO_ANSWER, 60)
                .next();

        assertThat(evidence(applyObservation(down, transactionCompleted(501), open, 200)))
                .isEqualTo(Evidence.PORT_OPEN);
    }

    @Test
    void P3_a_slow_answer_without_a_key_does_not_outweigh_the_key_that_is_known() {
        RescueRequest finished = applyObservation(
                        booting(INSTALLED_KEY), transactionCompleted(501), new ProbeResult.PortOpen(), 200)
                .next();

        assertThat(observe(finished, observation(transactionCompleted(501), new ProbeResult.PortOpen(), 500)))
                .isEmpty();
        assertThat(observe(exiting(), observation(transactionCompleted(501), new ProbeResult.PortOpen(), 800)))
                .isEmpty();
    }

    @Test
    void P3_a_row_without_a_status_is_no_evidence() {
        RescueRequest unnamed = applyObservation(
                        launching(new ProbeResult.PortOpen()), poweredOnStatus(), NO_ANSWER, 70)
                .next();
        TransitionResult.Applied none = new TransitionResult.Applied(unnamed, List.of());

        assertThat(observe(unnamed, observation(DeviceStatus.UNKNOWN, NO_ANSWER, 80))
                        .orElse(none)
                        .next()
                        .stage())
                .isEqualTo(unnamed.stage());
        RescueRequest silent = applyObservation(exiting(), DeviceStatus.UNKNOWN, NO_ANSWER, 800)
                .next();
        assertThat(silent.stage()).isInstanceOf(Exiting.class);
        assertThat(observe(silent, observation(DeviceStatus.UNKNOWN, NO_ANSWER, 810)))
                .isEmpty();
    }

    @Test
    void P3_a_launch_after_which_the_installed_system_answers_did_not_take() {
        RescueRequest finished = applyObservation(booting(INSTALLED_KEY), transactionCompleted(501), INSTALLED_KEY, 200)
                .next();

        assertThat(observe(finished, observation(transactionCompleted(501), INSTALLED_KEY, 300)))
                .isEmpty();
        TransitionResult.Applied over = applyObservation(finished, transactionCompleted(501), INSTALLED_KEY, 380);
        assertThat(closeReason(over)).isEqualTo(CloseReason.FAILED);
        assertThat(over.events()).containsExactly(new RescueEvent.LaunchDidNotTake(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void P3_a_running_transaction_is_waited_for_even_where_the_installed_system_answers() {
        RescueRequest finished = applyObservation(booting(INSTALLED_KEY), transactionCompleted(501), INSTALLED_KEY, 200)
                .next();

        assertThat(applyObservation(
                                finished, statusWithTransaction(transaction(502), PowerState.ON), INSTALLED_KEY, 950)
                        .next()
                        .stage())
                .isInstanceOf(Booting.class);
    }

    @Test
    void one_lost_probe_after_an_accepted_command_does_not_end_in_booting_for_ever() {
        RescueRequest launching = launching(INSTALLED_KEY);
        assertThat(observe(launching, observation(poweredOnStatus(), NO_ANSWER, 5)))
                .isEmpty();

        RescueRequest silent =
                applyObservation(launching, poweredOnStatus(), NO_ANSWER, 70).next();
        RescueRequest settled =
                applyObservation(silent, poweredOnStatus(), INSTALLED_KEY, 71).next();
        assertThat(observe(settled, observation(poweredOnStatus(), INSTALLED_KEY, 800)))
                .isEmpty();
        assertThat(closeReason(applyObservation(settled, poweredOnStatus(), INSTALLED_KEY, 900)))
                .isEqualTo(CloseReason.FAILED);
    }

    @Test
    void P3_an_outage_of_the_provider_after_the_transaction_is_no_word_of_it() {
        RescueRequest finished = applyObservation(booting(NO_ANSWER), transactionCompleted(501), NO_ANSWER, 200)
                .next();

        assertThat(observe(finished, observation(DeviceStatus.UNKNOWN, NO_ANSWER, 900)))
                .isEmpty();
    }

    @Test
    void P3_another_host_key_while_the_provider_tells_nothing_is_most_likely_the_rescue_kernel_and_proves_it_later() {
        TransitionResult.Applied told = applyObservation(booting(INSTALLED_KEY), DeviceStatus.UNKNOWN, RESCUE_KEY, 300);

        assertThat(told.events()).containsExactly(new RescueEvent.ProbablyInRescue());
        assertThat(told.next().stage()).isInstanceOf(Booting.class);
        assertThat(observe(told.next(), observation(DeviceStatus.UNKNOWN, RESCUE_KEY, 310)))
                .isEmpty();
        assertThat(evidence(applyObservation(told.next(), transactionCompleted(501), RESCUE_KEY, 400)))
                .isEqualTo(Evidence.HOST_KEY_CHANGED);
    }

    @Test
    void P3_a_device_that_was_reloaded_while_the_provider_told_nothing_is_not_told_as_in_rescue() {
        RescueRequest told = applyObservation(booting(INSTALLED_KEY), DeviceStatus.UNKNOWN, RESCUE_KEY, 300)
                .next();
        DeviceStatus reloaded = new DeviceStatus(
                PowerState.ON,
                Optional.empty(),
                Optional.of(new Transaction(502, "RELOAD", "RELOAD", "OS Reload", NOON, Optional.empty())),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.of(502));

        assertThat(observe(told, observation(reloaded, RESCUE_KEY, 1_200)))
                .hasValueSatisfying(applied ->
                        assertThat(applied.events()).noneMatch(event -> event instanceof RescueEvent.EnteredRescue));
    }

    @Test
    void the_installed_host_key_while_the_provider_tells_nothing_is_no_news() {
        assertThat(observe(booting(INSTALLED_KEY), observation(DeviceStatus.UNKNOWN, INSTALLED_KEY, 300)))
                .isEmpty();
    }
}
