package dev.lifeline.slack.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.webapi.WorkspaceIdentity;

/**
 * What marks a message so that it is found again after a crash? Metadata, readable by everybody in the channel, so ids only
 * (slack.md 4.6).
 */
final class MessageMetadata {

    private static final String EVENT_TYPE = "lifeline_outbox_message";

    private MessageMetadata() {}

    /** The mark of a letter, as the {@code metadata} argument. */
    static String of(OutboxMessage outboxMessage) {
        ObjectNode mark = JsonNodeFactory.instance.objectNode().put("event_type", EVENT_TYPE);
        mark.putObject("event_payload").put("letter", outboxMessage.id()).put("lane", outboxMessage.streamKey().toString());
        return mark.toString();
    }

    /**
     * Is this message the bot's own, with the letter's mark? Anybody can write such metadata, so the author counts too. An older
     * card of the lane is not this one: what this one has to say does not stand there.
     */
    static boolean matches(JsonNode message, OutboxMessage outboxMessage, WorkspaceIdentity workspaceIdentity) {
        JsonNode metadata = message.path("metadata");
        JsonNode payload = metadata.path("event_payload");
        return EVENT_TYPE.equals(metadata.path("event_type").asText())
                && payload.path("lane").asText().equals(outboxMessage.streamKey().toString())
                && payload.path("letter").asLong(-1) == outboxMessage.id()
                && isFromBot(message, workspaceIdentity);
    }

    private static boolean isFromBot(JsonNode message, WorkspaceIdentity workspaceIdentity) {
        String user = message.path("user").asText("");
        String bot = message.path("bot_id").asText("");
        return user.equals(workspaceIdentity.botUserId()) || (!bot.isEmpty() && bot.equals(workspaceIdentity.botId()));
    }
}
