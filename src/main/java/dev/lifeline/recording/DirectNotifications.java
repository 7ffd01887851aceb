package dev.lifeline.recording;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Review;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends direct messages for the events that concern more than the thread: owners and approvers when break-glass is used and when its review
 * is overdue, and those who can take a device over. Keeps the status message of the review up to date.
 */
final class DirectNotifications {

    private final Notifier notifier;
    private final StatusMessages statusMessages;
    private final RescueHistory history;
    private final Locale locale;

    /** @param locale the workspace's language */
    DirectNotifications(Notifier notifier, RescueHistory history, Locale locale) {
        this.notifier = notifier;
        this.statusMessages = StatusMessages.in(locale);
        this.history = history;
        this.locale = locale;
    }

    void onEvent(RescueRequest request, RescueEvent rescueEvent) {
        if (rescueEvent instanceof RescueEvent.BreakGlassUsed breakGlassUsed)
            request.review()
                    .ifPresent(review -> sendDirect(
                            breakGlassUsed.notifiedUsers(),
                            request,
                            texts -> texts.breakGlassDirectMessage(request, review)));
        if (rescueEvent instanceof RescueEvent.ReviewOverdue)
            request.review()
                    .ifPresent(review -> sendDirect(
                            history.breakGlassNotified(request),
                            request,
                            texts -> texts.reviewOverdueDirectMessage(request, review)));
        if (rescueEvent instanceof RescueEvent.ResponsibleUnavailable unavailable)
            sendDirect(
                    unavailable.notifiedUsers(),
                    request,
                    texts -> texts.unavailableDirectMessage(request, unavailable));
        if (affectsReview(rescueEvent)) request.review().ifPresent(review -> updateReviewMessage(request, review));
    }

    private static boolean affectsReview(RescueEvent rescueEvent) {
        return rescueEvent instanceof RescueEvent.BreakGlassUsed
                || rescueEvent instanceof RescueEvent.ReviewSignedOff
                || rescueEvent instanceof RescueEvent.ReviewOverdue;
    }

    private void sendDirect(Set<SlackUserId> users, RescueRequest request, Function<StatusMessages, Message> message) {
        Translations text = translations(locale, message);
        users.forEach(user -> notifier.sendDirectMessage(user, request.id(), text));
    }

    /** A message with the label of its link, in the language of the workspace and all others. */
    static Translations translations(Locale workspace, Function<StatusMessages, Message> message) {
        return Translations.of(workspace, language -> {
            StatusMessages texts = StatusMessages.in(language);
            return new Translations.Translation(message.apply(texts), texts.permalinkLabel());
        });
    }

    private void updateReviewMessage(RescueRequest request, Review review) {
        notifier.updateReviewMessage(
                request.id(), TransitionRecorder.target(request), statusMessages.review(request, review));
    }
}
