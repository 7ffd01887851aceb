package dev.lifeline.slack.outbox;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.SlackRateLimits;
import dev.lifeline.slack.webapi.SlackStorage;
import dev.lifeline.slack.webapi.WebApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How does one letter reach Slack? Tells the outbox before and after, so that a crash in between is noticed. */
public final class MessageSender {

    /** How long a card that is on its way needs at most, on a good day. */
    private static final Duration STATUS_MESSAGE_RETRY_DELAY = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final ChatApi chatApi;
    private final PostedMessageFinder messageFinder;
    private final DirectMessages directMessages;
    private final EphemeralReplies ephemeralReplies;
    private final SharedRateLimiter rateLimiter;
    private final InstantSource clock;

    public MessageSender(
            SlackStorage slackStorage,
            ChatApi chatApi,
            PostedMessageFinder messageFinder,
            WebApi api,
            InstantSource clock) {
        this.outbox = slackStorage.redirectingOutbox();
        this.chatApi = chatApi;
        this.messageFinder = messageFinder;
        this.directMessages = new DirectMessages(outbox, chatApi, messageFinder);
        this.ephemeralReplies = new EphemeralReplies(api, chatApi, directMessages);
        this.rateLimiter = slackStorage.rateLimiter();
        this.clock = clock;
    }

    /**
     * Delivers it.
     *
     * @return empty when it was delivered, else when its turn comes
     * @throws SlackCallException when Slack did not take it
     */
    Optional<Instant> send(OutboxMessage outboxMessage) {
        Content content = outboxMessage.content();
        if (content instanceof Content.StatusMessage statusMessage)
            return sendStatusMessage(outboxMessage, statusMessage);
        if (content instanceof Content.ThreadReply threadReply) return sendThreadReply(outboxMessage, threadReply);
        if (content instanceof Content.DirectMessage directMessage)
            return sendDirectMessage(outboxMessage, directMessage);
        return sendEphemeralMessage(outboxMessage, (Content.EphemeralMessage) content);
    }

    /** The card that it links to may be on its way still: then it waits a moment. */
    private Optional<Instant> sendDirectMessage(OutboxMessage outboxMessage, Content.DirectMessage news) {
        if (directMessages.awaitsStatusMessage(news))
            return Optional.of(clock.instant().plus(STATUS_MESSAGE_RETRY_DELAY));
        Optional<Instant> wait = tryAcquirePost("person:" + news.user());
        if (wait.isPresent()) return wait;
        markAttempted(outboxMessage);
        directMessages.send(outboxMessage, news);
        outbox.markDelivered(outboxMessage, Optional.empty());
        return Optional.empty();
    }

    private Optional<Instant> sendStatusMessage(OutboxMessage outboxMessage, Content.StatusMessage statusMessage) {
        Optional<MessageRef> posted = outbox.statusMessage(outboxMessage.streamKey());
        Optional<Instant> wait = posted.map(this::tryAcquireUpdate)
                .orElseGet(() -> tryAcquirePost(statusMessage.channel().value()));
        if (wait.isPresent()) return wait;
        markAttempted(outboxMessage);
        BlockKit.RenderedMessage renderedMessage = render(statusMessage.message(), outboxMessage);
        MessageRef messageRef = posted.filter(old -> tryUpdate(old, outboxMessage, renderedMessage))
                .orElseGet(
                        () -> findOrPost(outboxMessage, statusMessage.channel().value(), renderedMessage));
        outbox.markDelivered(outboxMessage, Optional.of(messageRef));
        return Optional.empty();
    }

    /** Whether it could be changed; a card that is gone, or closed to changes, is posted anew. */
    private boolean tryUpdate(MessageRef messageRef, OutboxMessage outboxMessage, BlockKit.RenderedMessage card) {
        try {
            chatApi.update(messageRef, MessageMetadata.of(outboxMessage), card);
            return true;
        } catch (SlackCallException failure) {
            if (failure.errorKind() != SlackErrorKind.MESSAGE_GONE) throw failure;
            return false;
        }
    }

    private MessageRef findOrPost(OutboxMessage outboxMessage, String channel, BlockKit.RenderedMessage card) {
        Optional<MessageRef> found =
                outboxMessage.attempted() ? messageFinder.findInChannel(outboxMessage, channel) : Optional.empty();
        return found.orElseGet(() -> chatApi.post(channel, Optional.empty(), MessageMetadata.of(outboxMessage), card));
    }

    /** A reply without a card to stand under is said all the same. */
    private Optional<Instant> sendThreadReply(OutboxMessage outboxMessage, Content.ThreadReply threadReply) {
        Optional<MessageRef> under = outbox.statusMessage(outboxMessage.streamKey());
        String channel =
                under.map(MessageRef::channelId).orElse(threadReply.channel().value());
        Optional<Instant> wait = tryAcquirePost(channel);
        if (wait.isPresent()) return wait;
        markAttempted(outboxMessage);
        if (!outboxMessage.attempted() || !isAlreadyPosted(outboxMessage, under, channel))
            postReply(outboxMessage, channel, under, render(threadReply.message(), outboxMessage));
        outbox.markDelivered(outboxMessage, Optional.empty());
        return Optional.empty();
    }

    /** Somebody may have taken the card away: then it is said without. */
    private void postReply(
            OutboxMessage outboxMessage, String channel, Optional<MessageRef> under, BlockKit.RenderedMessage reply) {
        try {
            chatApi.post(channel, under, MessageMetadata.of(outboxMessage), reply);
        } catch (SlackCallException failure) {
            if (under.isEmpty() || failure.errorKind() != SlackErrorKind.MESSAGE_GONE) throw failure;
            chatApi.post(channel, Optional.empty(), MessageMetadata.of(outboxMessage), reply);
        }
    }

    private boolean isAlreadyPosted(OutboxMessage outboxMessage, Optional<MessageRef> under, String channel) {
        return under.flatMap(card -> messageFinder.findInThread(outboxMessage, card))
                .or(() -> messageFinder.findInChannel(outboxMessage, channel))
                .isPresent();
    }

    private Optional<Instant> sendEphemeralMessage(OutboxMessage outboxMessage, Content.EphemeralMessage answer) {
        markAttempted(outboxMessage);
        ephemeralReplies.send(answer.recipient(), outboxMessage, render(answer.message(), outboxMessage));
        outbox.markDelivered(outboxMessage, Optional.empty());
        return Optional.empty();
    }

    /** Once is enough to be noticed; a letter that is tried again and again costs no write each time. */
    private void markAttempted(OutboxMessage outboxMessage) {
        if (!outboxMessage.attempted()) outbox.markAttempted(outboxMessage);
    }

    private Optional<Instant> tryAcquirePost(String channel) {
        return rateLimiter.tryAcquire("post:" + channel, SlackRateLimits.POSTS_PER_CHANNEL);
    }

    private Optional<Instant> tryAcquireUpdate(MessageRef card) {
        return rateLimiter
                .tryAcquire("edit:" + card.channelId() + ":" + card.messageTs(), SlackRateLimits.UPDATES_PER_MESSAGE)
                .or(() -> rateLimiter.tryAcquire("edit", SlackRateLimits.UPDATES_TOTAL));
    }

    private static BlockKit.RenderedMessage render(Message message, OutboxMessage outboxMessage) {
        return BlockKit.render(message, "outbox-message-" + outboxMessage.id());
    }
}
