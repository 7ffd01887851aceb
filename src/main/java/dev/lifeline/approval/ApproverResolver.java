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

/** Who are the approvers that a rule names, as of now? Read afresh each time, since people come and go. */
public final class ApproverResolver {

    private final Directory directory;

    public ApproverResolver(Directory directory) {
        this.directory = directory;
    }

    /** Whom to ask about somebody's wish: everybody named but the requester. */
    public ApproverSet resolve(ApprovalRequirement approvalRequirement, Requester requester) {
        Set<SlackUserId> asked = resolveApprovers(approvalRequirement.approverSelector());
        Set<SlackUserId> later = resolveReminderApprovers(approvalRequirement);
        asked.remove(requester.slackUserId());
        later.remove(requester.slackUserId());
        later.removeAll(asked);
        return new ApproverSet(asked, later);
    }

    /**
     * May this person approve, by name?
     *
     * @param reminded whether those whom the policy adds later have been asked by now
     */
    public boolean isApprover(ApprovalRequirement approvalRequirement, SlackUserId person, boolean reminded) {
        if (!approvalRequirement.approverSelector().isExplicit()) return true;
        return resolveApprovers(approvalRequirement.approverSelector()).contains(person)
                || (reminded && resolveReminderApprovers(approvalRequirement).contains(person));
    }

    /** Whether enough people but the requester are named, counting those who are asked later; always where nobody is named. */
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
