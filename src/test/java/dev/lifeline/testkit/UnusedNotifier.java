package dev.lifeline.testkit;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.MessageTarget;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.rescue.RequestId;

/** Refuses every message that a test does not expect. */
public abstract class UnusedNotifier implements Notifier {

    private static AssertionError unexpected() {
        return new AssertionError("nobody expects this message");
    }

    @Override
    public void updateStatusMessage(RequestId request, MessageTarget target, Message statusMessage) {
        throw unexpected();
    }

    @Override
    public void replyInThread(RequestId request, MessageTarget target, Message reply) {
        throw unexpected();
    }

    @Override
    public void updateReviewMessage(RequestId request, MessageTarget target, Message reviewMessage) {
        throw unexpected();
    }

    @Override
    public void updateApproverMessage(SlackUserId approver, RequestId request, Translations text) {
        throw unexpected();
    }

    @Override
    public void callWebhook(RequestId request, WebhookCall call) {
        throw unexpected();
    }

    @Override
    public void cancelWebhook(RequestId request) {
        throw unexpected();
    }

    @Override
    public void sendDirectMessage(SlackUserId user, RequestId request, Translations text) {
        throw unexpected();
    }

    @Override
    public void sendInstead(SlackUserId user, RequestId request, Message message, String linkLabel, int depth) {
        throw unexpected();
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message message) {
        throw unexpected();
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message message, RequestId request, String linkLabel) {
        sendEphemeral(recipient, message);
    }
}
