package dev.lifeline.recording;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.util.HashSet;
import java.util.Set;

/**
 * Sends direct messages for the events that concern more than the thread: approvers when an approval is requested or
 * reminded of, owners and approvers when break-glass is used and when its review is overdue. Keeps the status message of the review up to date.
 */
final class DirectNotifications {

    private final Notifier notifier;
    private final StatusMessages statusMessages;
    private final RescueHistory history;

    DirectNotifications(Notifier notifier, StatusMessages statusMessages, RescueHistory history) {
        this.notifier = notifier;
        this.statusMessages = statusMessages;
        this.history = history;
    }

    void onEvent(RescueRequest request, RescueEvent rescueEvent) {
        if (request.stage() instanceof AwaitingApproval waiting) askApprovers(request, waiting, rescueEvent);
        if (rescueEvent instanceof RescueEvent.BreakGlassUsed breakGlassUsed)
            request.review()
                    .ifPresent(review -> sendDirect(
                            breakGlassUsed.notifiedUsers(),
                            request,
                            statusMessages.breakGlassDirectMessage(request, review)));
        if (rescueEvent instanceof RescueEvent.ReviewOverdue)
            request.review()
                    .ifPresent(review -> sendDirect(
                            history.breakGlassNotified(request),
                            request,
                            statusMessages.reviewOverdueDirectMessage(request, review)));
        if (affectsReview(rescueEvent)) request.review().ifPresent(review -> updateReviewMessage(request, review));
    }

    private void askApprovers(RescueRequest request, AwaitingApproval waiting, RescueEvent rescueEvent) {
        if (rescueEvent instanceof RescueEvent.ApprovalRequested approvalRequested)
            sendDirect(approvalRequested.approvers(), request, statusMessages.approvalDirectMessage(request, waiting));
        if (rescueEvent instanceof RescueEvent.ApprovalReminded approvalReminded)
            sendDirect(
                    remindedUsers(waiting, approvalReminded.escalation()),
                    request,
                    statusMessages.approvalDirectMessage(request, waiting));
    }

    private static boolean affectsReview(RescueEvent rescueEvent) {
        return rescueEvent instanceof RescueEvent.BreakGlassUsed
                || rescueEvent instanceof RescueEvent.ReviewSignedOff
                || rescueEvent instanceof RescueEvent.ReviewOverdue;
    }

    private static Set<SlackUserId> remindedUsers(AwaitingApproval waiting, Set<SlackUserId> escalation) {
        Set<SlackUserId> all = new HashSet<>(escalation);
        all.addAll(waiting.approvers().requested());
        return all;
    }

    private void sendDirect(Set<SlackUserId> users, RescueRequest request, Message message) {
        users.forEach(user -> notifier.sendDirectMessage(user, request.id(), message, statusMessages.permalinkLabel()));
    }

    private void updateReviewMessage(RescueRequest request, Review review) {
        notifier.updateReviewMessage(
                request.id(), TransitionRecorder.target(request), statusMessages.review(request, review));
    }
}
