package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Requester;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resolves the approvers that a rule names to people, afresh each time, since people come and go.
 *
 * <p>Thread-safe. Blocks for lookups in the {@link Directory} and passes on {@link DirectoryUnavailableException}.
 */
public final class ApproverResolver {

    private final Directory directory;

    public ApproverResolver(Directory directory) {
        this.directory = directory;
    }

    /** The people to ask about a request: those named in the rule, without the requester. */
    public ApproverSet resolve(ApprovalRequirement approvalRequirement, Requester requester) {
        Set<SlackUserId> requested = resolveApprovers(approvalRequirement.approverSelector());
        Set<SlackUserId> escalation = resolveReminderApprovers(approvalRequirement);
        requested.remove(requester.slackUserId());
        escalation.remove(requester.slackUserId());
        escalation.removeAll(requested);
        return new ApproverSet(requested, escalation);
    }

    /**
     * Whether the policy lets this person approve.
     *
     * @param reminded whether the people of the escalation have been asked by now
     */
    public boolean isApprover(ApprovalRequirement approvalRequirement, SlackUserId person, boolean reminded) {
        if (!approvalRequirement.approverSelector().isExplicit()) return true;
        return resolveApprovers(approvalRequirement.approverSelector()).contains(person)
                || (reminded && resolveReminderApprovers(approvalRequirement).contains(person));
    }

    /** Whether enough people besides the requester are named, the escalation included; true where the rule names no approver. */
    public boolean canReachQuorum(ApprovalRequirement approvalRequirement, ApproverSet approverSet) {
        return !approvalRequirement.approverSelector().isExplicit()
                || approverSet.requested().size() + approverSet.escalation().size() >= approvalRequirement.quorum();
    }

    private Set<SlackUserId> resolveApprovers(ApproverSelector approverSelector) {
        Set<SlackUserId> named = resolveUsers(approverSelector.users());
        approverSelector
                .groups()
                .forEach(group -> directory.findGroupMembers(group).ifPresent(named::addAll));
        return named;
    }

    private Set<SlackUserId> resolveReminderApprovers(ApprovalRequirement approvalRequirement) {
        return approvalRequirement
                .reminder()
                .map(Reminder::escalateTo)
                .map(this::resolveUsers)
                .orElseGet(HashSet::new);
    }

    private Set<SlackUserId> resolveUsers(Set<String> references) {
        return references.stream()
                .flatMap(reference -> directory.findUser(reference).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
