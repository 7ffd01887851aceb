package dev.lifeline.slack.outbox;

import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Audience;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.blockkit.BlockKit;
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

    /**
     * Where a message is posted.
     *
     * @param parent the message that the thread belongs to; empty for the channel itself
     */
    record Place(String channel, Optional<MessageRef> parent) {}

    private final ChatApi chatApi;
    private final PostedMessageFinder messageFinder;
    private final SharedChannels sharedChannels;

    public ChannelMessages(ChatApi chatApi, PostedMessageFinder messageFinder, SharedChannels sharedChannels) {
        this.chatApi = chatApi;
        this.messageFinder = messageFinder;
        this.sharedChannels = sharedChannels;
    }

    /** Where people of other companies read along, what is internal is left out, as are buttons for what the bot may not do. */
    private RenderedMessage render(Message message, Place place, OutboxMessage outboxMessage) {
        Audience audience =
                Audience.hasInternal(message) ? sharedChannels.audience(place.channel()) : Audience.WORKSPACE;
        Message selected = audience.select(message);
        return BlockKit.render(
                chatApi.canCreateCanvases() ? selected : selected.without(Action.POST_CANVAS),
                "outbox-message-" + outboxMessage.id());
    }

    /**
     * Updates the status message in place. Posts it where there is none yet, or where the old one was deleted or cannot be changed any
     * more.
     *
     * @param place where it is posted
     * @param posted where the status message is
     * @return where it is now
     */
    MessageRef postOrUpdate(
            OutboxMessage outboxMessage, Place place, Optional<MessageRef> posted, Message statusMessage) {
        RenderedMessage message = render(statusMessage, place, outboxMessage);
        return posted.filter(messageRef -> tryUpdate(messageRef, outboxMessage, message))
                .orElseGet(() -> findOrPost(outboxMessage, place, message));
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

    private MessageRef findOrPost(OutboxMessage outboxMessage, Place place, RenderedMessage message) {
        Optional<MessageRef> found = outboxMessage.attempted() ? find(outboxMessage, place) : Optional.empty();
        return found.orElseGet(() -> postOrFallBack(List.of(outboxMessage), place, message));
    }

    /**
     * Adds a reply to a thread; posts it to the channel where there is no thread.
     *
     * @param place the channel, and the message that the thread belongs to
     */
    private void reply(OutboxMessage outboxMessage, Place place, RenderedMessage reply) {
        if (!outboxMessage.attempted() || find(outboxMessage, place).isEmpty())
            postOrFallBack(List.of(outboxMessage), place, reply);
    }

    /**
     * Adds one reply that stands for several, of which none was attempted before.
     *
     * @param batch of one stream
     * @param joined what it says
     */
    void reply(List<OutboxMessage> batch, Place place, Message joined) {
        RenderedMessage reply = render(joined, place, batch.get(0));
        if (batch.size() == 1) reply(batch.get(0), place, reply);
        else postOrFallBack(batch, place, reply);
    }

    /** The parent may have been deleted: then the message goes to the channel. */
    private MessageRef postOrFallBack(List<OutboxMessage> batch, Place place, RenderedMessage message) {
        String metadata = MessageMetadata.of(batch);
        try {
            return chatApi.post(place.channel(), place.parent(), metadata, message);
        } catch (SlackCallException e) {
            if (place.parent().isEmpty() || e.errorKind() != SlackErrorKind.MESSAGE_GONE) throw e;
            return chatApi.post(place.channel(), Optional.empty(), metadata, message);
        }
    }

    private Optional<MessageRef> find(OutboxMessage outboxMessage, Place place) {
        return place.parent()
                .flatMap(messageRef -> messageFinder.findInThread(outboxMessage, messageRef))
                .or(() -> messageFinder.findInChannel(outboxMessage, place.channel()));
    }
}
