package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.SlackCallException;

/**
 * Sends a message that only one user sees: through the response URL of what the user did, which works where the bot is not a member; else
 * as an ephemeral message in the channel; else as a direct message.
 */
public final class EphemeralReplies {

    private final ChatApi chatApi;
    private final DirectMessages directMessages;
    private final ChannelRedirects channelRedirects;

    public EphemeralReplies(ChatApi chatApi, DirectMessages directMessages, ChannelRedirects channelRedirects) {
        this.chatApi = chatApi;
        this.directMessages = directMessages;
        this.channelRedirects = channelRedirects;
    }

    /** Throws {@link SlackCallException} when Slack did not accept the message in any of the three ways. */
    void send(Recipient recipient, OutboxMessage outboxMessage, BlockKit.RenderedMessage message) {
        boolean sent = recipient
                .responseUrl()
                .map(responseUrl -> chatApi.postToResponseUrl(responseUrl, body(recipient, message)))
                .orElse(false);
        if (!sent && !tryPostEphemeral(recipient, message))
            directMessages.post(recipient.user(), outboxMessage, message);
    }

    /** False where the user or the bot is not a member of the channel. */
    private boolean tryPostEphemeral(Recipient recipient, BlockKit.RenderedMessage message) {
        try {
            chatApi.postEphemeral(recipient.inChannel(channelRedirects.resolve(recipient.channel())), message);
            return true;
        } catch (SlackCallException e) {
            if (e.errorKind().isRetryable()) throw e;
            return false;
        }
    }

    private static ObjectNode body(Recipient recipient, BlockKit.RenderedMessage message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", message.text());
        recipient.thread().ifPresent(thread -> body.put("thread_ts", thread));
        body.set("blocks", message.blocks());
        return body;
    }
}
