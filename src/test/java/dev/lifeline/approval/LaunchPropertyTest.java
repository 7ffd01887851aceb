package dev.lifeline.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** P4, P5: whatever happens in whatever order, nothing is launched that a bystander would call illegitimate. */
class LaunchPropertyTest {

    private static final int STEP_COUNT = SimulatedStep.values().length;
    private static final int CHOICE_COUNT = STEP_COUNT * ApprovalSimulation.USER_COUNT * ApprovalSimulation.USER_COUNT;

    @Test
    void P4_P5_no_sequence_of_clicks_relinks_rights_and_policies_lets_a_forbidden_launch_through() {
        AtomicInteger launches = new AtomicInteger();
        qt().withExamples(1_500).forAll(scripts()).checkAssert(lines -> launches.addAndGet(simulate(lines)));
        assertThat(launches).as("launches, or nothing was tried").hasValueGreaterThan(20);
    }

    @Test
    void P4_request_confirmation_and_approval_read_the_cloud_user_once_each() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(1);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        assertThat(approvalSimulation.userReads(0)).isEqualTo(1);
        approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        assertThat(approvalSimulation.userReads(0)).isEqualTo(2);
        approvalSimulation.perform(SimulatedStep.APPROVE, 1, 0);
        assertThat(approvalSimulation.userReads(1)).isEqualTo(1);
    }

    @Test
    void P5_somebody_with_two_slack_accounts_cannot_agree_with_themselves_by_linking_them_anew() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(1);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        approvalSimulation.perform(SimulatedStep.CHANGE_LINK, 0, 1);
        approvalSimulation.perform(SimulatedStep.APPROVE, 1, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);

        assertThat(approvalSimulation.launchCount()).isZero();
    }

    @Test
    void P5_two_cloud_users_with_one_email_are_one_human() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(1);
        approvalSimulation.perform(SimulatedStep.SHARE_EMAIL, 0, 1);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        approvalSimulation.perform(SimulatedStep.APPROVE, 1, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);

        assertThat(approvalSimulation.launchCount()).isZero();
        approvalSimulation.perform(SimulatedStep.APPROVE, 2, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);
        assertThat(approvalSimulation.launchCount()).isEqualTo(1);
    }

    @Test
    void P5_attack_the_requester_makes_her_own_approver_by_linking_somebody() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(1);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        approvalSimulation.perform(SimulatedStep.ASSIGN_LINK_BY_REQUESTER, 1, 2);
        approvalSimulation.perform(SimulatedStep.APPROVE, 1, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);

        assertThat(approvalSimulation.launchCount()).isZero();
        approvalSimulation.perform(SimulatedStep.APPROVE, 3, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);
        assertThat(approvalSimulation.launchCount()).isEqualTo(1);
    }

    @Test
    void P5_one_human_with_two_cloud_users_of_one_email_fills_no_quorum_of_two() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(2);
        approvalSimulation.perform(SimulatedStep.SHARE_EMAIL, 1, 2);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        approvalSimulation.perform(SimulatedStep.APPROVE, 1, 0);
        approvalSimulation.perform(SimulatedStep.APPROVE, 2, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);

        assertThat(approvalSimulation.launchCount()).isZero();
        approvalSimulation.perform(SimulatedStep.APPROVE, 3, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);
        assertThat(approvalSimulation.launchCount()).isEqualTo(1);
    }

    @Test
    void a_request_is_not_opened_when_its_approvers_are_deactivated() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(2).namingApprovers();
        approvalSimulation.perform(SimulatedStep.TOGGLE_DEACTIVATION, 0, 1);
        approvalSimulation.perform(SimulatedStep.TOGGLE_DEACTIVATION, 0, 2);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        assertThat(approvalSimulation.hasOpenRequest()).isFalse();

        approvalSimulation.perform(SimulatedStep.TOGGLE_DEACTIVATION, 0, 2);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        assertThat(approvalSimulation.hasOpenRequest()).isTrue();
    }

    @Test
    void P5_nor_do_they_sign_off_the_review_of_their_own_break_glass() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(1);
        approvalSimulation.perform(SimulatedStep.SHARE_EMAIL, 0, 1);
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        approvalSimulation.perform(SimulatedStep.BREAK_GLASS, 0, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);

        assertThat(approvalSimulation.isReviewOpenAfterSigning(1)).isTrue();
        assertThat(approvalSimulation.isReviewOpenAfterSigning(2)).isFalse();
    }

    @Test
    void break_glass_requires_the_recent_verification_that_the_policy_asks_for() {
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(1);
        approvalSimulation.requireStepUp(Duration.ofMinutes(5));
        approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
        approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        approvalSimulation.perform(SimulatedStep.ADVANCE_CLOCK, 0, 2);
        approvalSimulation.perform(SimulatedStep.BREAK_GLASS, 0, 0);
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);

        assertThat(approvalSimulation.launchCount()).isZero();
    }

    /** Half of all sequences begin as most requests do, so that many come far enough. */
    private static Gen<List<Integer>> scripts() {
        return lists().of(integers().between(0, 2 * CHOICE_COUNT - 1)).ofSizeBetween(4, 30);
    }

    private static int simulate(List<Integer> lines) {
        int first = lines.get(0);
        ApprovalSimulation approvalSimulation = new ApprovalSimulation(first % 3);
        if (lines.get(1) % 2 == 0) approvalSimulation.namingApprovers();
        if (first >= CHOICE_COUNT) {
            approvalSimulation.perform(SimulatedStep.REQUEST, 0, 0);
            approvalSimulation.perform(SimulatedStep.CONFIRM, 0, 0);
        }
        lines.forEach(line -> perform(approvalSimulation, line));
        approvalSimulation.perform(SimulatedStep.RUN_DUE_STEPS, 0, 0);
        return approvalSimulation.launchCount();
    }

    private static void perform(ApprovalSimulation approvalSimulation, int line) {
        int person = line / STEP_COUNT % ApprovalSimulation.USER_COUNT;
        int other = line / STEP_COUNT / ApprovalSimulation.USER_COUNT % ApprovalSimulation.USER_COUNT;
        approvalSimulation.perform(step(line), person, other);
    }

    private static SimulatedStep step(int line) {
        return SimulatedStep.values()[line % STEP_COUNT];
    }
}
