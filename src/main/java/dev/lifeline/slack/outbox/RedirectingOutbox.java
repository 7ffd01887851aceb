package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.ChannelId;
import java.util.List;
import java.util.Optional;

/** Outbox whose messages are addressed to the current id of each channel, which can change when a private channel is shared. */
public final class RedirectingOutbox implements Outbox {

    private final Outbox delegate;
    private final ChannelRedirects channelRedirects;

    public RedirectingOutbox(Outbox delegate, ChannelRedirects channelRedirects) {
        this.delegate = delegate;
        this.channelRedirects = channelRedirects;
    }

    @Override
    public List<StreamKey> pendingStreams() {
        return delegate.pendingStreams();
    }

    @Override
    public List<OutboxMessage> pending(StreamKey streamKey) {
        return delegate.pending(streamKey).stream().map(this::redirect).toList();
    }

    private OutboxMessage redirect(OutboxMessage outboxMessage) {
        return new OutboxMessage(
                outboxMessage.id(),
                outboxMessage.streamKey(),
                redirect(outboxMessage.content()),
                outboxMessage.attempted());
    }

    /** A message to one person names its channel only where the response URL does not work, so {@link EphemeralReplies} looks it up. */
    private Content redirect(Content content) {
        if (content instanceof Content.StatusMessage statusMessage)
            return new Content.StatusMessage(
                    channelRedirects.resolve(statusMessage.channel()), statusMessage.thread(), statusMessage.message());
        if (content instanceof Content.ThreadReply threadReply)
            return new Content.ThreadReply(
                    channelRedirects.resolve(threadReply.channel()), threadReply.thread(), threadReply.message());
        return content;
    }

    @Override
    public Optional<MessageRef> statusMessage(StreamKey streamKey) {
        return delegate.statusMessage(streamKey)
                .map(messageRef -> new MessageRef(currentChannelId(messageRef.channelId()), messageRef.messageTs()));
    }

    private String currentChannelId(String place) {
        return channelRedirects.resolve(new ChannelId(place)).value();
    }

    @Override
    public void markAttempted(OutboxMessage outboxMessage) {
        delegate.markAttempted(outboxMessage);
    }

    @Override
    public void checkRight() {
        delegate.checkRight();
    }

    @Override
    public void markDelivered(OutboxMessage outboxMessage, Optional<MessageRef> statusMessage) {
        delegate.markDelivered(outboxMessage, statusMessage);
    }

    @Override
    public void markUndeliverable(OutboxMessage outboxMessage, String reason, Runnable instead) {
        delegate.markUndeliverable(outboxMessage, reason, instead);
    }
}
