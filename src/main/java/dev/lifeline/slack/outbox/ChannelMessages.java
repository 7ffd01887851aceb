package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.blockkit.BlockKit.RenderedMessage;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import java.util.List;
import java.util.Optional;

/**
 * Posts and updates outbox messages in channels. A message whose delivery was attempted before is looked for first, so that it is not
 * posted twice. Every method blocks for its calls and throws {@link SlackCallException} when Slack did not accept the message.
 */
public final class ChannelMessages {

    private final ChatApi chatApi;
    private final PostedMessageFinder messageFinder;

    public ChannelMessages(ChatApi chatApi, PostedMessageFinder messageFinder) {
        this.chatApi = chatApi;
        this.messageFinder = messageFinder;
    }

    /**
     * Updates the status message in place. Posts it where there is none yet, or where the old one was deleted or cannot be changed any
     * more.
     *
     * @param posted where the status message is
     * @return where it is now
     */
    MessageRef postOrUpdate(
            OutboxMessage outboxMessage, String channel, Optional<MessageRef> posted, RenderedMessage message) {
        return posted.filter(messageRef -> tryUpdate(messageRef, outboxMessage, message))
                .orElseGet(() -> findOrPost(outboxMessage, channel, message));
    }

    private boolean tryUpdate(MessageRef messageRef, OutboxMessage outboxMessage, RenderedMessage message) {
        try {
            chatApi.update(messageRef, MessageMetadata.of(outboxMessage), message);
            return true;
        } catch (SlackCallException e) {
            if (e.errorKind() != SlackErrorKind.MESSAGE_GONE) throw e;
            return false;
        }
    }

    private MessageRef findOrPost(OutboxMessage outboxMessage, String channel, RenderedMessage message) {
        Optional<MessageRef> found =
                outboxMessage.attempted() ? messageFinder.findInChannel(outboxMessage, channel) : Optional.empty();
        return found.orElseGet(
                () -> chatApi.post(channel, Optional.empty(), MessageMetadata.of(outboxMessage), message));
    }

    /**
     * Adds a reply to a thread; posts it to the channel where there is no thread.
     *
     * @param parent the message that the thread belongs to
     */
    private void reply(OutboxMessage outboxMessage, String channel, Optional<MessageRef> parent, RenderedMessage reply) {
        if (!outboxMessage.attempted() || !isPosted(outboxMessage, channel, parent))
            postReply(List.of(outboxMessage), channel, parent, reply);
    }

    /**
     * Adds one reply that stands for several, of which none was attempted before.
     *
     * @param batch of one stream
     */
    void reply(List<OutboxMessage> batch, String channel, Optional<MessageRef> parent, RenderedMessage reply) {
        if (batch.size() == 1) reply(batch.get(0), channel, parent, reply);
        else postReply(batch, channel, parent, reply);
    }

    /** The parent may have been deleted: then the reply goes to the channel. */
    private void postReply(
            List<OutboxMessage> batch, String channel, Optional<MessageRef> parent, RenderedMessage reply) {
        try {
            chatApi.post(channel, parent, MessageMetadata.of(batch), reply);
        } catch (SlackCallException e) {
            if (parent.isEmpty() || e.errorKind() != SlackErrorKind.MESSAGE_GONE) throw e;
            chatApi.post(channel, Optional.empty(), MessageMetadata.of(batch), reply);
        }
    }

    private boolean isPosted(OutboxMessage outboxMessage, String channel, Optional<MessageRef> parent) {
        return parent.flatMap(messageRef -> messageFinder.findInThread(outboxMessage, messageRef))
                .or(() -> messageFinder.findInChannel(outboxMessage, channel))
                .isPresent();
    }
}
