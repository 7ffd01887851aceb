package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Transitions of break-glass: the requester goes ahead without approvals where the policy allows it, and somebody else
 * reviews that afterwards. Pure.
 */
public final class BreakGlassTransitions {

    private BreakGlassTransitions() {}

    /**
     * Makes the request ready to launch, with a pending review.
     *
     * @param owners who is notified besides the approvers
     */
    public static TransitionResult breakGlass(
            RescueRequest request, Requester by, String reason, Set<SlackUserId> owners, Instant now) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.rejectAnsweredOrClosed();
        if (!by.slackUserId().equals(request.plan().requester().slackUserId()))
            return new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER);
        if (!request.plan().requester().hasSameAccountsAs(by))
            return new TransitionResult.Rejected(TransitionRejection.ACCOUNT_RELINKED);
        Optional<ApprovalRequirement.BreakGlassAllowance> allowed =
                request.plan().requirements().approval().breakGlassAllowance();
        if (allowed.isEmpty()) return new TransitionResult.Rejected(TransitionRejection.BREAK_GLASS_NOT_ALLOWED);
        if (reason.isBlank()) return new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED);
        Instant reviewBy = now.plus(allowed.get().reviewTimeout());
        Stage readyToLaunch = ApprovalTransitions.toReadyToLaunch(request.plan(), withBreakGlass(waiting, reason), now);
        Review review = new Review(reason, now, reviewBy, Optional.empty(), false);
        return request.withReview(review)
                .transitionTo(
                        readyToLaunch,
                        new RescueEvent.BreakGlassUsed(
                                by.slackUserId(), reason, reviewBy, notifiedUsers(waiting, owners, by)));
    }

    private static Set<SlackUserId> notifiedUsers(AwaitingApproval waiting, Set<SlackUserId> owners, Requester by) {
        Set<SlackUserId> notified = new HashSet<>(owners);
        notified.addAll(waiting.approvers().requested());
        notified.addAll(waiting.approvers().escalation());
        notified.remove(by.slackUserId());
        return notified;
    }

    private static AwaitingApproval withBreakGlass(AwaitingApproval waiting, String reason) {
        return new AwaitingApproval(
                waiting.confirmation().withBreakGlass(reason),
                waiting.approvers(),
                waiting.votes(),
                waiting.approveBy(),
                Optional.empty(),
                waiting.turnedAwayFrom());
    }

    /** Signs the review off, by a cloud user other than the requester's. */
    public static TransitionResult signOffReview(RescueRequest request, Requester by, Instant now) {
        if (request.review().isEmpty()) return request.rejectAnsweredOrClosed();
        Review review = request.review().get();
        if (!review.isPending()) return new TransitionResult.Rejected(TransitionRejection.ALREADY_REVIEWED);
        if (request.plan().requester().sharesAccountWith(by))
            return new TransitionResult.Rejected(TransitionRejection.OWN_BREAK_GLASS);
        Review signed = new Review(
                review.reason(),
                review.breakGlassAt(),
                review.dueAt(),
                Optional.of(new Review.SignOff(by, now)),
                review.overdueNotified());
        return request.withReview(signed)
                .transitionTo(request.stage(), new RescueEvent.ReviewSignedOff(by.slackUserId()));
    }

    /** Reports once that the review was not signed off in time. */
    static TransitionResult reportReviewOverdue(RescueRequest request, Review review) {
        Review reported = new Review(review.reason(), review.breakGlassAt(), review.dueAt(), review.signOff(), true);
        return request.withReview(reported).transitionTo(request.stage(), new RescueEvent.ReviewOverdue());
    }
}
