package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.ScopedId;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.slack.webapi.WorkspaceIdentity;
import dev.lifeline.slack.webapi.Workspaces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether an earlier attempt posted an outbox message although Slack's response was lost, by the {@link MessageMetadata} of
 * recent messages. Reads at most 5 pages of 200 messages, one call each.
 */
public final class PostedMessageFinder {

    private static final int MAX_PAGES = 5;

    private final WebApi api;
    private final Workspaces workspaces;

    public PostedMessageFinder(WebApi api, Workspaces workspaces) {
        this.api = api;
        this.workspaces = workspaces;
    }

    /** The posted form of a message in a channel; empty when there is none, or the channel cannot be read. */
    Optional<MessageRef> findInChannel(OutboxMessage outboxMessage, String channel) {
        return findIfReadable(ApiMethod.CONVERSATIONS_HISTORY, outboxMessage, Map.of("channel", channel));
    }

    /** The posted form of a message in a thread. */
    Optional<MessageRef> findInThread(OutboxMessage outboxMessage, MessageRef parent) {
        return findIfReadable(
                ApiMethod.CONVERSATIONS_REPLIES,
                outboxMessage,
                Map.of("channel", parent.channelId(), "ts", parent.messageTs()));
    }

    private Optional<MessageRef> findIfReadable(
            ApiMethod method, OutboxMessage outboxMessage, Map<String, String> location) {
        try {
            return searchPages(method, outboxMessage, location);
        } catch (SlackCallException e) {
            boolean unreadable = !e.errorKind().isRetryable() || e.code().startsWith("missing_scope");
            if (unreadable) return Optional.empty();
            throw e;
        }
    }

    private Optional<MessageRef> searchPages(
            ApiMethod method, OutboxMessage outboxMessage, Map<String, String> location) {
        Map<String, String> arguments = new HashMap<>(location);
        arguments.put("include_all_metadata", "true");
        arguments.put("limit", "200");
        for (int page = 0; page < MAX_PAGES; page++) {
            JsonNode response = api.call(method, arguments);
            Optional<MessageRef> messageRef =
                    findByMetadata(response, outboxMessage, location.getOrDefault("channel", ""));
            String cursor =
                    response.path("response_metadata").path("next_cursor").asText("");
            if (messageRef.isPresent() || cursor.isEmpty()) return messageRef;
            arguments.put("cursor", cursor);
        }
        return Optional.empty();
    }

    private Optional<MessageRef> findByMetadata(JsonNode response, OutboxMessage outboxMessage, String channel) {
        WorkspaceIdentity workspaceIdentity = workspaces.identity(ScopedId.workspace(channel));
        return response.path("messages")
                .valueStream()
                .filter(message -> MessageMetadata.matches(message, outboxMessage, workspaceIdentity))
                .findFirst()
                .map(message -> new MessageRef(channel, message.path("ts").asText()));
    }
}
