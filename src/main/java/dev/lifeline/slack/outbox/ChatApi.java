package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.ScopedId;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.transport.SendGuard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Slack's {@code chat.*} and {@code conversations.open} methods. Where Slack refuses the blocks of a message, its text alone is sent.
 * Every method blocks for one call, up to three in that case, and throws {@link SlackCallException}. Thread-safe.
 */
public final class ChatApi {

    private static final Logger LOG = LoggerFactory.getLogger(ChatApi.class);

    private final WebApi api;
    private final SendGuard guard;
    private volatile boolean plansRefused;

    /** @param guard whether what is posted, or written in place of something older, may leave */
    public ChatApi(WebApi api, SendGuard guard) {
        this.api = api;
        this.guard = guard;
    }

    /** Whether the bot may create canvases. */
    boolean canCreateCanvases() {
        return api.isGranted(ApiMethod.CANVASES_CREATE);
    }

    /** Posts to a channel, in the thread of {@code parent} where it is given. */
    MessageRef post(String channel, Optional<MessageRef> parent, String metadata, BlockKit.RenderedMessage message) {
        Map<String, String> arguments = messageArguments(channel, message);
        arguments.put("metadata", metadata);
        arguments.put("unfurl_links", "false");
        arguments.put("unfurl_media", "false");
        parent.ifPresent(messageRef -> arguments.put("thread_ts", messageRef.messageTs()));
        return messageRef(callWithFallback(ApiMethod.CHAT_POST_MESSAGE, arguments, message), channel);
    }

    /** Updates a message in place. */
    void update(MessageRef messageRef, String metadata, BlockKit.RenderedMessage message) {
        Map<String, String> arguments = messageArguments(messageRef.channelId(), message);
        arguments.put("ts", messageRef.messageTs());
        arguments.put("metadata", metadata);
        callWithFallback(ApiMethod.CHAT_UPDATE, arguments, message);
    }

    /** Shows a message to one user in a channel or a thread, until they reload (src/docs/platform/slack.md, section Ephemeral messages). */
    void postEphemeral(Recipient recipient, BlockKit.RenderedMessage message) {
        Map<String, String> arguments = messageArguments(recipient.channel().value(), message);
        arguments.put("user", recipient.user().value());
        recipient.thread().ifPresent(thread -> arguments.put("thread_ts", thread));
        callWithFallback(ApiMethod.CHAT_POST_EPHEMERAL, arguments, message);
    }

    /** Posts to the response URL of an interaction; false where Slack did not accept it. */
    boolean postToResponseUrl(String responseUrl, JsonNode body) {
        return api.postToResponseUrl(responseUrl, body, guard);
    }

    /** The id of the direct message channel with a user; opened where there is none. */
    String openDirectMessage(SlackUserId user) {
        String channel = api.call(ApiMethod.CONVERSATIONS_OPEN, Map.of("users", user.value()))
                .path("channel")
                .path("id")
                .asText();
        return ScopedId.of(ScopedId.workspace(user.value()), channel);
    }

    /** The URL of a posted message; empty where Slack has none for it. */
    Optional<String> permalink(MessageRef messageRef) {
        try {
            return Optional.of(api.call(
                            ApiMethod.CHAT_GET_PERMALINK,
                            Map.of("channel", messageRef.channelId(), "message_ts", messageRef.messageTs()))
                    .path("permalink")
                    .asText());
        } catch (SlackCallException e) {
            if (e.errorKind().isRetryable()) throw e;
            return Optional.empty();
        }
    }

    private Map<String, String> messageArguments(String channel, BlockKit.RenderedMessage message) {
        ArrayNode blocks = plansRefused ? message.blocksWithoutPlan().orElse(message.blocks()) : message.blocks();
        Map<String, String> arguments = new HashMap<>();
        arguments.put("channel", channel);
        arguments.put("text", message.text());
        arguments.put("blocks", blocks.toString());
        arguments.put("link_names", "false");
        arguments.put("parse", "none");
        return arguments;
    }

    /**
     * Sends a message with a plan, or without one where Slack refuses its blocks: it then was not posted. Once that was because of the plan,
     * no later message of this process has one; nothing but a try tells whether a workspace takes plans.
     */
    private JsonNode callWithFallback(
            ApiMethod method, Map<String, String> arguments, BlockKit.RenderedMessage message) {
        Optional<ArrayNode> withoutPlan = message.blocksWithoutPlan();
        if (withoutPlan.isEmpty() || plansRefused) return callWithTextFallback(method, arguments);
        try {
            return api.call(method, arguments, guard);
        } catch (SlackCallException e) {
            if (e.errorKind() != SlackErrorKind.INVALID_CONTENT) throw e;
            return callWithoutPlan(method, arguments, withoutPlan.get());
        }
    }

    private JsonNode callWithoutPlan(ApiMethod method, Map<String, String> arguments, ArrayNode blocks) {
        Map<String, String> planless = new HashMap<>(arguments);
        planless.put("blocks", blocks.toString());
        try {
            JsonNode response = api.call(method, planless, guard);
            plansRefused = true;
            LOG.warn("Slack refuses plan blocks, steps are shown as a list from now on");
            return response;
        } catch (SlackCallException e) {
            if (e.errorKind() != SlackErrorKind.INVALID_CONTENT) throw e;
            return api.call(method, withoutBlocks(arguments), guard);
        }
    }

    private JsonNode callWithTextFallback(ApiMethod method, Map<String, String> arguments) {
        try {
            return api.call(method, arguments, guard);
        } catch (SlackCallException e) {
            if (e.errorKind() != SlackErrorKind.INVALID_CONTENT) throw e;
            return api.call(method, withoutBlocks(arguments), guard);
        }
    }

    /** Without blocks Slack shows the text, so mrkdwn is switched off: untrusted text in it must not be formatted. */
    private static Map<String, String> withoutBlocks(Map<String, String> arguments) {
        Map<String, String> textOnly = new HashMap<>(arguments);
        textOnly.put("blocks", "[]");
        textOnly.put("mrkdwn", "false");
        return textOnly;
    }

    private static MessageRef messageRef(JsonNode response, String channel) {
        String posted = response.path("channel").asText(ScopedId.bare(channel));
        return new MessageRef(
                ScopedId.of(ScopedId.workspace(channel), posted),
                response.path("ts").asText());
    }
}
