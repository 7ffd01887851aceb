package dev.lifeline.testkit;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.MessageTarget;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.rescue.RequestId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Records the thread replies and direct messages in place of Slack. */
public final class RecordingNotifier implements Notifier {

    private final List<String> replies = new CopyOnWriteArrayList<>();
    private final List<RequestId> cancelledWebhooks = new CopyOnWriteArrayList<>();
    private final Map<SlackUserId, String> directMessages = new ConcurrentHashMap<>();
    private final Consumer<String> listener;

    /**
     * Records every reply.
     *
     * @param listener is called with each reply
     */
    public RecordingNotifier(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Every reply in order. */
    public List<String> replies() {
        return List.copyOf(replies);
    }

    /** The last direct message to each person; can be cleared. */
    public Map<SlackUserId, String> directMessages() {
        return directMessages;
    }

    @Override
    public void updateStatusMessage(RequestId request, MessageTarget target, Message message) {
        // not recorded: the stage tells as much
    }

    @Override
    public void replyInThread(RequestId request, MessageTarget target, Message reply) {
        replies.add(reply.title().plainText());
        listener.accept(reply.title().plainText());
    }

    @Override
    public void updateReviewMessage(RequestId request, MessageTarget target, Message message) {
        // not recorded
    }

    @Override
    public void callWebhook(RequestId request, WebhookCall call) {
        // not recorded
    }

    @Override
    public void cancelWebhook(RequestId request) {
        cancelledWebhooks.add(request);
    }

    /** The requests whose webhook was called off. */
    public List<RequestId> cancelledWebhooks() {
        return List.copyOf(cancelledWebhooks);
    }

    @Override
    public void updateApproverMessage(SlackUserId person, RequestId requestId, Translations text) {
        directMessages.put(person, text.message().plainText());
    }

    @Override
    public void sendDirectMessage(SlackUserId person, RequestId requestId, Translations text) {
        directMessages.put(person, text.message().plainText());
    }

    @Override
    public void sendInstead(SlackUserId person, RequestId requestId, Message message, String link, int depth) {
        // not recorded
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message message, RequestId request, String linkLabel) {
        sendEphemeral(recipient, message);
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message message) {
        // not recorded
    }
}
