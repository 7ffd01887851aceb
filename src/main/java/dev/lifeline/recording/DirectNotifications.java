package dev.lifeline.recording;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import java.util.Set;

/**
 * Sends direct messages for the events that concern more than the thread: owners and approvers when break-glass is used and when its review
 * is overdue, and those who can take a device over. Keeps the status message of the review up to date.
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
        if (rescueEvent instanceof RescueEvent.ResponsibleUnavailable unavailable)
            sendDirect(
                    unavailable.notifiedUsers(),
                    request,
                    statusMessages.unavailableDirectMessage(request, unavailable));
        if (affectsReview(rescueEvent)) request.review().ifPresent(review -> updateReviewMessage(request, review));
    }

    private static boolean affectsReview(RescueEvent rescueEvent) {
        return rescueEvent instanceof RescueEvent.BreakGlassUsed
                || rescueEvent instanceof RescueEvent.ReviewSignedOff
                || rescueEvent instanceof RescueEvent.ReviewOverdue;
    }

    private void sendDirect(Set<SlackUserId> users, RescueRequest request, Message message) {
        users.forEach(user -> notifier.sendDirectMessage(user, request.id(), message, statusMessages.permalinkLabel()));
    }

    private void updateReviewMessage(RescueRequest request, Review review) {
        notifier.updateReviewMessage(
                request.id(), TransitionRecorder.target(request), statusMessages.review(request, review));
    }
}
