package dev.lifeline.message.port;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.Translations;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;

/**
 * Sends messages to Slack through the outbox. A call stores the message in the transaction of the caller and returns; delivery follows
 * after the commit, usually within a second, and is repeated until it succeeds or is known to be impossible. Calls never wait for Slack and
 * never fail because of it; they throw only when the database does.
 */
public interface Notifier {

    /** Posts the status message of a request, or updates it in place. Only the newest of several pending ones is delivered. */
    void updateStatusMessage(RequestId request, MessageTarget target, Message statusMessage);

    /** The same in the channel itself. */
    default void updateStatusMessage(RequestId request, ChannelId channel, Message statusMessage) {
        updateStatusMessage(request, MessageTarget.of(channel), statusMessage);
    }

    /** Adds a reply to the thread that the status message began or stands in. Every reply is delivered, once, in order. */
    void replyInThread(RequestId request, MessageTarget target, Message reply);

    /** The same in the channel itself. */
    default void replyInThread(RequestId request, ChannelId channel, Message reply) {
        replyInThread(request, MessageTarget.of(channel), reply);
    }

    /** Posts the review message of a request, which stands beside its status message, or updates it in place. */
    void updateReviewMessage(RequestId request, MessageTarget target, Message reviewMessage);

    /** The same in the channel itself. */
    default void updateReviewMessage(RequestId request, ChannelId channel, Message reviewMessage) {
        updateReviewMessage(request, MessageTarget.of(channel), reviewMessage);
    }

    /**
     * Sends an approver the message with the buttons of a request, or updates it in place. Only the newest of several pending ones is
     * delivered.
     *
     * @param text in each language; the approver reads their own
     */
    void updateApproverMessage(SlackUserId approver, RequestId request, Translations text);

    /** Calls a webhook, at least once, unless it turns out to be impossible. */
    void callWebhook(RequestId request, WebhookCall call);

    /** Takes back the calls of a request's webhook that did not get through yet: nobody has to be woken any more. */
    void cancelWebhook(RequestId request);

    /**
     * Sends a direct message with a link to the status message of a request.
     *
     * @param text in each language; the user reads their own
     */
    void sendDirectMessage(SlackUserId user, RequestId request, Translations text);

    /**
     * Sends a direct message in place of a message that cannot be delivered.
     *
     * @param linkLabel text of the link to the status message
     * @param fallbackDepth how many messages could not be delivered before this one, 1 or more
     */
    void sendInstead(SlackUserId user, RequestId request, Message message, String linkLabel, int fallbackDepth);

    /** Sends a message that only the recipient sees. */
    void sendEphemeral(Recipient recipient, Message message);

    /**
     * Sends a message that only the recipient sees, with a link to the status message of a request where that was posted.
     *
     * @param linkLabel text of the link
     */
    void sendEphemeral(Recipient recipient, Message message, RequestId request, String linkLabel);
}
