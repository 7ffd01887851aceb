package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.MonitorFixture.INSTALLED_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.NO_ANSWER;
import static dev.lifeline.rescue.monitor.MonitorFixture.RESCUE_KEY;
import static dev.lifeline.rescue.monitor.MonitorFixture.applyObservation;
import static dev.lifeline.rescue.monitor.MonitorFixture.booting;
import static dev.lifeline.rescue.monitor.MonitorFixture.closeReason;
import static dev.lifeline.rescue.monitor.MonitorFixture.exitAccepted;
import static dev.lifeline.rescue.monitor.MonitorFixture.exitClaimed;
import static dev.lifeline.rescue.monitor.MonitorFixture.exitResultApplied;
import static dev.lifeline.rescue.monitor.MonitorFixture.exiting;
import static dev.lifeline.rescue.monitor.MonitorFixture.exitingWithoutHostKeys;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescue;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescueFromImage;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescueUnreachable;
import static dev.lifeline.rescue.monitor.MonitorFixture.inRescueWithoutHostKeys;
import static dev.lifeline.rescue.monitor.MonitorFixture.observation;
import static dev.lifeline.rescue.monitor.MonitorFixture.observe;
import static dev.lifeline.rescue.monitor.MonitorFixture.transactionCompleted;
import static dev.lifeline.rescue.monitor.MonitorFixture.withBootImage;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.ExitTransitions;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What proves that a device is back in its installed system. */
class ExitMonitorTest {

    @Test
    void P10_it_is_back_when_its_old_host_key_is() {
        RescueRequest returning = exiting();

        assertThat(observe(returning, observation(transactionCompleted(501), RESCUE_KEY, 610)))
                .isEmpty();
        assertThat(closeReason(applyObservation(returning, transactionCompleted(501), INSTALLED_KEY, 620)))
                .isEqualTo(CloseReason.EXITED);
    }

    @Test
    void P3_another_host_key_is_no_exit_whatever_the_provider_reports() {
        RescueRequest unseenInRescue = applyObservation(
                        applyObservation(booting(INSTALLED_KEY), transactionCompleted(501), NO_ANSWER, 200)
                                .next(),
                        transactionCompleted(501),
                        NO_ANSWER,
                        260)
                .next();
        RescueRequest returning = exitAccepted(exitClaimed(unseenInRescue, 600), 600);

        RescueRequest down = applyObservation(
                        returning, statusWithTransaction(transaction(501), PowerState.OFF), NO_ANSWER, 650)
                .next();

        assertThat(observe(down, observation(transactionCompleted(501), RESCUE_KEY, 700))
                        .filter(applied -> applied.next().stage().isClosed()))
                .isEmpty();
    }

    @Test
    void P10_one_that_does_not_come_back_is_not_forgotten() {
        TransitionResult.Applied late = applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 600 + 900);

        assertThat(late.next().stage()).isInstanceOf(Exiting.class);
        assertThat(late.events()).hasOnlyElementsOfType(RescueEvent.ExitOverdue.class);
    }

    @Test
    void P10_a_port_that_never_fell_silent_does_not_prove_the_return() {
        RescueRequest returning = exitingWithoutHostKeys();
        assertThat(observe(returning, observation(transactionCompleted(501), new ProbeResult.PortOpen(), 800)))
                .isEmpty();

        RescueRequest down = applyObservation(returning, transactionCompleted(501), NO_ANSWER, 810)
                .next();
        assertThat(closeReason(applyObservation(down, transactionCompleted(501), new ProbeResult.PortOpen(), 820)))
                .isEqualTo(CloseReason.EXITED);
    }

    @Test
    void P1_a_power_cycle_is_sent_once_however_often_the_button_is_clicked() {
        RescueRequest late = applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 600 + 900)
                .next();
        RescueRequest ordered = late.requestExit(ASHA_REQUESTER, true, NOON.plusSeconds(1600))
                .applied()
                .orElseThrow()
                .next();
        assertThat(ordered.requestExit(ASHA_REQUESTER, true, NOON.plusSeconds(1601)))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_EXITING));

        RescueRequest sent = ExitTransitions.claim(ordered, NOON.plusSeconds(1602))
                .orElseThrow()
                .next();
        assertThat(sent.requestExit(ASHA_REQUESTER, true, NOON.plusSeconds(1603)))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_EXITING));
    }

    @Test
    void P3_the_grace_period_counts_from_the_response_and_not_from_the_claim() {
        RescueRequest claimed = exitClaimed(inRescueUnreachable(), 600);
        assertThat(observe(claimed, observation(transactionCompleted(501), NO_ANSWER, 670)))
                .isEmpty();

        RescueRequest answered = exitAccepted(claimed, 680);
        assertThat(observe(answered, observation(transactionCompleted(501), NO_ANSWER, 700)))
                .isEmpty();
        assertThat(closeReason(applyObservation(answered, transactionCompleted(501), NO_ANSWER, 740)))
                .isEqualTo(CloseReason.EXITED);
    }

    @Test
    void P3_a_port_is_waited_for_from_the_answer_too() {
        RescueRequest claimed = exitClaimed(inRescueWithoutHostKeys(), 600);
        RescueRequest missedOnce = applyObservation(claimed, transactionCompleted(501), NO_ANSWER, 610)
                .next();
        assertThat(observe(missedOnce, observation(transactionCompleted(501), new ProbeResult.PortOpen(), 670)))
                .isEmpty();

        RescueRequest answered = exitAccepted(missedOnce, 680);
        assertThat(closeReason(applyObservation(answered, transactionCompleted(501), new ProbeResult.PortOpen(), 740)))
                .isEqualTo(CloseReason.EXITED);
    }

    @Test
    void P3_a_lost_answer_does_not_show_that_the_device_left_rescue() {
        RescueRequest lost =
                exitResultApplied(exitClaimed(inRescueUnreachable(), 600), new CommandResult.Unconfirmed("lost"), 720);

        TransitionResult.Applied unheard = applyObservation(lost, transactionCompleted(501), NO_ANSWER, 780);

        assertThat(unheard.events()).containsExactly(new RescueEvent.ExitNotObserved(Duration.ofMinutes(3), false));
        assertThat(observe(unheard.next(), observation(transactionCompleted(501), NO_ANSWER, 9000)))
                .isEmpty();
    }

    @Test
    void an_effect_after_a_lost_answer_counts_as_the_answer() {
        RescueRequest lost =
                exitResultApplied(exitClaimed(inRescueUnreachable(), 600), new CommandResult.Unconfirmed("lost"), 720);
        DeviceStatus restarting = statusWithTransaction(transaction(502), PowerState.OFF);
        RescueRequest begun = applyObservation(lost, restarting, NO_ANSWER, 730).next();

        assertThat(closeReason(applyObservation(begun, transactionCompleted(502), NO_ANSWER, 790)))
                .isEqualTo(CloseReason.EXITED);
    }

    @Test
    void an_effect_after_a_command_without_a_response_counts_as_its_response() {
        RescueRequest begun = applyObservation(
                        exitClaimed(inRescue(), 600),
                        statusWithTransaction(transaction(502), PowerState.OFF),
                        NO_ANSWER,
                        610)
                .next();

        assertThat(begun.stage())
                .isInstanceOfSatisfying(
                        Exiting.class, back -> assertThat(back.respondedAt()).contains(NOON.plusSeconds(610)));
        assertThat(observe(begun, observation(transactionCompleted(502), NO_ANSWER, 900)))
                .isEmpty();
        assertThat(closeReason(applyObservation(begun, transactionCompleted(502), INSTALLED_KEY, 910)))
                .isEqualTo(CloseReason.EXITED);
    }

    @Test
    void P1_P7_a_command_that_was_never_sent_has_to_be_requested_again_and_is_not_repeated() {
        RescueRequest claimed = exitClaimed(inRescue(), 600);
        assertThat(observe(claimed, observation(transactionCompleted(501), RESCUE_KEY, 779)))
                .isEmpty();

        TransitionResult.Applied unheard = applyObservation(claimed, transactionCompleted(501), RESCUE_KEY, 780);

        assertThat(unheard.events()).containsExactly(new RescueEvent.ExitNotObserved(Duration.ofMinutes(3), true));
        assertThat(unheard.next().stage().due()).isEmpty();
        assertThat(unheard.next().requestExit(ASHA_REQUESTER, false, NOON).applied())
                .isPresent();
    }

    @Test
    void P7_an_image_that_is_still_loaded_shows_that_no_command_arrived() {
        TransitionResult.Applied unheard = applyObservation(
                exitClaimed(inRescueFromImage(), 600), withBootImage(transactionCompleted(501)), NO_ANSWER, 780);

        assertThat(unheard.next().stage())
                .isInstanceOfSatisfying(
                        InRescue.class, in -> assertThat(in.evidence()).isEqualTo(Evidence.REPORTED_BY_PROVIDER));
    }

    @Test
    void P7_a_controller_that_took_no_command_shows_that_none_arrived() {
        DeviceStatus commanded = statusAfterCommandAt(100);
        RescueRequest claimed = exitClaimed(ExitTransitions.withFreshBaseline(inRescueUnreachable(), commanded), 600);

        assertThat(applyObservation(claimed, commanded, NO_ANSWER, 780).next().stage())
                .isInstanceOf(InRescue.class);
        assertThat(applyObservation(claimed, statusAfterCommandAt(650), NO_ANSWER, 780)
                        .next()
                        .stage())
                .isInstanceOf(Exiting.class);
    }

    @Test
    void P3_where_it_is_not_proved_that_no_command_arrived_the_device_is_not_reported_in_rescue() {
        TransitionResult.Applied unheard =
                applyObservation(exitClaimed(inRescueUnreachable(), 600), transactionCompleted(501), NO_ANSWER, 780);

        assertThat(unheard.events()).containsExactly(new RescueEvent.ExitNotObserved(Duration.ofMinutes(3), false));
        assertThat(unheard.next().stage()).isInstanceOf(Exiting.class);
        assertThat(unheard.next().requestExit(ASHA_REQUESTER, true, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_EXITING));
        assertThat(observe(unheard.next(), observation(transactionCompleted(501), NO_ANSWER, 86_400)))
                .isEmpty();
    }

    @Test
    void P10_a_host_key_that_is_not_the_rescue_kernels_proves_the_return_of_a_device_that_was_silent_before() {
        RescueRequest inRescue = applyObservation(inRescueUnreachable(), transactionCompleted(501), RESCUE_KEY, 300)
                .next();
        RescueRequest returning = exitAccepted(exitClaimed(inRescue, 600), 600);

        assertThat(observe(returning, observation(transactionCompleted(501), RESCUE_KEY, 610)))
                .isEmpty();
        TransitionResult.Applied back = applyObservation(returning, transactionCompleted(501), INSTALLED_KEY, 700);
        assertThat(back.events()).containsExactly(new RescueEvent.Exited(Evidence.NEW_HOST_KEY));
    }

    @Test
    void P10_a_system_that_was_reloaded_in_rescue_is_back_with_a_new_host_key() {
        ProbeResult reloaded = new ProbeResult.HostKey("SHA256:reloaded");
        RescueRequest returning = applyObservation(
                        exiting(), statusWithTransaction(transaction(502), PowerState.ON), reloaded, 620)
                .next();

        assertThat(returning.stage()).isInstanceOf(Exiting.class);
        assertThat(applyObservation(returning, transactionCompleted(502), reloaded, 630)
                        .events())
                .containsExactly(new RescueEvent.Exited(Evidence.NEW_HOST_KEY));
    }

    @Test
    void P10_a_port_that_stays_shut_is_closed_by_the_providers_word_after_its_time() {
        RescueRequest silent = applyObservation(exiting(), transactionCompleted(501), NO_ANSWER, 700)
                .next();
        assertThat(observe(silent, observation(transactionCompleted(501), NO_ANSWER, 1_400)))
                .isEmpty();

        assertThat(applyObservation(silent, transactionCompleted(501), NO_ANSWER, 1_500)
                        .events())
                .containsExactly(new RescueEvent.Exited(Evidence.REPORTED_BY_PROVIDER));
    }

    @Test
    void P3_one_lost_probe_of_the_rescue_kernel_does_not_close_it_by_the_providers_word() {
        RescueRequest answering = applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 1_600)
                .next();
        Watch lostOnce = MonitorFixture.watched(answering, observation(transactionCompleted(501), RESCUE_KEY, 1_700))
                .watch();

        assertThat(new RescueMonitor(RescueTimeouts.DEFAULT)
                        .apply(answering.withWatch(lostOnce), observation(transactionCompleted(501), NO_ANSWER, 1_701))
                        .filter(applied -> applied.next().stage().isClosed()))
                .isEmpty();
    }

    @Test
    void no_power_cycle_is_offered_where_the_provider_reports_a_healthy_device() {
        ProbeResult unknown = new ProbeResult.HostKey("SHA256:new");
        RescueRequest returning = exitAccepted(exitClaimed(seenBeforeOnly(), 600), 600);

        TransitionResult.Applied late = applyObservation(returning, transactionCompleted(501), unknown, 1_600);

        assertThat(late.events()).containsExactly(new RescueEvent.ExitOverdue(Duration.ofSeconds(1_000), false));
        assertThat(late.next().requestExit(ASHA_REQUESTER, true, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_EXITING));
    }

    @Test
    void a_power_cycle_is_offered_while_the_rescue_kernel_answers_or_the_device_is_off() {
        assertThat(applyObservation(exiting(), transactionCompleted(501), RESCUE_KEY, 1_600)
                        .events())
                .containsExactly(new RescueEvent.ExitOverdue(Duration.ofSeconds(1_000), true));
        DeviceStatus off = statusWithTransaction(transaction(502), PowerState.OFF);
        assertThat(applyObservation(exiting(), off, NO_ANSWER, 1_600).events())
                .containsExactly(new RescueEvent.ExitOverdue(Duration.ofSeconds(1_000), true));
    }

    @Test
    void a_power_cycle_is_offered_for_a_device_without_host_keys_that_answered_all_along() {
        assertThat(applyObservation(
                                exitingWithoutHostKeys(), transactionCompleted(501), new ProbeResult.PortOpen(), 1_600)
                        .events())
                .containsExactly(new RescueEvent.ExitOverdue(Duration.ofSeconds(1_000), true));
    }

    @Test
    void P10_what_ran_before_an_exit_at_which_the_provider_told_nothing_is_not_its_effect() {
        RescueRequest claimed =
                exitClaimed(ExitTransitions.withFreshBaseline(inRescueUnreachable(), DeviceStatus.UNKNOWN), 600);

        assertThat(observe(claimed, observation(transactionCompleted(501), NO_ANSWER, 700)))
                .isEmpty();
    }

    /** Its host key was known before the launch, and it never answered in rescue. */
    private static RescueRequest seenBeforeOnly() {
        RescueRequest finished = applyObservation(booting(INSTALLED_KEY), transactionCompleted(501), NO_ANSWER, 200)
                .next();
        return applyObservation(finished, transactionCompleted(501), NO_ANSWER, 260)
                .next();
    }

    private static DeviceStatus statusAfterCommandAt(int second) {
        DeviceStatus done = transactionCompleted(501);
        return new DeviceStatus(
                done.powerState(),
                done.activeTransaction(),
                done.lastTransaction(),
                done.bootImageId(),
                Optional.of(NOON.plusSeconds(second)));
    }
}
