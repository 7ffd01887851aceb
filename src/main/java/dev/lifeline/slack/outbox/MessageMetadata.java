package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.webapi.WorkspaceIdentity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Message metadata that marks a posted outbox message, so that it is found again after a crash. Every member of the channel can read
 * metadata, so it holds ids only (https://docs.slack.dev/messaging/message-metadata).
 */
final class MessageMetadata {

    private static final String EVENT_TYPE = "lifeline_outbox_message";
    private static final String OUTBOX_MESSAGE = "outbox_message";

    /** The ids of all replies that share the post, as text, separated by commas; the first of them is {@link #OUTBOX_MESSAGE} too. */
    private static final String OUTBOX_MESSAGES = "outbox_messages";

    private static final String STREAM_KEY = "stream_key";

    private MessageMetadata() {}

    /** The metadata of an outbox message, as the {@code metadata} argument. */
    static String of(OutboxMessage outboxMessage) {
        return of(List.of(outboxMessage));
    }

    /**
     * The metadata of the outbox messages of one post.
     *
     * @param batch of one stream; not empty
     */
    static String of(List<OutboxMessage> batch) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("event_type", EVENT_TYPE);
        ObjectNode payload = metadata.putObject("event_payload")
                .put(OUTBOX_MESSAGE, batch.get(0).id())
                .put(STREAM_KEY, batch.get(0).streamKey().toString());
        if (batch.size() > 1)
            payload.put(
                    OUTBOX_MESSAGES,
                    batch.stream()
                            .map(outboxMessage -> Long.toString(outboxMessage.id()))
                            .collect(Collectors.joining(",")));
        return metadata.toString();
    }

    /**
     * Whether a message is the posted form of this outbox message. Others can write such metadata, so the author counts too. An older
     * version of the stream's status message does not match: it lacks the new content.
     */
    static boolean matches(JsonNode message, OutboxMessage outboxMessage, WorkspaceIdentity workspaceIdentity) {
        JsonNode metadata = message.path("metadata");
        JsonNode payload = metadata.path("event_payload");
        return EVENT_TYPE.equals(metadata.path("event_type").asText())
                && payload.path(STREAM_KEY)
                        .asText()
                        .equals(outboxMessage.streamKey().toString())
                && hasId(payload, outboxMessage.id())
                && isFromBot(message, workspaceIdentity);
    }

    private static boolean hasId(JsonNode payload, long id) {
        return payload.path(OUTBOX_MESSAGE).asLong(-1) == id
                || List.of(payload.path(OUTBOX_MESSAGES).asText().split(",")).contains(Long.toString(id));
    }

    private static boolean isFromBot(JsonNode message, WorkspaceIdentity workspaceIdentity) {
        String user = message.path("user").asText("");
        String bot = message.path("bot_id").asText("");
        return user.equals(workspaceIdentity.botUserId()) || (!bot.isEmpty() && bot.equals(workspaceIdentity.botId()));
    }
}
