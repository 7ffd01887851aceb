package dev.lifeline.recording;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.message.status.ThreadUpdates;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the message to each approver up to date: posted when they are asked, updated with each vote and drift, and without buttons once the
 * approval is over, however it ended. What follows the approval is told by the status message alone.
 */
final class ApproverMessages {

    private final Notifier notifier;
    private final RescueHistory history;
    private final Locale locale;

    /** @param locale the workspace's language */
    ApproverMessages(Notifier notifier, RescueHistory history, Locale locale) {
        this.notifier = notifier;
        this.history = history;
        this.locale = locale;
    }

    void onEvent(RescueRequest request, RescueEvent event) {
        if (request.plan().requirements().quorum() == 0) return;
        if (request.stage() instanceof AwaitingApproval waiting) onWaiting(request, waiting, event);
        else if (endsApproval(request.stage(), event)) finish(request, event);
    }

    private void onWaiting(RescueRequest request, AwaitingApproval waiting, RescueEvent event) {
        if (event instanceof RescueEvent.ApprovalRequested asked) ask(request, waiting, asked.approvers());
        if (event instanceof RescueEvent.ApprovalReminded reminded) {
            ask(request, waiting, reminded.escalation());
            askAgain(request, waiting, reminded.escalation());
            callWebhook(request, waiting);
        }
        if (event instanceof RescueEvent.Approved || event instanceof RescueEvent.Drifted)
            ask(request, waiting, history.approversAsked(request));
    }

    private void ask(RescueRequest request, AwaitingApproval waiting, Set<SlackUserId> approvers) {
        approvers.forEach(approver -> update(
                approver,
                request,
                DirectNotifications.translations(
                        locale, texts -> texts.approvalDirectMessage(request, waiting, approver))));
    }

    /** An update notifies nobody, so those who were asked before get a message of their own. */
    private void askAgain(RescueRequest request, AwaitingApproval waiting, Set<SlackUserId> askedNow) {
        Set<SlackUserId> askedBefore = new HashSet<>(waiting.approvers().requested());
        askedBefore.removeAll(askedNow);
        waiting.votes().forEach(vote -> askedBefore.remove(vote.voter().slackUserId()));
        Translations again = DirectNotifications.translations(
                locale, texts -> texts.approvalReminderDirectMessage(request, waiting));
        askedBefore.forEach(approver -> notifier.sendDirectMessage(approver, request.id(), again));
    }

    /** Told are names and ids, not what people wrote: whoever is woken reads that in Slack. */
    private void callWebhook(RescueRequest request, AwaitingApproval waiting) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "type", "approval-reminder",
                "request", request.id().value(),
                "device", request.device().name().fqdn(),
                "device_id", request.device().id().toString(),
                "requester", request.plan().requester().slackUserId().value(),
                "rule", request.plan().requirements().ruleName(),
                "approve_by", waiting.approveBy().toString()));
        if (request.isDrill()) fields.put("drill", "true");
        request.plan()
                .requirements()
                .approval()
                .reminder()
                .flatMap(ApprovalRequirement.Reminder::webhook)
                .map(url -> new WebhookCall(url, request.id() + "-" + request.version(), fields, waiting.approveBy()))
                .ifPresent(call -> notifier.callWebhook(request.id(), call));
    }

    /** A request that was closed without a word on the installed system was never launched. */
    private static boolean endsApproval(Stage stage, RescueEvent event) {
        if (stage instanceof Closed closed) return closed.installedSystem().isEmpty();
        return stage instanceof ReadyToLaunch
                && (event instanceof RescueEvent.Approved || event instanceof RescueEvent.BreakGlassUsed);
    }

    private void finish(RescueRequest request, RescueEvent event) {
        notifier.cancelWebhook(request.id());
        Translations over = Translations.of(locale, language -> {
            StatusMessages texts = StatusMessages.in(language);
            TextLine outcome = ThreadUpdates.in(language).render(request, event).title();
            return new Translations.Translation(
                    texts.approvalOverDirectMessage(request, outcome), texts.permalinkLabel());
        });
        history.approversAsked(request).forEach(approver -> update(approver, request, over));
    }

    private void update(SlackUserId approver, RescueRequest request, Translations text) {
        notifier.updateApproverMessage(approver, request.id(), text);
    }
}
