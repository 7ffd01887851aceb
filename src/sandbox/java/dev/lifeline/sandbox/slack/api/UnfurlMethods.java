package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code chat.unfurl}: attaches previews to the links of somebody's message
 * (https://docs.slack.dev/reference/methods/chat.unfurl).
 */
record UnfurlMethods(Workspace workspace, MessageContentParser contentParser) {

    private static final Set<String> SOURCES = Set.of("composer", "conversations_history");

    List<ApiMethod> all() {
        return List.of(ApiMethod.forBotToken("chat.unfurl", RateLimitTier.TIER_3, this::unfurl, "links:write"));
    }

    private ObjectNode unfurl(Arguments arguments) throws ApiErrorException {
        if (arguments.text("source").filter(source -> !SOURCES.contains(source)).isPresent())
            throw new ApiErrorException("invalid_source");
        Channel channel = workspace
                .channels()
                .byId(arguments.require("channel", "missing_channel"))
                .filter(workspace::isBotMember)
                .orElseThrow(() -> new ApiErrorException("cannot_find_channel"));
        Message message = workspace
                .messageLog()
                .findStored(channel.id(), arguments.require("ts", "missing_ts"))
                .orElseThrow(() -> new ApiErrorException("cannot_find_message"));
        ArrayNode attachments = message.content().attachments().deepCopy();
        for (Map.Entry<String, JsonNode> unfurl : unfurls(arguments).properties())
            attachments.add(attachment(unfurl.getKey(), unfurl.getValue(), message));
        Message.Content old = message.content();
        Message.Content unfurled = new Message.Content(
                old.text(), old.blocks(), contentParser.checkAttachments(attachments), old.metadata());
        workspace.messageLog().update(message, unfurled, false);
        return Json.object();
    }

    private static JsonNode unfurls(Arguments arguments) throws ApiErrorException {
        JsonNode unfurls = arguments
                .json("unfurls", "invalid_unfurls_format")
                .orElseThrow(() -> new ApiErrorException("missing_unfurls"));
        if (!unfurls.isObject()) throw new ApiErrorException("invalid_unfurls_format");
        return unfurls;
    }

    private static ObjectNode attachment(String url, JsonNode unfurl, Message message) throws ApiErrorException {
        if (!message.content().text().contains(url)) throw new ApiErrorException("cannot_unfurl_message");
        if (!(unfurl instanceof ObjectNode object)) throw new ApiErrorException("cannot_parse_attachment");
        return object.deepCopy().put("from_url", url).put("is_app_unfurl", true).put("app_unfurl_url", url);
    }
}
