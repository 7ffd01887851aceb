package dev.lifeline.approval;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.HumanIdentity;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.Reminder;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.PeopleSelector;
import dev.lifeline.rescue.Requester;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resolves the approvers that a rule names to people, afresh each time, since people come and go.
 *
 * <p>Thread-safe. Blocks for lookups in the {@link Directory} and passes on {@link DirectoryUnavailableException}; who is
 * able to approve is looked up with the bounds of {@link ApproverAbility}.
 */
public final class ApproverResolver {

    private final Directory directory;
    private final ApproverAbility ability;

    public ApproverResolver(Directory directory, ApproverAbility ability) {
        this.directory = directory;
        this.ability = ability;
    }

    /**
     * The people to ask about a request: those named in the rule who are able to approve it, without the requester; all who
     * are named where too few are able.
     */
    public ApproverSet resolve(ApprovalRequirement approvalRequirement, Requester requester, DeviceId device) {
        ApproverSet named = named(approvalRequirement, requester);
        if (approvalRequirement.quorum() == 0) return named;
        Candidates candidates = examine(approvalRequirement, requester, device, named);
        if (candidates.countAble() < approvalRequirement.quorum()) return named;
        Set<SlackUserId> able = candidates.able();
        return asking(
                retained(named.requested(), able),
                retained(named.escalation(), able),
                retained(named.unpinged().orElse(Set.of()), able));
    }

    /** Where nobody of those who are to be asked could approve, all others are asked. */
    private static ApproverSet asking(
            Set<SlackUserId> requested, Set<SlackUserId> escalation, Set<SlackUserId> unpinged) {
        return requested.isEmpty()
                ? new ApproverSet(unpinged, escalation)
                : new ApproverSet(requested, escalation, Optional.of(unpinged));
    }

    /**
     * Why the quorum cannot be reached by the people whom the rule names, the escalation included and without the requester;
     * empty where it can, and where the rule names nobody.
     */
    public Optional<ApproverShortage> findShortage(
            ApprovalRequirement approvalRequirement, Requester requester, DeviceId device) {
        if (approvalRequirement.quorum() == 0
                || !approvalRequirement.approverSelector().isExplicit()) return Optional.empty();
        Candidates candidates = examine(approvalRequirement, requester, device, named(approvalRequirement, requester));
        int able = candidates.countAble();
        return able >= approvalRequirement.quorum()
                ? Optional.empty()
                : Optional.of(new ApproverShortage(able, candidates.obstacles()));
    }

    /** The named people as they were found, without those who are the same human as the requester. */
    private record Candidates(List<ApproverAbility.Examined> examined) {

        private Set<SlackUserId> able() {
            return examined.stream()
                    .filter(ApproverAbility.Examined::isAble)
                    .map(ApproverAbility.Examined::slackUserId)
                    .collect(Collectors.toSet());
        }

        private int countAble() {
            return ApproverAbility.countHumans(examined.stream()
                    .filter(ApproverAbility.Examined::isAble)
                    .map(ApproverAbility.Examined::human)
                    .toList());
        }

        private Map<SlackUserId, DenialReason> obstacles() {
            Map<SlackUserId, DenialReason> obstacles = new LinkedHashMap<>();
            for (ApproverAbility.Examined one : examined)
                one.obstacle().ifPresent(reason -> obstacles.put(one.slackUserId(), reason));
            return obstacles;
        }
    }

    private Candidates examine(
            ApprovalRequirement approvalRequirement, Requester requester, DeviceId device, ApproverSet named) {
        Set<SlackUserId> people = new HashSet<>(named.requested());
        people.addAll(named.escalation());
        people.addAll(named.unpinged().orElse(Set.of()));
        if (people.isEmpty()) return new Candidates(List.of());
        HumanIdentity self = ability.human(requester.slackUserId());
        Permission permission = approvalRequirement.approverSelector().permission();
        return new Candidates(ability.examine(people, permission, Optional.of(device)).stream()
                .filter(one -> !one.human().isSameAs(self))
                .toList());
    }

    private ApproverSet named(ApprovalRequirement approvalRequirement, Requester requester) {
        Set<SlackUserId> requested = resolveApprovers(approvalRequirement.approverSelector());
        Set<SlackUserId> escalation = resolveReminderApprovers(approvalRequirement);
        requested.remove(requester.slackUserId());
        escalation.remove(requester.slackUserId());
        escalation.removeAll(requested);
        return approvalRequirement
                .notified()
                .map(notified -> split(approvalRequirement, notified, requester, requested, escalation))
                .orElseGet(() -> new ApproverSet(requested, escalation));
    }

    /** Of the approvers those are asked whom the rule wants to be; where it names no approvers, those alone are known by name. */
    private ApproverSet split(
            ApprovalRequirement approvalRequirement,
            PeopleSelector notified,
            Requester requester,
            Set<SlackUserId> approvers,
            Set<SlackUserId> escalation) {
        Set<SlackUserId> asked = PeopleLookup.find(notified, directory);
        asked.remove(requester.slackUserId());
        if (!approvalRequirement.approverSelector().isExplicit()) return new ApproverSet(asked, escalation);
        asked.retainAll(approvers);
        Set<SlackUserId> others = new HashSet<>(approvers);
        others.removeAll(asked);
        return asking(asked, escalation, others);
    }

    private static Set<SlackUserId> retained(Set<SlackUserId> people, Set<SlackUserId> able) {
        return people.stream().filter(able::contains).collect(Collectors.toSet());
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

    private Set<SlackUserId> resolveApprovers(ApproverSelector approverSelector) {
        return PeopleLookup.find(approverSelector.groups(), approverSelector.users(), directory);
    }

    private Set<SlackUserId> resolveReminderApprovers(ApprovalRequirement approvalRequirement) {
        return approvalRequirement
                .reminder()
                .map(Reminder::escalateTo)
                .map(users -> PeopleLookup.find(Set.of(), users, directory))
                .orElseGet(HashSet::new);
    }
}
