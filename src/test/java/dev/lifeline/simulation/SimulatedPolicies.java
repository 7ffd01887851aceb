package dev.lifeline.simulation;

import dev.lifeline.access.Permission;
import dev.lifeline.approval.DefaultDecision;
import dev.lifeline.approval.Glob;
import dev.lifeline.approval.Match;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyRule;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.PolicyRequirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policies of an operator who changes the mind: whichever holds, a production device needs approvals. */
final class SimulatedPolicies {

    static final Map<String, List<String>> GROUPS =
            Map.of("oncall", List.of("U0BRUNO", "U0DARIO", "U0DARIO2", "U0GITA"));

    private static final PolicyRules.InRescueReminder REMINDER =
            new PolicyRules.InRescueReminder(Duration.ofHours(2), Duration.ofHours(1));
    private static final List<Glob> PRODUCTION = List.of(new Glob("production"));

    private SimulatedPolicies() {}

    static List<PolicyRules> all() {
        return List.of(
                policy(
                        "v1",
                        rule("production", 1, ApproverSelector.ANY_PERMITTED_USER, List.of(new Glob("incident-*")))),
                policy("v2", rule("production", 2, ApproverSelector.ANY_PERMITTED_USER, List.of())),
                policy("v3", rule("production", 2, group("oncall"), List.of(new Glob("incident-*")))),
                policy("v4", rule("production", 1, group("oncall"), List.of())));
    }

    private static PolicyRules policy(String version, PolicyRule production) {
        Match testing =
                new Match(List.of(new Glob("testing")), List.of(), List.of(), Set.of(), List.of(), Optional.empty());
        PolicyRule free = new PolicyRule(
                "testing", testing, new PolicyDecision.Permitted(requirements("testing", ApprovalRequirement.NONE)));
        return new PolicyRules(List.of(production, free), DefaultDecision.DENY, version, REMINDER);
    }

    private static PolicyRule rule(String name, int quorum, ApproverSelector approvers, List<Glob> channels) {
        Match match = new Match(PRODUCTION, List.of(), List.of(), Set.of(), channels, Optional.empty());
        ApprovalRequirement approval = new ApprovalRequirement(
                quorum,
                approvers,
                Duration.ofMinutes(15),
                Optional.of(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of("U0CHIARA"))),
                Optional.of(new ApprovalRequirement.BreakGlassAllowance(Duration.ofHours(4))));
        return new PolicyRule(name, match, new PolicyDecision.Permitted(requirements(name, approval)));
    }

    private static PolicyRequirements requirements(String name, ApprovalRequirement approval) {
        return new PolicyRequirements(
                name, "simulated", approval, PolicyRequirements.ConfirmationRequirements.NONE, Duration.ofMinutes(10));
    }

    private static ApproverSelector group(String name) {
        return new ApproverSelector(Set.of(name), Set.of(), Permission.SERVER_RELOAD);
    }
}
