package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Inspection;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Have enough others agreed? Votes are counted by cloud user and bound to the plan that was voted on, and the requester has none,
 * whatever accounts they come with (promise P5).
 */
public final class ApprovalTransitions {

    private ApprovalTransitions() {}

    /** The stage after the requester's Yes, where others have to agree. */
    static AwaitingApproval awaitApproval(Plan plan, Confirmation confirmation, ApproverSet approverSet, Instant now) {
        ApprovalRequirement approvalRequirement = plan.requirements().approval();
        return new AwaitingApproval(
                confirmation,
                approverSet,
                List.of(),
                now.plus(approvalRequirement.timeout()),
                approvalRequirement.reminder().map(reminder -> now.plus(reminder.delay())));
    }

    /**
     * Somebody agrees.
     *
     * @param vote bound to the plan that they were shown
     */
    public static TransitionResult approve(RescueRequest request, Vote vote) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.rejectAnsweredOrClosed();
        Optional<TransitionRejection> objection = voteRejection(request, waiting, vote.voter(), vote.votedAt());
        if (objection.isPresent()) return new TransitionResult.Rejected(objection.get());
        if (!vote.planDigest().equals(request.plan().digest()))
            return new TransitionResult.Rejected(TransitionRejection.PLAN_CHANGED);
        List<Vote> votes =
                Stream.concat(waiting.votes().stream(), Stream.of(vote)).toList();
        int quorum = request.plan().requirements().quorum();
        Stage next = countVotes(request.plan(), votes) < quorum
                ? new AwaitingApproval(
                        waiting.confirmation(), waiting.approvers(), votes, waiting.approveBy(), waiting.remindAt())
                : toReadyToLaunch(request.plan(), waiting, vote.votedAt());
        return request.transitionTo(
                next,
                new RescueEvent.Approved(
                        vote.voter().slackUserId(), countVotes(request.plan(), votes), quorum, vote.comment()));
    }

    /** Somebody who was asked does not agree: one No is enough. */
    public static TransitionResult deny(RescueRequest request, Requester by, String reason, Instant now) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.rejectAnsweredOrClosed();
        Optional<TransitionRejection> objection = voteRejection(request, waiting, by, now);
        if (objection.isPresent()) return new TransitionResult.Rejected(objection.get());
        String because = by.username() + " denied it" + (reason.isEmpty() ? "" : ": " + reason);
        return request.transitionTo(
                new Closed(CloseReason.DENIED, because, now), new RescueEvent.Denied(by.slackUserId(), reason));
    }

    /** Nobody has answered for a while: they are asked again, and others with them. */
    static TransitionResult remind(RescueRequest request, AwaitingApproval waiting) {
        ApproverSet approverSet = waiting.approvers();
        Set<SlackUserId> wider = new HashSet<>(approverSet.requested());
        if (!wider.isEmpty()) wider.addAll(approverSet.escalation());
        Stage next = new AwaitingApproval(
                waiting.confirmation(),
                new ApproverSet(wider, Set.of()),
                waiting.votes(),
                waiting.approveBy(),
                Optional.empty());
        return request.transitionTo(next, new RescueEvent.ApprovalReminded(approverSet.escalation()));
    }

    /** The machine changed since: votes for the plan as it was count no more, and everybody is asked again. */
    public static Optional<TransitionResult.Applied> restartOnDrift(
            RescueRequest request, Inspection fresh, Instant now) {
        List<Drift> changes = Drift.between(request.plan().inspection(), fresh);
        if (changes.isEmpty() || request.plan().requirements().quorum() == 0) return Optional.empty();
        Optional<AwaitingApproval> again = restart(request, now);
        return again.map(stage -> new RescueRequest(
                        request.id(),
                        request.plan().withInspection(fresh),
                        request.stage(),
                        request.version(),
                        request.review())
                .transitionTo(stage, new RescueEvent.Drifted(changes)));
    }

    private static Optional<AwaitingApproval> restart(RescueRequest request, Instant now) {
        if (request.stage() instanceof AwaitingApproval waiting)
            return Optional.of(awaitApproval(request.plan(), waiting.confirmation(), waiting.approvers(), now));
        if (request.stage() instanceof ReadyToLaunch readyToLaunch
                && !readyToLaunch.confirmation().breakGlass())
            return Optional.of(
                    awaitApproval(request.plan(), readyToLaunch.confirmation(), readyToLaunch.approvers(), now));
        return Optional.empty();
    }

    /** How many different cloud users agreed to this very plan. */
    public static int countVotes(Plan plan, List<Vote> votes) {
        String digest = plan.digest();
        return Math.toIntExact(votes.stream()
                .filter(vote -> vote.planDigest().equals(digest))
                .map(vote -> vote.voter().cloudUserId())
                .distinct()
                .count());
    }

    static ReadyToLaunch toReadyToLaunch(Plan plan, AwaitingApproval waiting, Instant now) {
        return new ReadyToLaunch(
                waiting.confirmation(),
                waiting.approvers(),
                now,
                now.plus(plan.requirements().launchWindow()),
                false);
    }

    private static Optional<TransitionRejection> voteRejection(
            RescueRequest request, AwaitingApproval waiting, Requester by, Instant now) {
        if (request.plan().requester().sharesAccountWith(by)) return Optional.of(TransitionRejection.SELF_APPROVAL);
        boolean voted = waiting.votes().stream()
                .filter(vote -> vote.planDigest().equals(request.plan().digest()))
                .anyMatch(vote -> vote.voter().sharesAccountWith(by));
        if (voted) return Optional.of(TransitionRejection.ALREADY_VOTED);
        return now.isBefore(waiting.approveBy()) ? Optional.empty() : Optional.of(TransitionRejection.EXPIRED);
    }
}
