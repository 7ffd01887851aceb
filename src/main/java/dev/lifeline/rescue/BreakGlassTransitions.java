package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** May the requester go ahead without the others? Where the policy lets them, and only with a review that somebody else signs. */
public final class BreakGlassTransitions {

    private BreakGlassTransitions() {}

    /**
     * The requester breaks it: launched at once, reviewed afterwards.
     *
     * @param owners who is told besides those who were asked
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
        Stage cleared = ApprovalTransitions.toReadyToLaunch(request.plan(), withBreakGlass(waiting, reason), now);
        Review review = new Review(reason, now, reviewBy, Optional.empty(), false);
        return request.withReview(review)
                .transitionTo(
                        cleared,
                        new RescueEvent.BreakGlassUsed(
                                by.slackUserId(), reason, reviewBy, notifiedUsers(waiting, owners, by)));
    }

    private static Set<SlackUserId> notifiedUsers(AwaitingApproval waiting, Set<SlackUserId> owners, Requester by) {
        Set<SlackUserId> told = new HashSet<>(owners);
        told.addAll(waiting.approvers().requested());
        told.addAll(waiting.approvers().escalation());
        told.remove(by.slackUserId());
        return told;
    }

    private static AwaitingApproval withBreakGlass(AwaitingApproval waiting, String reason) {
        return new AwaitingApproval(
                waiting.confirmation().withBreakGlass(reason),
                waiting.approvers(),
                waiting.votes(),
                waiting.approveBy(),
                Optional.empty());
    }

    /** Somebody else looked at it and signs. */
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

    /** Nobody has signed in time: said once. */
    static TransitionResult reportReviewOverdue(RescueRequest request, Review review) {
        Review said = new Review(review.reason(), review.breakGlassAt(), review.dueAt(), review.signOff(), true);
        return request.withReview(said).transitionTo(request.stage(), new RescueEvent.ReviewOverdue());
    }
}
