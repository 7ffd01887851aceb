package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways out by a person's word, by break-glass, and by an answer that came late. */
class WaysOutBoundariesTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final SlackUserId DARIO = new SlackUserId("U0DARIO");
    private static final SlackUserId ELENA = new SlackUserId("U0ELENA");

    @Test
    void a_reason_may_have_five_hundred_characters_and_one_more_is_refused_and_not_lost() {
        String longest = "x".repeat(Confirmation.MAX_REASON_CHARS);

        assertThat(ManualTransitions.close(openedRequest(), ASHA_REQUESTER, longest, NOON)
                        .applied())
                .isPresent();
        assertThat(ManualTransitions.close(openedRequest(), ASHA_REQUESTER, longest + "x", NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.REASON_TOO_LONG));
    }

    private static RescueRequest awaitingApproval() {
        ApprovalRequirement plain = requiringApprovals(1).approval();
        PolicyRequirements requirements = new PolicyRequirements(
                "production",
                "v1",
                new ApprovalRequirement(
                        1,
                        plain.approverSelector(),
                        plain.timeout(),
                        Optional.empty(),
                        Optional.of(new ApprovalRequirement.BreakGlassAllowance(Duration.ofHours(24)))),
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10));
        return RescueRequest.create(new RequestId("request00007"), plan(WEB_07, requirements), NOON.plusSeconds(600))
                .confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        new ApproverSet(Set.of(CHIARA, ASHA), Set.of(DARIO)),
                        NOON)
                .applied()
                .orElseThrow()
                .next();
    }

    @Test
    void P8_break_glass_is_told_to_owners_approvers_and_escalation_and_not_to_who_used_it() {
        TransitionResult used = BreakGlassTransitions.breakGlass(
                awaitingApproval(), ASHA_REQUESTER, "the shop is down", Set.of(ELENA, ASHA), NOON);

        assertThat(used.applied().orElseThrow().events())
                .containsExactly(new RescueEvent.BreakGlassUsed(
                        ASHA, "the shop is down", NOON.plus(Duration.ofHours(24)), Set.of(CHIARA, DARIO, ELENA)));
    }

    @Test
    void P5_break_glass_is_not_used_with_the_rights_of_another_cloud_user() {
        Requester relinked = new Requester(ASHA, BRUNO_CLOUD_USER_ID, "9001_bruno@example.com");

        assertThat(BreakGlassTransitions.breakGlass(awaitingApproval(), relinked, "the shop is down", Set.of(), NOON))
                .isEqualTo(new TransitionResult.Rejected(TransitionRejection.ACCOUNT_RELINKED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P3_a_thread_whose_device_another_request_watches_is_told_what_the_late_answer_said(boolean accepted) {
        Stage.Launching launching = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, false, false);
        RescueRequest closed = ManualTransitions.close(
                        openedRequest().transitionTo(launching).next(), ASHA_REQUESTER, "looked at", NOON)
                .applied()
                .orElseThrow()
                .next();
        RescueRequest other = RescueRequest.create(new RequestId("request00008"), plan(WEB_07), NOON)
                .transitionTo(launching)
                .next();
        CommandResult late =
                accepted ? new CommandResult.Accepted(OptionalLong.empty()) : new CommandResult.Unconfirmed("lost");
        TransitionResult.Applied reopened = LaunchTransitions.apply(
                        closed, launching, readyToLaunch(), late, NOON, NOON)
                .orElseThrow();

        List<TransitionResult.Applied> told = Reopening.transitions(closed, reopened, Optional.of(other), NOON);

        assertThat(told).singleElement().satisfies(applied -> {
            assertThat(applied.next().stage())
                    .isEqualTo(Reopening.withoutLooking(closed).stage());
            assertThat(applied.events()).containsExactly(new RescueEvent.LateResponse(other.id(), accepted));
        });
    }

    private static Stage.ReadyToLaunch readyToLaunch() {
        return new Stage.ReadyToLaunch(
                Confirmation.of(RescueSystem.AS_INSTALLED),
                ApproverSet.ANY_PERMITTED_USER,
                NOON,
                NOON.plusSeconds(600),
                false);
    }
}
