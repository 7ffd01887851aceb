package dev.lifeline.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.testkit.InMemoryDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyFeasibilityTest {

    private static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    private static final SlackUserId ELENA = new SlackUserId("U0ELENA");

    private final InMemoryDirectory directory = new InMemoryDirectory()
            .addUser("elena", ELENA)
            .addGroup("oncall-leads", CHIARA)
            .addGroup("nobody");

    @Test
    void a_rule_that_only_its_one_approver_could_satisfy_is_refused() {
        assertThat(problems(1, Set.of("oncall-leads"), Set.of(), Set.of()))
                .singleElement()
                .asString()
                .contains("rule production: when one of its 1 approvers asks, too few others are left");
    }

    @Test
    void one_who_is_added_later_is_enough() {
        assertThat(problems(1, Set.of("oncall-leads"), Set.of(), Set.of("elena")))
                .isEmpty();
    }

    @Test
    void a_rule_that_cannot_be_satisfied_is_a_problem() {
        assertThat(problems(2, Set.of("nobody"), Set.of("elena"), Set.of()))
                .singleElement()
                .asString()
                .contains("2 must approve but only 1 may");
    }

    @Test
    void groups_and_people_that_slack_does_not_know_are_named() {
        assertThat(problems(1, Set.of("leeds"), Set.of("helena"), Set.of()))
                .anyMatch(problem -> problem.contains("there is no Slack user group leeds"))
                .anyMatch(problem -> problem.contains("Slack knows nobody, or several, by helena"));
    }

    @Test
    void whoever_holds_the_permission_is_not_counted() {
        assertThat(problems(3, Set.of(), Set.of(), Set.of())).isEmpty();
    }

    private List<String> problems(int quorum, Set<String> groups, Set<String> people, Set<String> then) {
        return new PolicyFeasibility(directory).problems(rules(quorum, groups, people, then));
    }

    private static PolicyRules rules(int quorum, Set<String> groups, Set<String> people, Set<String> then) {
        Optional<Reminder> reminder = Optional.of(then)
                .filter(later -> !later.isEmpty())
                .map(later -> new Reminder(Duration.ofMinutes(5), later));
        ApprovalRequirement approvalRequirement = new ApprovalRequirement(
                quorum,
                new ApproverSelector(groups, people, Permission.SERVER_RELOAD),
                Duration.ofMinutes(15),
                reminder,
                Optional.empty());
        PolicyRequirements policyRequirements = new PolicyRequirements(
                "production",
                "v1",
                approvalRequirement,
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10));
        PolicyRule policyRule =
                new PolicyRule("production", Match.ANYTHING, new PolicyDecision.Permitted(policyRequirements));
        return new PolicyRules(List.of(policyRule), "v1", PolicyRules.InRescueReminder.DEFAULT);
    }
}
