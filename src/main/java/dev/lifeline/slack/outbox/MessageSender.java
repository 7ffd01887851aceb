package dev.lifeline.slack.outbox;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.SlackCallException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends outbox messages to Slack and records them in the outbox before and after, so that a crash in between is noticed. */
public final class MessageSender {

    private final Outbox outbox;
    private final ChatRateLimits rateLimits;
    private final ChannelMessages channelMessages;
    private final DirectMessages directMessages;
    private final EphemeralReplies ephemeralReplies;

    public MessageSender(
            Outbox outbox,
            ChatRateLimits rateLimits,
            ChannelMessages channelMessages,
            DirectMessages directMessages,
            EphemeralReplies ephemeralReplies) {
        this.outbox = outbox;
        this.rateLimits = rateLimits;
        this.channelMessages = channelMessages;
        this.directMessages = directMessages;
        this.ephemeralReplies = ephemeralReplies;
    }

    /**
     * Sends the messages of a batch of {@link ThreadReplies}; blocks for the calls.
     *
     * @return empty when all were delivered, else when a rate limit or another message lets them go
     * @throws SlackCallException when Slack did not accept them
     */
    Optional<Instant> send(List<OutboxMessage> batch) {
        OutboxMessage outboxMessage = batch.get(0);
        Content content = outboxMessage.content();
        if (content instanceof Content.StatusMessage statusMessage)
            return sendStatusMessage(outboxMessage, statusMessage);
        if (content instanceof Content.ApproverMessage approverMessage)
            return sendApproverMessage(outboxMessage, approverMessage);
        if (content instanceof Content.ThreadReply threadReply) return sendThreadReplies(batch, threadReply);
        if (content instanceof Content.DirectMessage directMessage)
            return sendDirectMessage(outboxMessage, directMessage);
        return sendEphemeralMessage(outboxMessage, (Content.EphemeralMessage) content);
    }

    private Optional<Instant> sendStatusMessage(OutboxMessage outboxMessage, Content.StatusMessage statusMessage) {
        String channel = statusMessage.channel().value();
        StreamKey stream = outboxMessage.streamKey();
        Optional<MessageRef> posted = outbox.statusMessage(stream);
        Optional<Instant> retryAt = posted.map(messageRef -> rateLimits.tryAcquireUpdate(messageRef, stream))
                .orElseGet(() -> rateLimits.tryAcquirePost(channel, stream));
        if (retryAt.isPresent()) return retryAt;
        outbox.markAttempted(outboxMessage);
        String conversation = conversation(statusMessage.channel(), posted);
        Optional<MessageRef> parent = statusMessage.thread().map(thread -> new MessageRef(conversation, thread));
        MessageRef messageRef = channelMessages.postOrUpdate(
                outboxMessage, new ChannelMessages.Place(conversation, parent), posted, statusMessage.message());
        outbox.markDelivered(outboxMessage, Optional.of(messageRef));
        return Optional.empty();
    }

    /** Slack posts to a person by their id too, and tells nothing of such a conversation: what was posted is not found by it. */
    private String conversation(ChannelId channel, Optional<MessageRef> posted) {
        return channel.person()
                .map(person -> posted.map(MessageRef::channelId).orElseGet(() -> directMessages.channelOrIdOf(person)))
                .orElse(channel.value());
    }

    private Optional<Instant> sendThreadReplies(List<OutboxMessage> batch, Content.ThreadReply first) {
        StreamKey stream = batch.get(0).streamKey();
        Optional<MessageRef> statusMessage = outbox.statusMessage(stream);
        String channel =
                statusMessage.map(MessageRef::channelId).orElse(first.channel().value());
        Optional<MessageRef> parent =
                first.thread().map(thread -> new MessageRef(channel, thread)).or(() -> statusMessage);
        Optional<Instant> retryAt = rateLimits.tryAcquirePost(channel, stream);
        if (retryAt.isPresent()) return retryAt;
        batch.forEach(outbox::markAttempted);
        String conversation = statusMessage.isPresent() ? channel : conversation(first.channel(), statusMessage);
        channelMessages.reply(batch, new ChannelMessages.Place(conversation, parent), ThreadReplies.join(batch));
        batch.forEach(reply -> outbox.markDelivered(reply, Optional.empty()));
        return Optional.empty();
    }

    private Optional<Instant> sendDirectMessage(OutboxMessage outboxMessage, Content.DirectMessage directMessage) {
        Optional<Instant> retryAt = directMessages
                .awaitStatusMessage(directMessage.request())
                .or(() -> rateLimits.tryAcquireDirectMessage(directMessage.user(), outboxMessage.streamKey()));
        if (retryAt.isPresent()) return retryAt;
        outbox.markAttempted(outboxMessage);
        directMessages.send(outboxMessage, directMessage);
        outbox.markDelivered(outboxMessage, Optional.empty());
        return Optional.empty();
    }

    private Optional<Instant> sendApproverMessage(OutboxMessage outboxMessage, Content.ApproverMessage approver) {
        StreamKey stream = outboxMessage.streamKey();
        Optional<MessageRef> posted = outbox.statusMessage(stream);
        Optional<Instant> retryAt = posted.map(messageRef -> rateLimits.tryAcquireUpdate(messageRef, stream))
                .orElseGet(() -> directMessages
                        .awaitStatusMessage(approver.request())
                        .or(() -> rateLimits.tryAcquireDirectMessage(approver.user(), stream)));
        if (retryAt.isPresent()) return retryAt;
        outbox.markAttempted(outboxMessage);
        Message message = directMessages.forReader(approver.user(), approver.request(), approver.text());
        String channel = posted.map(MessageRef::channelId).orElseGet(() -> directMessages.channelOf(approver.user()));
        MessageRef messageRef = channelMessages.postOrUpdate(
                outboxMessage, new ChannelMessages.Place(channel, Optional.empty()), posted, message);
        outbox.markDelivered(outboxMessage, Optional.of(messageRef));
        return Optional.empty();
    }

    private Optional<Instant> sendEphemeralMessage(OutboxMessage outboxMessage, Content.EphemeralMessage ephemeral) {
        outbox.markAttempted(outboxMessage);
        Message message = ephemeral
                .link()
                .map(link -> directMessages.withLink(ephemeral.message(), link))
                .orElse(ephemeral.message());
        ephemeralReplies.send(ephemeral.recipient(), outboxMessage, render(message, outboxMessage));
        outbox.markDelivered(outboxMessage, Optional.empty());
        return Optional.empty();
    }

    private static BlockKit.RenderedMessage render(Message message, OutboxMessage outboxMessage) {
        return BlockKit.render(message, "outbox-message-" + outboxMessage.id());
    }
}
