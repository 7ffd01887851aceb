package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.inspection;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a second click, a late answer, a changed plan or a moment too early come to. */
class RequestBoundariesTest {

    private static final Requester CHIARA_REQUESTER =
            new Requester(new SlackUserId("U0CHIARA"), new CloudUserId(103), "9001_chiara@example.com");
    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final Duration HOUR = Duration.ofHours(1);

    private static TransitionResult confirm(RescueRequest request) {
        return request.confirm(
                ASHA_REQUESTER, Confirmation.of(RescueSystem.AS_INSTALLED), ApproverSet.ANY_PERMITTED_USER, NOON);
    }

    private static RescueRequest awaitingApproval(int quorum) {
        return next(confirm(openedRequest(requiringApprovals(quorum))));
    }

    private static RescueRequest next(TransitionResult result) {
        return result.applied().orElseThrow().next();
    }

    private static Vote voteOf(Requester voter, RescueRequest request) {
        return new Vote(voter, request.plan().digest(), "", NOON);
    }

    private static RescueRequest inRescue() {
        return openedRequest()
                .transitionTo(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, BASELINE, BASELINE))
                .next();
    }

    @Test
    void P2_a_second_confirmation_is_told_what_became_of_the_first() {
        RescueRequest confirmed = next(confirm(openedRequest()));
        RescueRequest cancelled = next(openedRequest().cancel(ASHA_REQUESTER, NOON));

        assertThat(confirm(confirmed)).isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_ANSWERED));
        assertThat(confirm(cancelled)).isEqualTo(new TransitionResult.Rejected(TransitionRejection.CLOSED));
    }

    @Test
    void P5_nobody_confirms_for_the_requester_nor_as_another_cloud_user() {
        Requester relinked =
                new Requester(ASHA_REQUESTER.slackUserId(), BRUNO_REQUESTER.cloudUserId(), BRUNO_REQUESTER.username());

        assertThat(confirmBy(BRUNO_REQUESTER))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER));
        assertThat(confirmBy(relinked)).isEqualTo(new TransitionResult.Rejected(TransitionRejection.ACCOUNT_RELINKED));
    }

    private static TransitionResult confirmBy(Requester by) {
        return openedRequest()
                .confirm(by, Confirmation.of(RescueSystem.AS_INSTALLED), ApproverSet.ANY_PERMITTED_USER, NOON);
    }

    @Test
    void P5_a_requester_cannot_deny_what_they_could_cancel_and_a_denial_carries_its_reason() {
        RescueRequest waiting = awaitingApproval(1);

        assertThat(ApprovalTransitions.deny(waiting, ASHA_REQUESTER, "", NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.SELF_APPROVAL));
        assertThat(detail(ApprovalTransitions.deny(waiting, BRUNO_REQUESTER, "", NOON)))
                .isEqualTo("9001_bruno@example.com denied it");
        assertThat(detail(ApprovalTransitions.deny(waiting, BRUNO_REQUESTER, "it is the only one", NOON)))
                .isEqualTo("9001_bruno@example.com denied it: it is the only one");
    }

    private static String detail(TransitionResult result) {
        return ((Stage.Closed) next(result).stage()).detail();
    }

    @Test
    void P5_votes_count_for_the_plan_that_was_seen_and_its_voters_may_vote_on_the_next() {
        RescueRequest waiting = awaitingApproval(2);
        RescueRequest voted = next(ApprovalTransitions.approve(waiting, voteOf(BRUNO_REQUESTER, waiting)));
        Stage.AwaitingApproval stage = (Stage.AwaitingApproval) voted.stage();
        Plan drifted = plan(WEB_07, requiringApprovals(3));
        Plan other = new Plan(
                inspection(WEB_07),
                BRUNO_REQUESTER,
                drifted.channel(),
                drifted.responseUrl(),
                NOON,
                drifted.requirements());

        assertThat(ApprovalTransitions.countVotes(voted.plan(), stage.votes())).isEqualTo(1);
        assertThat(ApprovalTransitions.countVotes(other, stage.votes())).isZero();
        assertThat(ApprovalTransitions.approve(voted, voteOf(BRUNO_REQUESTER, voted)))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_VOTED));
        RescueRequest onOldPlan = voted.transitionTo(new Stage.AwaitingApproval(
                        stage.confirmation(),
                        stage.approvers(),
                        List.of(new Vote(BRUNO_REQUESTER, other.digest(), "", NOON)),
                        stage.approveBy(),
                        Optional.empty(),
                        Optional.empty()))
                .next();
        assertThat(ApprovalTransitions.approve(onOldPlan, voteOf(BRUNO_REQUESTER, onOldPlan))
                        .applied())
                .isPresent();
    }

    @Test
    void a_vote_at_the_very_end_of_its_time_is_too_late() {
        RescueRequest waiting = awaitingApproval(1);
        Instant approveBy = ((Stage.AwaitingApproval) waiting.stage()).approveBy();

        assertThat(ApprovalTransitions.approve(
                                waiting,
                                new Vote(CHIARA_REQUESTER, waiting.plan().digest(), "", approveBy.minusMillis(1)))
                        .applied())
                .isPresent();
        assertThat(ApprovalTransitions.approve(
                        waiting, new Vote(CHIARA_REQUESTER, waiting.plan().digest(), "", approveBy)))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.EXPIRED));
    }

    @Test
    void a_login_name_is_kept_by_a_device_in_rescue_and_by_no_other_stage() {
        RescueRequest named = inRescue().withLoginName(Optional.of("root"));

        assertThat(((Stage.InRescue) named.stage()).loginName()).contains("root");
        assertThat(named.version()).isEqualTo(inRescue().version());
        assertThat(openedRequest().withLoginName(Optional.of("root"))).isEqualTo(openedRequest());
    }

    @Test
    void P10_an_exit_that_keeps_being_put_off_is_reminded_of_and_one_that_is_about_to_be_sent_is_not() {
        RescueRequest ordered = next(inRescue().requestExit(ASHA_REQUESTER, false, NOON));
        RescueRequest putOff =
                ExitTransitions.postpone(ordered, NOON.plus(HOUR)).orElseThrow().next();

        assertThat(ordered.remind(HOUR, HOUR, NOON.plus(HOUR))).isEmpty();
        assertThat(putOff.remind(HOUR, HOUR, NOON.plus(HOUR).minusMillis(1))).isEmpty();
        assertThat(putOff.remind(HOUR, HOUR, NOON.plus(HOUR)).orElseThrow().events())
                .containsExactly(new RescueEvent.StillOpen(HOUR));
    }

    @Test
    void P7_a_saved_watch_is_the_next_version_with_nothing_else_changed() {
        RescueRequest watched = inRescue().withWatch(Watch.NONE.withRemindedAt(NOON));
        RescueRequest saved = watched.withNextVersion();

        assertThat(saved.version()).isEqualTo(watched.version() + 1);
        assertThat(saved.withWatch(Watch.NONE))
                .isEqualTo(new RescueRequest(
                        watched.id(), watched.plan(), watched.stage(), watched.version() + 1, watched.review()));
        assertThat(saved.watch()).isEqualTo(watched.watch());
    }

    @Test
    void P10_a_late_answer_to_an_exit_reopens_what_was_closed_unless_the_device_is_back() {
        RescueRequest ordered = next(inRescue().requestExit(ASHA_REQUESTER, false, NOON));
        RescueRequest claimed =
                ExitTransitions.claim(ordered, NOON).orElseThrow().next();
        RescueRequest byHand = next(ManualTransitions.close(claimed, ASHA_REQUESTER, "looked at", NOON));
        RescueRequest back = next(ManualTransitions.reportBack(
                claimed, ASHA_REQUESTER, DeviceStatus.UNKNOWN, new ProbeResult.NoAnswer(), NOON));

        assertThat(lateAnswer(byHand, claimed, ordered).orElseThrow().events())
                .containsExactly(new RescueEvent.Reopened(CloseReason.BY_HAND, true));
        assertThat(lateAnswer(back, claimed, ordered)).isEmpty();
        assertThat(lateAnswer(openedRequest(), claimed, ordered)).isEmpty();
    }

    @Test
    void P1_an_exit_that_was_turned_away_is_suspected_only_when_something_began() {
        RescueRequest ordered = next(inRescue().requestExit(ASHA_REQUESTER, false, NOON));
        RescueRequest claimed =
                ExitTransitions.claim(ordered, NOON).orElseThrow().next();
        RescueRequest turnedAway = ExitTransitions.apply(
                        claimed,
                        (Stage.InRescue) ordered.stage(),
                        new CommandResult.Busy("outstanding transaction"),
                        new RescueEvent.ExitPostponed(NOON),
                        NOON)
                .next();

        assertThat(ExitTransitions.suspectSent(turnedAway, poweredOnStatus(), NOON))
                .isEmpty();
        assertThat(ExitTransitions.suspectSent(
                        turnedAway, statusWithTransaction(transaction(501), PowerState.ON), NOON))
                .isPresent();
    }

    @Test
    void P10_an_exit_that_is_only_suspected_has_no_response_that_its_end_could_be_counted_from() {
        RescueRequest ordered = next(inRescue().requestExit(ASHA_REQUESTER, false, NOON));
        RescueRequest turnedAway = ExitTransitions.apply(
                        ExitTransitions.claim(ordered, NOON).orElseThrow().next(),
                        (Stage.InRescue) ordered.stage(),
                        new CommandResult.Busy("outstanding transaction"),
                        new RescueEvent.ExitPostponed(NOON),
                        NOON)
                .next();
        TransitionResult.Applied suspected = ExitTransitions.suspectSent(
                        turnedAway, statusWithTransaction(transaction(501), PowerState.ON), NOON)
                .orElseThrow();

        assertThat(((Stage.Exiting) suspected.next().stage()).respondedAt()).isEmpty();
    }

    @Test
    void a_result_for_an_exit_that_nobody_asked_for_is_an_error_of_the_bot() {
        RescueRequest claimed = openedRequest()
                .transitionTo(Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE))
                .next();

        assertThatIllegalStateException()
                .isThrownBy(() -> ExitTransitions.apply(
                        claimed,
                        (Stage.InRescue) inRescue().stage(),
                        new CommandResult.NotSent("no permit"),
                        new RescueEvent.ExitPostponed(NOON),
                        NOON))
                .withMessageContaining("no exit was requested");
        assertThat(ExitTransitions.withFreshBaseline(claimed, poweredOnStatus()))
                .isEqualTo(claimed);
    }

    @Test
    void P6_the_password_is_shown_while_the_rescue_boots_and_runs_and_not_before_or_after() {
        Stage booting =
                new Stage.Booting(OptionalLong.empty(), NOON, BASELINE, BootPhase.ACCEPTED, Optional.empty(), false);
        Stage launching = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, true, false);

        assertThat(booting.allowsLogin()).isTrue();
        assertThat(inRescue().stage().allowsLogin()).isTrue();
        assertThat(launching.allowsLogin()).isFalse();
        assertThat(Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE).allowsLogin())
                .isFalse();
    }

    @Test
    void P1_a_claim_is_told_from_a_later_one_by_its_time_and_from_another_command_by_its_kind() {
        Stage launching = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, false, false);
        Stage accepted = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, true, true);
        Stage later = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON.plusMillis(1), BASELINE, false, false);
        Stage exiting = Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE);

        assertThat(ClaimedCommand.isSame(launching, accepted)).isTrue();
        assertThat(ClaimedCommand.isSame(launching, later)).isFalse();
        assertThat(ClaimedCommand.isSame(launching, exiting)).isFalse();
        assertThat(ClaimedCommand.isSame(exiting, Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE)))
                .isTrue();
        assertThat(ClaimedCommand.isSame(exiting, Stage.Exiting.outsideBot(NOON.plusMillis(1), BASELINE, BASELINE)))
                .isFalse();
        assertThat(ClaimedCommand.isSame(exiting, launching)).isFalse();
    }

    @Test
    void P3_silence_adds_up_until_the_device_answers() {
        Duration interval = Duration.ofSeconds(20);
        Watch silent = Watch.NONE
                .afterPoll(Watch.Sight.REPORTED, interval, false, interval)
                .afterPoll(Watch.Sight.REPORTED, interval, false, interval);

        assertThat(silent.silent()).isEqualTo(interval.plus(interval));
        assertThat(silent.afterPoll(Watch.Sight.REPORTED, interval, true, interval)
                        .silent())
                .isZero();
    }

    @Test
    void P7_a_minute_of_absence_is_worth_saving() {
        Watch minute = Watch.NONE.afterPoll(Watch.Sight.MISSING, Watch.MAX_INTERVAL, true, Duration.ZERO);
        Watch less = Watch.NONE.afterPoll(Watch.Sight.MISSING, Watch.MAX_INTERVAL.minusMillis(1), true, Duration.ZERO);

        assertThat(minute.isWorthSavingAfter(Watch.NONE)).isTrue();
        assertThat(less.isWorthSavingAfter(Watch.NONE)).isFalse();
    }

    @Test
    void P3_a_late_answer_to_an_exit_of_a_device_that_was_reported_in_rescue_says_what_it_was() {
        RescueRequest ordered = next(inRescue().requestExit(ASHA_REQUESTER, false, NOON));
        RescueRequest claimed =
                ExitTransitions.claim(ordered, NOON).orElseThrow().next();
        RescueRequest reported = next(claimed.reportLogin(BASELINE, NOON));

        assertThat(lateAnswer(reported, claimed, ordered).orElseThrow().events())
                .containsExactly(new RescueEvent.ExitAccepted());
        assertThat(lateAnswer(reported, claimed, ordered, new CommandResult.Unconfirmed("lost"))
                        .orElseThrow()
                        .events())
                .containsExactly(new RescueEvent.ExitUnconfirmed());
        assertThat(lateAnswer(reported, claimed, ordered, new CommandResult.NotSent("no permit")))
                .isEmpty();
    }

    private static Optional<TransitionResult.Applied> lateAnswer(
            RescueRequest now, RescueRequest claimed, RescueRequest ordered) {
        return lateAnswer(now, claimed, ordered, new CommandResult.Accepted(OptionalLong.empty()));
    }

    private static Optional<TransitionResult.Applied> lateAnswer(
            RescueRequest now, RescueRequest claimed, RescueRequest ordered, CommandResult late) {
        return ExitTransitions.apply(
                now,
                (Stage.Exiting) claimed.stage(),
                (Stage.InRescue) ordered.stage(),
                late,
                new RescueEvent.ExitPostponed(NOON),
                NOON);
    }
}
