package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.applyObservation;
import static dev.lifeline.rescue.monitor.MonitorFixture.closeReason;
import static dev.lifeline.rescue.monitor.MonitorFixture.exiting;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescue;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescueFromImage;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
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
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.TransitionResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What shows that a device left the rescue kernel without the bot. */
class InRescueMonitorTest {

    @Test
    void silence_in_rescue_proves_nothing() {
        assertThat(observe(inRescue(), observation(transactionCompleted(501), NO_ANSWER, 600)))
                .isEmpty();
    }

    @Test
    void P10_the_old_host_key_proves_a_reboot_from_inside() {
        TransitionResult.Applied back = applyObservation(inRescue(), transactionCompleted(501), INSTALLED_KEY, 600);

        assertThat(closeReason(back)).isEqualTo(CloseReason.EXITED);
        assertThat(back.events())
                .containsExactly(new RescueEvent.ExitedOutside(), new RescueEvent.Exited(Evidence.HOST_KEY_CHANGED));
    }

    @Test
    void P3_another_host_key_in_rescue_without_a_sign_of_the_provider_is_told_once_and_proves_nothing() {
        ProbeResult unknownKey = new ProbeResult.HostKey("SHA256:unknown");
        TransitionResult.Applied told = applyObservation(inRescue(), transactionCompleted(501), unknownKey, 600);

        assertThat(told.next().stage()).isInstanceOf(Stage.InRescue.class);
        assertThat(told.events()).containsExactly(new RescueEvent.OtherHostKeySeen());
        assertThat(observe(told.next(), observation(transactionCompleted(501), unknownKey, 605)))
                .isEmpty();
    }

    @Test
    void a_new_transaction_in_rescue_is_an_exit_outside_the_bot() {
        TransitionResult.Applied leaving =
                applyObservation(inRescue(), statusWithTransaction(transaction(502), PowerState.OFF), NO_ANSWER, 600);

        assertThat(leaving.next().stage()).isInstanceOf(Exiting.class);
        assertThat(leaving.events()).containsExactly(new RescueEvent.ExitedOutside());
    }

    @Test
    void P3_the_effect_of_an_earlier_command_is_no_exit_outside_the_bot() {
        RescueRequest late = applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 600 + 900)
                .next();
        RescueRequest again = late.requestExit(ASHA_REQUESTER, true, NOON.plusSeconds(1600))
                .applied()
                .orElseThrow()
                .next();

        assertThat(observe(again, observation(transactionCompleted(502), NO_ANSWER, 1601)))
                .isEmpty();
    }

    @Test
    void P10_a_device_that_is_hidden_for_a_moment_is_not_let_go() {
        assertThat(observe(inRescue(), hiddenAt(310))).isEmpty();

        TransitionResult.Applied missing = observe(inRescue(), hiddenAt(400)).orElseThrow();
        assertThat(missing.next().stage()).isInstanceOf(Stage.InRescue.class);
        assertThat(missing.events()).hasOnlyElementsOfType(RescueEvent.DeviceMissing.class);
        assertThat(observe(missing.next(), hiddenAt(4_000))).isEmpty();
    }

    @Test
    void P10_a_device_that_is_shown_again_is_watched_on() {
        RescueRequest missing = observe(inRescue(), hiddenAt(400)).orElseThrow().next();

        TransitionResult.Applied back = applyObservation(missing, transactionCompleted(501), RESCUE_KEY, 500);

        assertThat(back.events()).containsExactly(new RescueEvent.DeviceVisibleAgain());
        assertThat(observe(back.next(), observation(transactionCompleted(501), RESCUE_KEY, 501)))
                .isEmpty();
    }

    @Test
    void a_device_that_answers_with_its_old_host_key_is_back_though_the_provider_hides_it() {
        DeviceObservation hidden = new DeviceObservation(Optional.empty(), INSTALLED_KEY, NOON.plusSeconds(310));

        assertThat(closeReason(observe(inRescue(), hidden).orElseThrow())).isEqualTo(CloseReason.EXITED);
    }

    @Test
    void a_device_that_was_missing_for_a_day_is_gone_and_no_success() {
        assertThat(closeReason(observe(inRescue(), hiddenAt(90_000)).orElseThrow()))
                .isEqualTo(CloseReason.DEVICE_GONE);
    }

    @Test
    void P3_a_row_without_a_status_is_no_exit_outside_the_bot() {
        assertThat(observe(inRescueFromImage(), observation(DeviceStatus.UNKNOWN, NO_ANSWER, 600)))
                .isEmpty();
    }

    @Test
    void a_backup_in_rescue_is_no_exit_outside_the_bot() {
        Transaction backup = new Transaction(502, "STEP", "Step", "Backup", NOON, Optional.empty());

        assertThat(observe(inRescue(), observation(statusWithTransaction(backup, PowerState.ON), NO_ANSWER, 600)))
                .isEmpty();
    }

    @Test
    void the_host_key_of_a_rescue_kernel_that_was_silent_at_first_is_learnt() {
        RescueRequest learnt = applyObservation(
                        MonitorFixture.inRescueUnreachable(), transactionCompleted(501), RESCUE_KEY, 600)
                .next();

        assertThat(learnt.stage())
                .isInstanceOfSatisfying(
                        Stage.InRescue.class,
                        in -> assertThat(in.rescueBaseline().hostKey()).isEqualTo(Baseline.fingerprint(RESCUE_KEY)));
    }

    @Test
    void P10_a_rescue_that_a_person_reported_while_the_provider_hid_the_device_is_not_over_once_it_is_shown() {
        RescueRequest reported = reportedWhileHidden();

        TransitionResult.Applied shown = applyObservation(reported, transactionCompleted(501), NO_ANSWER, 610);

        assertThat(shown.next().stage()).isInstanceOf(Stage.InRescue.class);
        assertThat(observe(shown.next(), observation(transactionCompleted(501), NO_ANSWER, 700)))
                .isEmpty();
    }

    @Test
    void a_rescue_that_was_reported_while_the_device_was_hidden_is_over_by_a_transaction_that_begins_later() {
        RescueRequest shown = applyObservation(reportedWhileHidden(), transactionCompleted(501), NO_ANSWER, 610)
                .next();

        assertThat(applyObservation(shown, transactionCompleted(502), NO_ANSWER, 700)
                        .next()
                        .stage())
                .isInstanceOf(Exiting.class);
    }

    private static RescueRequest reportedWhileHidden() {
        return MonitorFixture.booting(NO_ANSWER)
                .reportLogin(Baseline.of(DeviceStatus.UNKNOWN, NO_ANSWER), NOON.plusSeconds(600))
                .applied()
                .orElseThrow()
                .next();
    }

    @Test
    void P3_one_lost_probe_after_an_entry_without_the_providers_word_is_no_exit_outside_the_bot() {
        Stage.InRescue seen = (Stage.InRescue) MonitorFixture.inRescue().stage();
        Baseline untold = Baseline.of(DeviceStatus.UNKNOWN, RESCUE_KEY);
        RescueRequest unseen = MonitorFixture.booting(INSTALLED_KEY)
                .transitionTo(
                        new Stage.InRescue(seen.enteredAt(), Evidence.REPORTED_BY_PERSON, seen.baseline(), untold))
                .next();

        observe(unseen, observation(transactionCompleted(501), NO_ANSWER, 310))
                .ifPresent(applied -> assertThat(applied.next().stage()).isInstanceOf(Stage.InRescue.class));
    }

    @Test
    void P10_the_key_of_a_system_that_was_started_outside_the_bot_is_not_learnt_as_the_rescue_kernels() {
        TransitionResult.Applied back =
                applyObservation(MonitorFixture.inRescueUnreachable(), transactionCompleted(502), INSTALLED_KEY, 900);

        assertThat(back.next().stage()).isInstanceOf(Exiting.class);
        assertThat(back.events()).containsExactly(new RescueEvent.ExitedOutside());
    }

    @Test
    void a_key_is_not_learnt_as_the_rescue_kernels_while_the_provider_tells_nothing() {
        assertThat(observe(MonitorFixture.inRescueUnreachable(), observation(DeviceStatus.UNKNOWN, INSTALLED_KEY, 900)))
                .isEmpty();
    }

    private static DeviceObservation hiddenAt(int second) {
        return new DeviceObservation(Optional.empty(), NO_ANSWER, NOON.plusSeconds(second));
    }
}
