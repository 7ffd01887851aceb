package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.slack.webapi.WorkspaceIdentity;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Was a letter posted after all, when its first delivery ended in silence? Looks for its {@link MessageMetadata}. */
public final class PostedMessageFinder {

    private static final int MAX_PAGES = 5;

    private final WebApi api;
    private final WorkspaceResolver workspaceResolver;

    public PostedMessageFinder(WebApi api, WorkspaceResolver workspaceResolver) {
        this.api = api;
        this.workspaceResolver = workspaceResolver;
    }

    /** Where a letter to a channel stands; empty when it is nowhere, or the channel cannot be read at all. */
    Optional<MessageRef> findInChannel(OutboxMessage outboxMessage, String channel) {
        return findIfReadable(ApiMethod.CONVERSATIONS_HISTORY, outboxMessage, Map.of("channel", channel));
    }

    /** The same for a letter to a thread. */
    Optional<MessageRef> findInThread(OutboxMessage outboxMessage, MessageRef card) {
        return findIfReadable(
                ApiMethod.CONVERSATIONS_REPLIES,
                outboxMessage,
                Map.of("channel", card.channelId(), "ts", card.messageTs()));
    }

    private Optional<MessageRef> findIfReadable(
            ApiMethod method, OutboxMessage outboxMessage, Map<String, String> where) {
        try {
            return searchPages(method, outboxMessage, where);
        } catch (SlackCallException failure) {
            boolean unreadable =
                    !failure.errorKind().isRetryable() || failure.code().startsWith("missing_scope");
            if (unreadable) return Optional.empty();
            throw failure;
        }
    }

    private Optional<MessageRef> searchPages(ApiMethod method, OutboxMessage outboxMessage, Map<String, String> where) {
        Map<String, String> arguments = new HashMap<>(where);
        arguments.put("include_all_metadata", "true");
        arguments.put("limit", "200");
        for (int page = 0; page < MAX_PAGES; page++) {
            JsonNode answer = api.call(method, arguments);
            Optional<MessageRef> messageRef = findByMetadata(answer, outboxMessage, where.getOrDefault("channel", ""));
            String cursor = answer.path("response_metadata").path("next_cursor").asText("");
            if (messageRef.isPresent() || cursor.isEmpty()) return messageRef;
            arguments.put("cursor", cursor);
        }
        return Optional.empty();
    }

    private Optional<MessageRef> findByMetadata(JsonNode answer, OutboxMessage outboxMessage, String channel) {
        WorkspaceIdentity workspaceIdentity = workspaceResolver.identity();
        return answer.path("messages")
                .valueStream()
                .filter(message -> MessageMetadata.matches(message, outboxMessage, workspaceIdentity))
                .findFirst()
                .map(message -> new MessageRef(channel, message.path("ts").asText()));
    }
}
