package dev.lifeline.slack.outbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Sends direct messages. Unlike ephemeral ones they are stored by Slack, so that a repeated delivery can find what was posted. */
public final class DirectMessages {

    /** A status message that is pending is usually posted within this time. */
    private static final Duration STATUS_MESSAGE_RETRY_DELAY = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final ChatApi chatApi;
    private final PostedMessageFinder messageFinder;
    private final SlackUsers users;
    private final InstantSource clock;

    public DirectMessages(
            Outbox outbox, ChatApi chatApi, PostedMessageFinder messageFinder, SlackUsers users, InstantSource clock) {
        this.users = users;
        this.outbox = outbox;
        this.chatApi = chatApi;
        this.messageFinder = messageFinder;
        this.clock = clock;
    }

    /** When to try again while the status message to link is still pending; empty once it was posted, or will not be by this process. */
    Optional<Instant> awaitStatusMessage(RequestId request) {
        StreamKey stream = new StreamKey.Request(request);
        boolean pending = outbox.statusMessage(stream).isEmpty()
                && !outbox.pending(stream).isEmpty();
        return pending ? Optional.of(clock.instant().plus(STATUS_MESSAGE_RETRY_DELAY)) : Optional.empty();
    }

    /** Sends the message with a link to the status message; without one where that was never posted or has no permalink. */
    void send(OutboxMessage outboxMessage, Content.DirectMessage directMessage) {
        Message message = forReader(directMessage.user(), directMessage.request(), directMessage.text());
        post(directMessage.user(), outboxMessage, BlockKit.render(message, "outbox-message-" + outboxMessage.id()));
    }

    /** The message in the language of its reader, with a link to the status message; in that of the workspace where Slack tells none. */
    Message forReader(SlackUserId reader, RequestId request, Translations text) {
        Translations.Translation translation = locale(reader)
                .map(text::in)
                .orElseGet(() -> new Translations.Translation(text.message(), text.linkLabel()));
        return withLink(translation.message(), new Outbox.StatusLink(request, translation.linkLabel()));
    }

    private Optional<Locale> locale(SlackUserId reader) {
        try {
            return Optional.of(users.get(reader).locale());
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return Optional.empty();
        }
    }

    /** The message with a link to a status message; without one where that was never posted or has no permalink. */
    Message withLink(Message message, Outbox.StatusLink link) {
        return outbox.statusMessage(new StreamKey.Request(link.request()))
                .flatMap(chatApi::permalink)
                .map(permalink -> message.withBlock(new MessageBlock.Permalink(link.label(), permalink)))
                .orElse(message);
    }

    /** The channel of the direct messages with a user. */
    String channelOf(SlackUserId user) {
        return chatApi.openDirectMessage(user);
    }

    /** The same; their id, to which Slack posts too, where the bot may not open it for lack of a scope. */
    String channelOrIdOf(SlackUserId user) {
        try {
            return channelOf(user);
        } catch (SlackCallException e) {
            if (e.errorKind() != SlackErrorKind.SCOPE_MISSING) throw e;
            return user.value();
        }
    }

    /** Posts a rendered message to a user, unless an earlier attempt did. */
    void post(SlackUserId user, OutboxMessage outboxMessage, BlockKit.RenderedMessage message) {
        String channel = chatApi.openDirectMessage(user);
        boolean posted = outboxMessage.attempted()
                && messageFinder.findInChannel(outboxMessage, channel).isPresent();
        if (!posted) chatApi.post(channel, Optional.empty(), MessageMetadata.of(outboxMessage), message);
    }
}
