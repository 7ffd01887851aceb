package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.webapi.WorkspaceIdentity;

/**
 * Message metadata that marks a posted outbox message, so that it is found again after a crash. Every member of the channel can read
 * metadata, so it holds ids only (https://docs.slack.dev/messaging/message-metadata).
 */
final class MessageMetadata {

    private static final String EVENT_TYPE = "lifeline_outbox_message";
    private static final String OUTBOX_MESSAGE = "outbox_message";
    private static final String STREAM_KEY = "stream_key";

    private MessageMetadata() {}

    /** The metadata of an outbox message, as the {@code metadata} argument. */
    static String of(OutboxMessage outboxMessage) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("event_type", EVENT_TYPE);
        metadata.putObject("event_payload")
                .put(OUTBOX_MESSAGE, outboxMessage.id())
                .put(STREAM_KEY, outboxMessage.streamKey().toString());
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
                && payload.path(OUTBOX_MESSAGE).asLong(-1) == outboxMessage.id()
                && isFromBot(message, workspaceIdentity);
    }

    private static boolean isFromBot(JsonNode message, WorkspaceIdentity workspaceIdentity) {
        String user = message.path("user").asText("");
        String bot = message.path("bot_id").asText("");
        return user.equals(workspaceIdentity.botUserId()) || (!bot.isEmpty() && bot.equals(workspaceIdentity.botId()));
    }
}
