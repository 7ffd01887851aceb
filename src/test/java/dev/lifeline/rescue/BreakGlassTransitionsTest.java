package dev.lifeline.rescue;

import static dev.lifeline.rescue.RescueRequestTest.applied;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ApprovalRequirement.BreakGlassAllowance;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakGlassTransitionsTest {

    private static final SlackUserId ELENA = new SlackUserId("U0ELENA");

    @Test
    void the_requester_goes_ahead_alone_and_a_review_stays_open() {
        RescueRequest broken = applied(breakGlass(awaitingApproval(), ASHA_REQUESTER, "the shop is down"));

        assertThat(broken.stage()).isInstanceOf(ReadyToLaunch.class);
        assertThat(broken.review().map(Review::isPending)).contains(true);
    }

    @Test
    void only_the_requester_breaks_it_with_a_reason_and_where_the_policy_lets_them() {
        assertThat(breakGlass(awaitingApproval(), BRUNO_REQUESTER, "why not"))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER));
        assertThat(breakGlass(awaitingApproval(), ASHA_REQUESTER, " "))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED));
        RescueRequest firm = applied(openedRequest(requiringApprovals(1))
                .confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        NOON));
        assertThat(breakGlass(firm, ASHA_REQUESTER, "please"))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.BREAK_GLASS_NOT_ALLOWED));
    }

    @Test
    void somebody_else_signs_and_only_once() {
        RescueRequest broken = applied(breakGlass(awaitingApproval(), ASHA_REQUESTER, "the shop is down"));

        assertThat(BreakGlassTransitions.signOffReview(broken, ASHA_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.OWN_BREAK_GLASS));
        RescueRequest signed = applied(BreakGlassTransitions.signOffReview(broken, BRUNO_REQUESTER, NOON));
        assertThat(signed.review().map(Review::isPending)).contains(false);
        assertThat(BreakGlassTransitions.signOffReview(signed, BRUNO_REQUESTER, NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ALREADY_REVIEWED));
    }

    @Test
    void an_overdue_review_is_reported_once_even_after_the_rescue() {
        RescueRequest broken = applied(breakGlass(awaitingApproval(), ASHA_REQUESTER, "the shop is down"));
        RescueRequest over = broken.close(CloseReason.EXITED, "back", NOON, new RescueEvent.DeviceGone())
                .next();

        assertThat(over.due()).contains(NOON.plus(Duration.ofHours(24)));
        TransitionResult.Applied said =
                over.handleDue(NOON.plus(Duration.ofHours(24))).applied().orElseThrow();
        assertThat(said.events()).containsExactly(new RescueEvent.ReviewOverdue());
        assertThat(said.next().due()).isEmpty();
        assertThat(said.next().review().map(Review::isPending)).contains(true);
    }

    private static TransitionResult breakGlass(RescueRequest request, Requester by, String reason) {
        return BreakGlassTransitions.breakGlass(request, by, reason, Set.of(ELENA), NOON);
    }

    private static RescueRequest awaitingApproval() {
        ApprovalRequirement approvalRequirement = new ApprovalRequirement(
                1,
                ApproverSelector.ANY_PERMITTED_USER,
                Duration.ofMinutes(15),
                Optional.empty(),
                Optional.of(new BreakGlassAllowance(Duration.ofHours(24))));
        PolicyRequirements policyRequirements = new PolicyRequirements(
                "production",
                "v1",
                approvalRequirement,
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10));
        return applied(openedRequest(policyRequirements)
                .confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        NOON));
    }
}
