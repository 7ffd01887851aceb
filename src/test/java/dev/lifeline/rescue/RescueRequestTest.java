package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RescueRequestTest {

    private static final Baseline BASELINE = new Baseline(DeviceStatus.UNKNOWN, Optional.empty(), true);
    private static final Confirmation CONFIRMATION = Confirmation.of(RescueSystem.AS_INSTALLED);

    @Test
    void the_confirmation_makes_it_ready_to_launch_where_no_approval_is_required() {
        RescueRequest next = applied(confirm(openedRequest(), ASHA_REQUESTER, NOON));

        assertThat(next.stage()).isInstanceOf(ReadyToLaunch.class);
        assertThat(next.version()).isEqualTo(2);
    }

    @Test
    void only_the_requester_confirms() {
        assertThat(confirm(openedRequest(), BRUNO_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER));
    }

    @Test
    void a_second_confirmation_is_rejected_as_answered() {
        RescueRequest confirmed = applied(confirm(openedRequest(), ASHA_REQUESTER, NOON));

        assertThat(confirm(confirmed, ASHA_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_ANSWERED));
    }

    @Test
    void a_late_yes_does_nothing() {
        assertThat(confirm(openedRequest(), ASHA_REQUESTER, NOON.plus(Duration.ofMinutes(11))))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.EXPIRED));
    }

    @Test
    void no_closes_it() {
        assertThat(closeReason(applied(openedRequest().cancel(ASHA_REQUESTER, NOON))))
                .isEqualTo(CloseReason.CANCELLED);
    }

    @Test
    void a_launch_that_waits_for_a_busy_provider_can_be_taken_back_by_its_requester_only() {
        RescueRequest ready = applied(confirm(openedRequest(), ASHA_REQUESTER, NOON));
        RescueRequest waiting = LaunchTransitions.postpone(ready, NOON.plusSeconds(20))
                .orElseThrow()
                .next();

        assertThat(closeReason(applied(waiting.cancel(ASHA_REQUESTER, NOON)))).isEqualTo(CloseReason.CANCELLED);
        assertThat(waiting.cancel(BRUNO_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER));
    }

    @Test
    void a_launch_that_is_claimed_is_given_up_once_and_cannot_be_once_it_was_accepted() {
        RescueRequest ready = applied(confirm(openedRequest(), ASHA_REQUESTER, NOON));
        RescueRequest claimed =
                LaunchTransitions.claim(ready, BASELINE, NOON).orElseThrow().next();
        RescueRequest accepted = LaunchTransitions.apply(
                        claimed,
                        (ReadyToLaunch) ready.stage(),
                        new CommandResult.Accepted(OptionalLong.empty()),
                        NOON,
                        NOON)
                .next();
        TransitionResult answered = new TransitionResult.Rejected(TransitionRejection.ALREADY_ANSWERED);

        RescueRequest givenUp = applied(claimed.cancel(ASHA_REQUESTER, NOON));
        assertThat(givenUp.stage()).isInstanceOf(Stage.Launching.class);
        assertThat(givenUp.cancel(ASHA_REQUESTER, NOON)).isEqualTo(answered);
        assertThat(accepted.cancel(ASHA_REQUESTER, NOON)).isEqualTo(answered);
        assertThat(claimed.cancel(BRUNO_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER));
    }

    @Test
    void it_expires_when_its_time_is_over_and_not_before() {
        assertThat(openedRequest().handleDue(NOON).applied()).isEmpty();

        RescueRequest next = applied(openedRequest().handleDue(NOON.plus(Duration.ofMinutes(10))));
        assertThat(closeReason(next)).isEqualTo(CloseReason.EXPIRED);
    }

    @Test
    void a_reason_that_the_policy_wants_has_to_fit_as_a_whole() {
        PolicyRequirements.ConfirmationRequirements confirmationRequirements =
                new PolicyRequirements.ConfirmationRequirements(Optional.of("INC-\\d+.*"), Optional.empty());
        RescueRequest request = openedRequest(new PolicyRequirements(
                "production", "v1", ApprovalRequirement.NONE, confirmationRequirements, Duration.ofMinutes(10)));

        TransitionResult without = request.confirm(ASHA_REQUESTER, CONFIRMATION, ApproverSet.ANY_PERMITTED_USER, NOON);
        assertThat(without).isEqualTo(new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED));
        Confirmation why = new Confirmation(RescueSystem.AS_INSTALLED, "INC-7 the disk is full", false);
        assertThat(applied(request.confirm(ASHA_REQUESTER, why, ApproverSet.ANY_PERMITTED_USER, NOON))
                        .stage())
                .isInstanceOf(ReadyToLaunch.class);
    }

    @Test
    void nothing_can_be_ended_that_is_not_in_rescue() {
        assertThat(openedRequest().requestExit(ASHA_REQUESTER, false, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_IN_RESCUE));
    }

    @Test
    void P10_a_device_that_lingers_in_rescue_is_spoken_of_at_its_time_and_again() {
        RescueRequest in = openedRequest().withStage(new Stage.InRescue(NOON, Evidence.PORT_OPEN, BASELINE, BASELINE));
        Duration after = Duration.ofHours(2);
        Duration every = Duration.ofHours(1);

        assertThat(in.remind(after, every, NOON.plus(Duration.ofMinutes(119)))).isEmpty();
        TransitionResult.Applied said =
                in.remind(after, every, NOON.plus(after)).orElseThrow();
        assertThat(said.events()).containsExactly(new RescueEvent.StillInRescue(after));
        assertThat(said.next().remind(after, every, NOON.plus(Duration.ofMinutes(179))))
                .isEmpty();
        assertThat(said.next().remind(after, every, NOON.plus(Duration.ofHours(3))))
                .isPresent();
    }

    @Test
    void P10_a_boot_that_does_not_go_on_is_spoken_of_every_hour() {
        RescueRequest booting = openedRequest()
                .withStage(new Stage.Booting(
                        OptionalLong.empty(), NOON, BASELINE, BootPhase.ACCEPTED, Optional.empty(), true));
        Duration every = Duration.ofHours(1);

        assertThat(booting.remind(every, every, NOON.plus(Duration.ofMinutes(59))))
                .isEmpty();
        TransitionResult.Applied said =
                booting.remind(every, every, NOON.plus(every)).orElseThrow();
        assertThat(said.events()).containsExactly(new RescueEvent.StillOpen(every));
        assertThat(said.next().remind(every, every, NOON.plus(Duration.ofMinutes(119))))
                .isEmpty();
        assertThat(said.next().remind(every, every, NOON.plus(Duration.ofHours(2))))
                .isPresent();
    }

    @Test
    void a_clock_that_was_put_back_does_not_silence_the_reminders() {
        RescueRequest in = openedRequest()
                .withStage(new Stage.InRescue(NOON, Evidence.PORT_OPEN, BASELINE, BASELINE))
                .withWatch(Watch.NONE.withRemindedAt(NOON.plus(Duration.ofDays(30))));

        assertThat(in.remind(Duration.ofHours(2), Duration.ofHours(1), NOON.plus(Duration.ofHours(3))))
                .isPresent();
    }

    @Test
    void P10_what_reached_nobody_is_told_again_after_a_quarter_of_an_hour_and_once() {
        RescueRequest in = openedRequest()
                .withStage(new Stage.InRescue(NOON, Evidence.PORT_OPEN, BASELINE, BASELINE))
                .withWatch(Watch.NONE.withUnheardAt(NOON.plusSeconds(60)));
        Duration every = Duration.ofHours(2);

        assertThat(in.remind(every, every, NOON.plus(Duration.ofMinutes(15)))).isEmpty();
        TransitionResult.Applied told =
                in.remind(every, every, NOON.plus(Duration.ofMinutes(16))).orElseThrow();
        assertThat(told.events()).containsExactly(new RescueEvent.StillInRescue(Duration.ofMinutes(16)));
        assertThat(told.next().remind(every, every, NOON.plus(Duration.ofMinutes(60))))
                .isEmpty();
    }

    @Test
    void what_was_watched_counts_for_one_stage_only() {
        Watch watched = new Watch(
                Duration.ofMinutes(5), Duration.ZERO, Duration.ZERO, Optional.empty(), false, Optional.empty());
        RescueRequest in = openedRequest()
                .withStage(new Stage.InRescue(NOON, Evidence.PORT_OPEN, BASELINE, BASELINE))
                .withWatch(watched);

        assertThat(in.transitionTo(in.stage()).next().watch()).isEqualTo(watched);
        assertThat(in.transitionTo(Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE))
                        .next()
                        .watch())
                .isEqualTo(Watch.NONE);
    }

    @Test
    void what_is_found_out_about_a_rescue_keeps_its_review() {
        Review review = new Review("down", NOON, NOON.plus(Duration.ofHours(24)), Optional.empty(), false);
        RescueRequest in = openedRequest()
                .withStage(new Stage.InRescue(NOON, Evidence.PORT_OPEN, BASELINE, BASELINE))
                .withReview(review);

        assertThat(ExitTransitions.withFreshBaseline(in, DeviceStatus.UNKNOWN).review())
                .contains(review);
        assertThat(in.withLoginName(Optional.of("root")).review()).contains(review);
    }

    private static TransitionResult confirm(RescueRequest request, Requester by, Instant at) {
        return request.confirm(by, CONFIRMATION, ApproverSet.ANY_PERMITTED_USER, at);
    }

    static CloseReason closeReason(RescueRequest request) {
        return ((Closed) request.stage()).closeReason();
    }

    static RescueRequest applied(TransitionResult transitionResult) {
        return transitionResult.applied().orElseThrow().next();
    }
}
