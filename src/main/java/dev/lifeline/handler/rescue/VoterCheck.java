package dev.lifeline.handler.rescue;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.HumanIdentity;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.VotingLinkRules;
import dev.lifeline.access.VotingLinkRules.LinkObjection;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.Vote;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that a caller has a vote of their own on a request: named by the policy, another human than the requester and those who
 * voted, and known by a link that the requester did not make (promise P5). Blocks for one provider call for the requester, one for each
 * vote, and one for whoever assigned the caller's link.
 */
public final class VoterCheck {

    private final ApproverResolver approverResolver;
    private final HumanIdentities humanIdentities;
    private final AccountLinks accountLinks;
    private final TransitionApplier transitions;

    public VoterCheck(
            ApproverResolver approverResolver,
            HumanIdentities humanIdentities,
            AccountLinks accountLinks,
            TransitionApplier transitions) {
        this.approverResolver = approverResolver;
        this.humanIdentities = humanIdentities;
        this.accountLinks = accountLinks;
        this.transitions = transitions;
    }

    /** The refusal of a vote, for or against; empty where the caller has one. */
    Optional<Effects> refuseVote(Caller caller, RescueRequest request) {
        if (!isEligibleApprover(caller, request))
            return Optional.of(transitions.reject(caller, request, TransitionRejection.NOT_APPROVER));
        HumanIdentity voter = human(caller);
        HumanIdentity requester = human(request.plan().requester());
        if (voter.isSameAs(requester))
            return Optional.of(transitions.reject(caller, request, TransitionRejection.SELF_APPROVAL));
        if (hasVoted(voter, request))
            return Optional.of(transitions.reject(caller, request, TransitionRejection.ALREADY_VOTED));
        return refuseLink(caller, request, requester);
    }

    /** The refusal of a signature under a break-glass review; empty where the caller may sign. */
    Optional<Effects> refuseReview(Caller caller, RescueRequest request) {
        HumanIdentity requester = human(request.plan().requester());
        return human(caller).isSameAs(requester)
                ? Optional.of(transitions.reject(caller, request, TransitionRejection.OWN_BREAK_GLASS))
                : refuseLink(caller, request, requester);
    }

    /** By name where the policy names approvers, and always with the permission that it asks for. */
    private boolean isEligibleApprover(Caller caller, RescueRequest request) {
        ApprovalRequirement requirement = request.plan().requirements().approval();
        boolean reminded = request.stage() instanceof AwaitingApproval waiting
                && waiting.remindAt().isEmpty();
        return caller.cloudUser().hasPermission(requirement.approverSelector().permission())
                && approverResolver.isApprover(requirement, caller.slackUser().id(), reminded);
    }

    private boolean hasVoted(HumanIdentity voter, RescueRequest request) {
        String digest = request.plan().digest();
        return request.stage() instanceof AwaitingApproval waiting
                && waiting.votes().stream()
                        .filter(vote -> vote.planDigest().equals(digest))
                        .map(Vote::voter)
                        .anyMatch(earlier -> human(earlier).isSameAs(voter));
    }

    private Optional<Effects> refuseLink(Caller caller, RescueRequest request, HumanIdentity requester) {
        return accountLinks
                .find(caller.slackUser().id(), caller.cloudUser().id().account())
                .flatMap(accountLink -> VotingLinkRules.objection(
                        accountLink,
                        caller.cloudUser(),
                        request.plan().requestedAt(),
                        maker -> isSameHuman(maker, requester)))
                .map(objection -> refuse(caller, request, objection));
    }

    private Effects refuse(Caller caller, RescueRequest request, LinkObjection objection) {
        Map<String, String> details = Map.of(
                "denial-reason",
                "link-" + objection.objection().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "linked-by",
                objection.origin().linkedBy().value(),
                "linked-at",
                objection.origin().linkedAt().toString(),
                "link-method",
                objection.origin().method().name().toLowerCase(Locale.ROOT));
        return transitions.reject(
                caller, request, details, DenialMessages.in(caller.locale()).linkGivesNoVote(objection, request));
    }

    private boolean isSameHuman(SlackUserId maker, HumanIdentity requester) {
        return requester.slackUserIds().contains(maker)
                || humanIdentities.find(maker).isSameAs(requester);
    }

    private HumanIdentity human(Caller caller) {
        return humanIdentities.find(caller.slackUser().id(), caller.cloudUser());
    }

    private HumanIdentity human(Requester requester) {
        return humanIdentities.find(requester.slackUserId(), requester.cloudUserId());
    }
}
