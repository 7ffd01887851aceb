package dev.lifeline.slack.outbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.SlackCallException;
import java.util.Optional;

/** How is somebody told in their own talk with the bot? Only there can it be seen later whether it was said. */
final class DirectMessages {

    private final Outbox outbox;
    private final ChatApi chatApi;
    private final PostedMessageFinder messageFinder;

    DirectMessages(Outbox outbox, ChatApi chatApi, PostedMessageFinder messageFinder) {
        this.outbox = outbox;
        this.chatApi = chatApi;
        this.messageFinder = messageFinder;
    }

    /** Whether the card that it links to is on its way still. */
    boolean awaitsStatusMessage(Content.DirectMessage news) {
        return outbox.statusMessage(news.statusStreamKey()).isEmpty()
                && outbox.pendingStreams().contains(news.statusStreamKey());
    }

    /** Tells the news, with a link to the card; without one where the card was never posted, or Slack has no link to it. */
    void send(OutboxMessage outboxMessage, Content.DirectMessage news) {
        Message message = outbox.statusMessage(news.statusStreamKey())
                .flatMap(this::permalink)
                .map(address -> news.message().withBlock(new MessageBlock.Permalink(news.linkLabel(), address)))
                .orElse(news.message());
        post(news.user(), outboxMessage, BlockKit.render(message, "outbox-message-" + outboxMessage.id()));
    }

    private Optional<String> permalink(MessageRef card) {
        try {
            return Optional.of(chatApi.permalink(card));
        } catch (SlackCallException failure) {
            if (failure.errorKind().isRetryable()) throw failure;
            return Optional.empty();
        }
    }

    /** Writes it, unless it stands there already. */
    void post(SlackUserId person, OutboxMessage outboxMessage, BlockKit.RenderedMessage message) {
        String talk = chatApi.openDirectMessage(person);
        boolean there = outboxMessage.attempted()
                && messageFinder.findInChannel(outboxMessage, talk).isPresent();
        if (!there) chatApi.post(talk, Optional.empty(), MessageMetadata.of(outboxMessage), message);
    }
}
