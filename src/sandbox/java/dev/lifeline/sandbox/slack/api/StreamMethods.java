package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.MessageJson;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code chat.startStream}, {@code chat.appendStream} and {@code chat.stopStream}: a thread reply that grows while it is
 * written (src/docs/platform/slack.md, section New in 2025 and 2026). Task chunks are accepted and not shown.
 */
final class StreamMethods {

    private static final String WRITE_SCOPE = "chat:write";

    private final Set<String> streamingTs = ConcurrentHashMap.newKeySet();
    private static final Set<String> DISPLAY_MODES = Set.of("timeline", "plan");

    private final Workspace workspace;
    private final ChannelAccess channelAccess;
    private final MessageContentParser contentParser;

    StreamMethods(Workspace workspace, ChannelAccess channelAccess, MessageContentParser contentParser) {
        this.workspace = workspace;
        this.channelAccess = channelAccess;
        this.contentParser = contentParser;
    }

    List<ApiMethod> all() {
        return List.of(
                ApiMethod.forBotToken("chat.startStream", RateLimitTier.TIER_2, this::start, WRITE_SCOPE),
                ApiMethod.forBotToken("chat.appendStream", RateLimitTier.TIER_4, this::append, WRITE_SCOPE),
                ApiMethod.forBotToken("chat.stopStream", RateLimitTier.TIER_2, this::stop, WRITE_SCOPE));
    }

    /** Starts a stream; in a channel the recipient's user and team must be named. */
    private ObjectNode start(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forUpdate(arguments);
        String thread = arguments.require("thread_ts");
        if (!DISPLAY_MODES.contains(arguments.text("task_display_mode").orElse("timeline")))
            throw new ApiErrorException("invalid_arguments");
        if (channel.type() != Channel.Type.DIRECT_MESSAGE) {
            arguments.require("recipient_user_id", "missing_recipient_user_id");
            arguments.require("recipient_team_id", "missing_recipient_team_id");
        }
        Message.Content content = toContent(newText(arguments), Json.emptyArray());
        Message started = workspace
                .messageLog()
                .post(channel.id(), Optional.of(thread), workspace.app().ids().botUser(), content);
        streamingTs.add(started.ts());
        return messageRef(started);
    }

    private ObjectNode append(Arguments arguments) throws ApiErrorException {
        Message message = requireStreamingMessage(arguments);
        if (arguments.text("chunks").isEmpty()) arguments.require("markdown_text", "no_text");
        return messageRef(appendText(message, newText(arguments), Json.emptyArray()));
    }

    /** Ends a stream; the blocks given here are shown below the text. */
    private ObjectNode stop(Arguments arguments) throws ApiErrorException {
        Message message = requireStreamingMessage(arguments);
        Message finished = appendText(message, newText(arguments), contentParser.parseBlocks(arguments, "invalid_blocks"));
        streamingTs.remove(message.ts());
        return messageRef(finished).set("message", new MessageJson(workspace).of(finished));
    }

    private Message requireStreamingMessage(Arguments arguments) throws ApiErrorException {
        Channel channel = channelAccess.forUpdate(arguments);
        Message message = workspace
                .messageLog()
                .find(channel.id(), arguments.require("ts", "message_not_found"))
                .orElseThrow(() -> new ApiErrorException("message_not_found"));
        if (!streamingTs.contains(message.ts())) throw new ApiErrorException("message_not_in_streaming_state");
        return message;
    }

    private Message appendText(Message message, String addition, ArrayNode below) throws ApiErrorException {
        Message.Content content = toContent(message.content().text() + addition, below);
        return workspace.messageLog().update(message, content, false).orElse(message);
    }

    private static Message.Content toContent(String markdown, ArrayNode below) throws ApiErrorException {
        if (markdown.length() > MessageContentParser.MAX_MARKDOWN_CHARS) throw new ApiErrorException("msg_blocks_too_long");
        ArrayNode blocks = Json.emptyArray();
        if (!markdown.isEmpty()) blocks.add(Json.object("type", "markdown", "text", markdown));
        return new Message.Content(markdown, blocks.addAll(below), Json.emptyArray(), Optional.empty());
    }

    /** Reads {@code markdown_text}, or the chunks of that type. */
    private static String newText(Arguments arguments) throws ApiErrorException {
        StringBuilder text = new StringBuilder(arguments.text("markdown_text").orElse(""));
        JsonNode chunks = arguments.json("chunks", "invalid_chunks").orElseGet(Json::emptyArray);
        for (JsonNode chunk : chunks)
            if (chunk.path("type").asText().equals("markdown_text"))
                text.append(chunk.path("text").asText());
        return text.toString();
    }

    private static ObjectNode messageRef(Message message) {
        return Json.object("channel", message.location().channelId(), "ts", message.ts());
    }
}
