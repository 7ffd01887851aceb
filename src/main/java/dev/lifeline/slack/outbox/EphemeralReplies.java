package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WebApi;

/**
 * How is one person told something that nobody else sees? By the address that came with what they did, which works where the bot is
 * no member; else in the place; else in the bot's own talk with them.
 */
final class EphemeralReplies {

    private final WebApi api;
    private final ChatApi chatApi;
    private final DirectMessages directMessages;

    EphemeralReplies(WebApi api, ChatApi chatApi, DirectMessages directMessages) {
        this.api = api;
        this.chatApi = chatApi;
        this.directMessages = directMessages;
    }

    void send(Recipient recipient, OutboxMessage outboxMessage, BlockKit.RenderedMessage message) {
        boolean told = recipient
                .responseUrl()
                .map(address -> api.postToResponseUrl(address, body(message)))
                .orElse(false);
        if (!told && !tryPostEphemeral(recipient, message))
            directMessages.post(recipient.user(), outboxMessage, message);
    }

    /** Whether it was shown there; not where the person or the bot is not in the place. */
    private boolean tryPostEphemeral(Recipient recipient, BlockKit.RenderedMessage message) {
        try {
            chatApi.postEphemeral(recipient.user(), recipient.channel().value(), message);
            return true;
        } catch (SlackCallException failure) {
            if (failure.errorKind().isRetryable()) throw failure;
            return false;
        }
    }

    private static String body(BlockKit.RenderedMessage message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", message.text());
        body.set("blocks", message.blocks());
        return body.toString();
    }
}
