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
import dev.lifeline.rescue.PolicyRequirements.ConfirmationRequirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policies of an operator who changes the mind: whichever holds, a production device needs approvals. */
final class SimulatedPolicies {

    static final Map<String, List<String>> GROUPS =
            Map.of("oncall", List.of("U0BRUNO", "U0DARIO", "U0DARIO2", "U0GITA"));

    private static final PolicyRules.InRescueReminder RARELY =
            new PolicyRules.InRescueReminder(Duration.ofHours(2), Duration.ofHours(1));
    private static final PolicyRules.InRescueReminder OFTEN =
            new PolicyRules.InRescueReminder(Duration.ofMinutes(12), Duration.ofMinutes(10));
    private static final ConfirmationRequirements RECENT_PROOF =
            new ConfirmationRequirements(Optional.empty(), Optional.of(Duration.ofMinutes(45)));
    private static final List<Glob> PRODUCTION = List.of(new Glob("production"));
    private static final List<Glob> INCIDENTS = List.of(new Glob("incident-*"));

    private SimulatedPolicies() {}

    static List<PolicyRules> all() {
        return List.of(
                policy(
                        "v1",
                        RARELY,
                        rule(1, ApproverSelector.ANY_PERMITTED_USER, INCIDENTS, ConfirmationRequirements.NONE)),
                policy(
                        "v2",
                        OFTEN,
                        rule(2, ApproverSelector.ANY_PERMITTED_USER, List.of(), ConfirmationRequirements.NONE)),
                policy("v3", RARELY, rule(2, group("oncall"), INCIDENTS, ConfirmationRequirements.NONE)),
                policy("v4", OFTEN, rule(1, group("oncall"), List.of(), ConfirmationRequirements.NONE)),
                policy("v5", RARELY, rule(1, ApproverSelector.ANY_PERMITTED_USER, List.of(), RECENT_PROOF)));
    }

    private static PolicyRules policy(String version, PolicyRules.InRescueReminder reminder, PolicyRule production) {
        Match testing =
                new Match(List.of(new Glob("testing")), List.of(), List.of(), Set.of(), List.of(), Optional.empty());
        PolicyRule free = new PolicyRule(
                "testing",
                testing,
                new PolicyDecision.Permitted(
                        requirements("testing", ApprovalRequirement.NONE, ConfirmationRequirements.NONE)));
        return new PolicyRules(List.of(production, free), DefaultDecision.DENY, version, reminder);
    }

    private static PolicyRule rule(
            int quorum, ApproverSelector approvers, List<Glob> channels, ConfirmationRequirements confirmation) {
        Match match = new Match(PRODUCTION, List.of(), List.of(), Set.of(), channels, Optional.empty());
        ApprovalRequirement approval = new ApprovalRequirement(
                quorum,
                approvers,
                Duration.ofMinutes(15),
                Optional.of(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of("U0CHIARA"))),
                Optional.of(new ApprovalRequirement.BreakGlassAllowance(Duration.ofHours(4))));
        return new PolicyRule(
                "production", match, new PolicyDecision.Permitted(requirements("production", approval, confirmation)));
    }

    private static PolicyRequirements requirements(
            String name, ApprovalRequirement approval, ConfirmationRequirements confirmation) {
        return new PolicyRequirements(name, "simulated", approval, confirmation, Duration.ofMinutes(10));
    }

    private static ApproverSelector group(String name) {
        return new ApproverSelector(Set.of(name), Set.of(), Permission.SERVER_RELOAD);
    }
}
