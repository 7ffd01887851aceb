package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The ways out by a person's word. */
class ManualTransitionsTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final RescueRequest IN_RESCUE =
            openedRequest().withStage(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, BASELINE, BASELINE));
    private static final RescueRequest LAUNCHING =
            openedRequest().withStage(new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, false, true));
    private static final RescueRequest EXITING =
            openedRequest().withStage(Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE));

    @Test
    void P8_a_request_that_is_closed_by_hand_keeps_who_and_why() {
        TransitionResult.Applied closed = ManualTransitions.close(IN_RESCUE, BRUNO_REQUESTER, "cancelled", NOON)
                .applied()
                .orElseThrow();

        assertThat(closed.next().stage())
                .isEqualTo(new Stage.Closed(
                        CloseReason.BY_HAND,
                        BRUNO_REQUESTER.username() + " closed it: cancelled",
                        NOON,
                        Optional.of(new InstalledSystem(BASELINE.hostKey(), false)),
                        Optional.empty()));
        assertThat(closed.events()).containsExactly(new RescueEvent.ClosedByHand(BRUNO, "cancelled", true));
    }

    @Test
    void a_request_is_not_closed_by_hand_without_a_reason() {
        assertThat(ManualTransitions.close(IN_RESCUE, ASHA_REQUESTER, " ", NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED));
    }

    @Test
    void P3_a_device_that_somebody_says_is_back_is_known_by_a_persons_word() {
        assertThat(reportBack(EXITING, poweredOnStatus(), new ProbeResult.PortOpen())
                        .applied()
                        .orElseThrow()
                        .events())
                .containsExactly(
                        new RescueEvent.ReportedBack(BRUNO), new RescueEvent.Exited(Evidence.REPORTED_BY_PERSON));
    }

    private static TransitionResult reportBack(RescueRequest request, DeviceStatus status, ProbeResult probeResult) {
        return ManualTransitions.reportBack(request, BRUNO_REQUESTER, status, probeResult, NOON);
    }

    @Test
    void P3_a_word_is_not_taken_while_the_provider_works_on_the_device() {
        DeviceStatus busy = statusWithTransaction(transaction(501), PowerState.ON);

        assertThat(reportBack(EXITING, busy, new ProbeResult.NoAnswer()))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.TRANSACTION_RUNNING));
    }

    @Test
    void P3_a_word_is_not_taken_while_the_rescue_kernel_answers() {
        Baseline installed = Baseline.of(poweredOnStatus(), new ProbeResult.HostKey("SHA256:installed"));
        Baseline rescue = Baseline.of(poweredOnStatus(), new ProbeResult.HostKey("SHA256:rescue"));
        RescueRequest exiting = openedRequest().withStage(Stage.Exiting.outsideBot(NOON, installed, rescue));

        assertThat(reportBack(exiting, poweredOnStatus(), new ProbeResult.HostKey("SHA256:rescue")))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_INSTALLED_SYSTEM));
        assertThat(reportBack(exiting, poweredOnStatus(), new ProbeResult.HostKey("SHA256:installed"))
                        .applied())
                .isPresent();
        assertThat(reportBack(exiting, poweredOnStatus(), new ProbeResult.HostKey("SHA256:reinstalled"))
                        .applied())
                .isPresent();
    }

    @Test
    void P3_a_word_is_not_taken_while_another_system_than_the_installed_one_answers_to_a_launch() {
        Baseline installed = Baseline.of(poweredOnStatus(), new ProbeResult.HostKey("SHA256:installed"));
        RescueRequest launching =
                openedRequest().withStage(new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, installed, true, true));

        assertThat(reportBack(launching, poweredOnStatus(), new ProbeResult.HostKey("SHA256:rescue")))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_INSTALLED_SYSTEM));
    }

    @Test
    void P10_a_word_is_taken_of_a_device_whose_system_was_replaced_during_the_boot() {
        Baseline replaced = Baseline.of(poweredOnStatus(), new ProbeResult.HostKey("SHA256:installed"))
                .withReplaced();
        RescueRequest launching =
                openedRequest().withStage(new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, replaced, true, true));

        assertThat(reportBack(launching, poweredOnStatus(), new ProbeResult.HostKey("SHA256:reinstalled"))
                        .applied())
                .isPresent();
    }

    @Test
    void P3_a_word_is_not_taken_while_a_boot_image_is_loaded_that_was_not_before() {
        DeviceStatus loaded = new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.empty(), OptionalLong.of(77), Optional.empty());

        assertThat(reportBack(IN_RESCUE, loaded, new ProbeResult.PortOpen()))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_INSTALLED_SYSTEM));
    }

    @Test
    void P10_a_word_is_all_there_is_where_nothing_can_be_seen() {
        assertThat(reportBack(EXITING, DeviceStatus.UNKNOWN, new ProbeResult.NoAnswer())
                        .applied())
                .isPresent();
    }

    @Test
    void nothing_is_back_that_was_never_sent_away() {
        assertThat(reportBack(openedRequest(), poweredOnStatus(), new ProbeResult.NoAnswer()))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_ANSWERED));
    }

    @Test
    void a_person_can_say_that_it_is_in_rescue_where_the_bot_waits_for_something_else() {
        assertThat(LAUNCHING
                        .reportLogin(BASELINE, NOON)
                        .applied()
                        .map(applied -> applied.next().stage()))
                .isEqualTo(Optional.of(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PERSON, BASELINE, BASELINE)));
        assertThat(EXITING.reportLogin(BASELINE, NOON).applied()).isPresent();
    }
}
