package dev.lifeline.rescue;

import static dev.lifeline.rescue.RescueRequestTest.applied;
import static dev.lifeline.rescue.RescueRequestTest.closeReason;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalTransitionsTest {

    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final SlackUserId ELENA = new SlackUserId("U0ELENA");

    @Test
    void P5_confirmation_is_not_approval() {
        RescueRequest waiting = awaitingApproval(1);

        assertThat(waiting.stage()).isInstanceOf(AwaitingApproval.class);
        assertThat(vote(waiting, ASHA_REQUESTER))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.SELF_APPROVAL));
    }

    @Test
    void P5_a_second_slack_account_of_the_requesters_cloud_user_is_the_requester() {
        Requester again =
                new Requester(new SlackUserId("U0OTHER"), ASHA_REQUESTER.cloudUserId(), ASHA_REQUESTER.username());

        assertThat(vote(awaitingApproval(1), again))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.SELF_APPROVAL));
    }

    @Test
    void P5_the_requester_under_another_cloud_user_is_the_requester() {
        Requester relinked = new Requester(ASHA_REQUESTER.slackUserId(), new CloudUserId(99), "another");

        assertThat(vote(awaitingApproval(1), relinked))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.SELF_APPROVAL));
    }

    @Test
    void P5_two_slack_accounts_of_one_cloud_user_are_one_vote() {
        RescueRequest once = applied(vote(awaitingApproval(2), BRUNO_REQUESTER));
        Requester again =
                new Requester(new SlackUserId("U0OTHER"), BRUNO_REQUESTER.cloudUserId(), BRUNO_REQUESTER.username());

        assertThat(vote(once, again)).isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_VOTED));
        Requester third = new Requester(new SlackUserId("U0THIRD"), new CloudUserId(77), "third");
        assertThat(applied(vote(once, third)).stage()).isInstanceOf(ReadyToLaunch.class);
    }

    @Test
    void one_no_is_enough() {
        RescueRequest denied = applied(ApprovalTransitions.deny(awaitingApproval(2), BRUNO_REQUESTER, "not now", NOON));

        assertThat(closeReason(denied)).isEqualTo(CloseReason.DENIED);
    }

    @Test
    void a_vote_after_the_time_is_over_counts_no_more() {
        RescueRequest waiting = awaitingApproval(1);
        Vote late = new Vote(BRUNO_REQUESTER, waiting.plan().digest(), "", NOON.plus(Duration.ofMinutes(15)));

        assertThat(ApprovalTransitions.approve(waiting, late))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.EXPIRED));
    }

    @Test
    void a_vote_for_a_message_that_shows_another_plan_does_not_count() {
        Vote stale = new Vote(BRUNO_REQUESTER, "0123456789abcdef", "", NOON);

        assertThat(ApprovalTransitions.approve(awaitingApproval(1), stale))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.PLAN_CHANGED));
    }

    @Test
    void drift_restarts_the_approval_and_names_what_changed() {
        RescueRequest once = applied(vote(awaitingApproval(2), BRUNO_REQUESTER));

        TransitionResult.Applied drifted =
                ApprovalTransitions.restartOnDrift(once, poweredOff(), NOON).orElseThrow();

        assertThat(drifted.events())
                .containsExactly(new RescueEvent.Drifted(List.of(new Drift(Drift.Attribute.POWER, "ON", "OFF"))));
        assertThat(drifted.next().plan().digest()).isNotEqualTo(once.plan().digest());
        RescueRequest third =
                applied(vote(drifted.next(), new Requester(new SlackUserId("U0THIRD"), new CloudUserId(77), "third")));
        assertThat(third.stage()).as("one new vote is not two").isInstanceOf(AwaitingApproval.class);
    }

    @Test
    void drift_between_the_last_vote_and_the_command_restarts_the_approval_too() {
        RescueRequest cleared = applied(vote(awaitingApproval(1), BRUNO_REQUESTER));

        RescueRequest again = ApprovalTransitions.restartOnDrift(cleared, poweredOff(), NOON)
                .orElseThrow()
                .next();

        assertThat(again.stage()).isInstanceOf(AwaitingApproval.class);
        assertThat(ApprovalTransitions.restartOnDrift(cleared, cleared.plan().inspection(), NOON))
                .isEmpty();
    }

    @Test
    void the_reminder_comes_once_and_widens_who_is_asked() {
        ApproverSelector leads = new ApproverSelector(Set.of("oncall-leads"), Set.of(), Permission.SERVER_RELOAD);
        ApprovalRequirement approvalRequirement = new ApprovalRequirement(
                1,
                leads,
                Duration.ofMinutes(15),
                Optional.of(new Reminder(Duration.ofMinutes(5), Set.of("elena"))),
                Optional.empty());
        RescueRequest waiting = awaitingApproval(approvalRequirement, new ApproverSet(Set.of(CHIARA), Set.of(ELENA)));
        Instant due = NOON.plus(Duration.ofMinutes(5));

        assertThat(waiting.due()).contains(due);
        RescueRequest reminded = applied(waiting.handleDue(due));

        assertThat(((AwaitingApproval) reminded.stage()).approvers().requested())
                .containsExactlyInAnyOrder(CHIARA, ELENA);
        assertThat(reminded.due()).contains(NOON.plus(Duration.ofMinutes(15)));
        assertThat(closeReason(applied(reminded.handleDue(NOON.plus(Duration.ofMinutes(15))))))
                .isEqualTo(CloseReason.EXPIRED);
    }

    private static Inspection poweredOff() {
        DeviceStatus off = new DeviceStatus(
                PowerState.OFF,
                Optional.empty(),
                Optional.of(transaction(500)),
                OptionalLong.empty(),
                Optional.empty());
        return new Inspection(WEB_07, off, true, false, true, true);
    }

    private static TransitionResult vote(RescueRequest request, Requester by) {
        return ApprovalTransitions.approve(request, new Vote(by, request.plan().digest(), "", NOON));
    }

    private static RescueRequest awaitingApproval(int quorum) {
        return confirmed(openedRequest(requiringApprovals(quorum)), ApproverSet.ANY_PERMITTED_USER);
    }

    private static RescueRequest awaitingApproval(ApprovalRequirement approvalRequirement, ApproverSet approverSet) {
        PolicyRequirements policyRequirements = new PolicyRequirements(
                "production",
                "v1",
                approvalRequirement,
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10));
        return confirmed(openedRequest(policyRequirements), approverSet);
    }

    private static RescueRequest confirmed(RescueRequest opened, ApproverSet approverSet) {
        return applied(opened.confirm(ASHA_REQUESTER, Confirmation.of(RescueSystem.AS_INSTALLED), approverSet, NOON));
    }
}
