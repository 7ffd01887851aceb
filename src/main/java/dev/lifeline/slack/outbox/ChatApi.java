package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How is a message posted, changed and shown to one person? Where Slack refuses the looks, the words alone are sent. */
public final class ChatApi {

    private final WebApi api;

    public ChatApi(WebApi api) {
        this.api = api;
    }

    /** Posts to a channel, under a message where one is given. */
    MessageRef post(String channel, Optional<MessageRef> under, String mark, BlockKit.RenderedMessage message) {
        Map<String, String> arguments = messageArguments(channel, message);
        arguments.put("metadata", mark);
        arguments.put("unfurl_links", "false");
        arguments.put("unfurl_media", "false");
        under.ifPresent(card -> arguments.put("thread_ts", card.messageTs()));
        return messageRef(callWithTextFallback(ApiMethod.CHAT_POST_MESSAGE, arguments), channel);
    }

    /** Changes a message in place. */
    void update(MessageRef messageRef, String mark, BlockKit.RenderedMessage message) {
        Map<String, String> arguments = messageArguments(messageRef.channelId(), message);
        arguments.put("ts", messageRef.messageTs());
        arguments.put("metadata", mark);
        callWithTextFallback(ApiMethod.CHAT_UPDATE, arguments);
    }

    /** Shows it to one person in a channel; gone when they reload (src/docs/platform/slack.md, section Ephemeral messages). */
    void postEphemeral(SlackUserId person, String channel, BlockKit.RenderedMessage message) {
        Map<String, String> arguments = messageArguments(channel, message);
        arguments.put("user", person.value());
        callWithTextFallback(ApiMethod.CHAT_POST_EPHEMERAL, arguments);
    }

    /** The channel of the bot's own talk with a person. */
    String openDirectMessage(SlackUserId person) {
        return api.call(ApiMethod.CONVERSATIONS_OPEN, Map.of("users", person.value()))
                .path("channel")
                .path("id")
                .asText();
    }

    /** The address at which people find what was posted. */
    String permalink(MessageRef messageRef) {
        return api.call(
                        ApiMethod.CHAT_GET_PERMALINK,
                        Map.of("channel", messageRef.channelId(), "message_ts", messageRef.messageTs()))
                .path("permalink")
                .asText();
    }

    private static Map<String, String> messageArguments(String channel, BlockKit.RenderedMessage message) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("channel", channel);
        arguments.put("text", message.text());
        arguments.put("blocks", message.blocks().toString());
        arguments.put("link_names", "false");
        arguments.put("parse", "none");
        return arguments;
    }

    private JsonNode callWithTextFallback(ApiMethod method, Map<String, String> arguments) {
        try {
            return api.call(method, arguments);
        } catch (SlackCallException failure) {
            if (failure.errorKind() != SlackErrorKind.INVALID_CONTENT) throw failure;
            return api.call(method, withoutBlocks(arguments));
        }
    }

    /** Without blocks the text itself is shown, so that stars and back-ticks of others must mean nothing in it. */
    private static Map<String, String> withoutBlocks(Map<String, String> arguments) {
        Map<String, String> words = new HashMap<>(arguments);
        words.put("blocks", "[]");
        words.put("mrkdwn", "false");
        return words;
    }

    private static MessageRef messageRef(JsonNode answer, String channel) {
        return new MessageRef(
                answer.path("channel").asText(channel), answer.path("ts").asText());
    }
}
