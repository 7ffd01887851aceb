package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Inspection;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Transitions of the approval: votes are counted by cloud user and bound to the plan that was voted on, and the requester
 * has none, whatever Slack account they use (promise P5). Pure.
 */
public final class ApprovalTransitions {

    private ApprovalTransitions() {}

    /** The stage after the confirmation, where approvals are required. */
    static AwaitingApproval awaitApproval(Plan plan, Confirmation confirmation, ApproverSet approverSet, Instant now) {
        return awaitApproval(plan, confirmation, approverSet, Optional.empty(), now);
    }

    private static AwaitingApproval awaitApproval(
            Plan plan,
            Confirmation confirmation,
            ApproverSet approverSet,
            Optional<Baseline> turnedAwayFrom,
            Instant now) {
        ApprovalRequirement approvalRequirement = plan.requirements().approval();
        return new AwaitingApproval(
                confirmation,
                approverSet,
                List.of(),
                now.plus(approvalRequirement.timeout()),
                approvalRequirement.reminder().map(reminder -> now.plus(reminder.delay())),
                turnedAwayFrom);
    }

    /**
     * Adds a vote; the last one that the quorum needs makes the request ready to launch.
     *
     * @param vote bound to the plan that the voter was shown
     */
    public static TransitionResult approve(RescueRequest request, Vote vote) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.rejectAnsweredOrClosed();
        Optional<TransitionRejection> rejection = voteRejection(request, waiting, vote.voter(), vote.votedAt());
        if (rejection.isPresent()) return new TransitionResult.Rejected(rejection.get());
        if (!vote.planDigest().equals(request.plan().digest()))
            return new TransitionResult.Rejected(TransitionRejection.PLAN_CHANGED);
        List<Vote> votes =
                Stream.concat(waiting.votes().stream(), Stream.of(vote)).toList();
        int quorum = request.plan().requirements().quorum();
        Stage next = countVotes(request.plan(), votes) < quorum
                ? new AwaitingApproval(
                        waiting.confirmation(),
                        waiting.approvers(),
                        votes,
                        waiting.approveBy(),
                        waiting.remindAt(),
                        waiting.turnedAwayFrom())
                : toReadyToLaunch(request.plan(), waiting, vote.votedAt());
        return request.transitionTo(
                next,
                new RescueEvent.Approved(
                        vote.voter().slackUserId(), countVotes(request.plan(), votes), quorum, vote.comment()));
    }

    /**
     * Closes the request: one denial is enough.
     *
     * @param reason the voter's; empty for none
     */
    public static TransitionResult deny(RescueRequest request, Requester by, String reason, Instant now) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.rejectAnsweredOrClosed();
        Optional<TransitionRejection> rejection = voteRejection(request, waiting, by, now);
        if (rejection.isPresent()) return new TransitionResult.Rejected(rejection.get());
        String detail = by.username() + " denied it" + (reason.isEmpty() ? "" : ": " + reason);
        return LaunchTransitions.giveUp(
                request, CloseReason.DENIED, detail, new RescueEvent.Denied(by.slackUserId(), reason), now);
    }

    /** Asks again, and adds the approvers of the escalation. */
    static TransitionResult remind(RescueRequest request, AwaitingApproval waiting) {
        ApproverSet approverSet = waiting.approvers();
        Set<SlackUserId> requested = new HashSet<>(approverSet.requested());
        if (!requested.isEmpty()) requested.addAll(approverSet.escalation());
        Stage next = new AwaitingApproval(
                waiting.confirmation(),
                new ApproverSet(requested, Set.of(), approverSet.unpinged()),
                waiting.votes(),
                waiting.approveBy(),
                Optional.empty(),
                waiting.turnedAwayFrom());
        return request.transitionTo(
                next, new RescueEvent.ApprovalReminded(approverSet.escalation(), webhookHost(request)));
    }

    /** The webhook did not get through; nothing else changes. */
    public static TransitionResult.Applied reportWebhookFailed(RescueRequest request) {
        return request.transitionTo(request.stage(), new RescueEvent.WebhookFailed());
    }

    private static Optional<String> webhookHost(RescueRequest request) {
        return request.plan()
                .requirements()
                .approval()
                .reminder()
                .flatMap(ApprovalRequirement.Reminder::webhook)
                .map(URI::getHost);
    }

    /**
     * Starts the approval again on a plan with the device as it is now; empty where nothing drifted, no approval is
     * required, or approvals do not matter any more (break-glass, launched, closed).
     */
    public static Optional<TransitionResult.Applied> restartOnDrift(
            RescueRequest request, Inspection fresh, Instant now) {
        List<Drift> changes = Drift.between(request.plan().inspection(), fresh);
        if (changes.isEmpty() || request.plan().requirements().quorum() == 0) return Optional.empty();
        Optional<AwaitingApproval> restarted = restart(request, now);
        return restarted.map(stage -> request.asInspected(fresh).transitionTo(stage, new RescueEvent.Drifted(changes)));
    }

    private static Optional<AwaitingApproval> restart(RescueRequest request, Instant now) {
        if (request.stage() instanceof AwaitingApproval waiting)
            return Optional.of(awaitApproval(
                    request.plan(), waiting.confirmation(), waiting.approvers(), waiting.turnedAwayFrom(), now));
        if (request.stage() instanceof ReadyToLaunch readyToLaunch
                && !readyToLaunch.confirmation().breakGlass())
            return Optional.of(awaitApproval(
                    request.plan(),
                    readyToLaunch.confirmation(),
                    readyToLaunch.approvers(),
                    readyToLaunch.turnedAwayFrom(),
                    now));
        return Optional.empty();
    }

    /** Number of different cloud users who approved this very plan. */
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
                false,
                waiting.turnedAwayFrom());
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
