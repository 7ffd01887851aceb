package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Outbox.Letter;

/**
 * What marks a message so that it is found again after a crash? Metadata, readable by everybody in the channel, so ids only
 * (slack.md 4.6).
 */
final class Mark {

    private static final String EVENT = "lifeline_letter";

    private Mark() {}

    /** The mark of a letter, as the {@code metadata} argument. */
    static String of(Letter letter) {
        ObjectNode mark = JsonNodeFactory.instance.objectNode().put("event_type", EVENT);
        mark.putObject("event_payload").put("letter", letter.id()).put("lane", letter.lane());
        return mark.toString();
    }

    /**
     * Is this message the bot's own, with the letter's mark? Anybody can write such metadata, so the author counts too. An older
     * card of the lane is not this one: what this one has to say does not stand there.
     */
    static boolean isOn(JsonNode message, Letter letter, Home home) {
        JsonNode metadata = message.path("metadata");
        JsonNode payload = metadata.path("event_payload");
        return EVENT.equals(metadata.path("event_type").asText())
                && payload.path("lane").asText().equals(letter.lane())
                && payload.path("letter").asLong(-1) == letter.id()
                && isOurs(message, home);
    }

    private static boolean isOurs(JsonNode message, Home home) {
        String user = message.path("user").asText("");
        String bot = message.path("bot_id").asText("");
        return user.equals(home.botUserId()) || (!bot.isEmpty() && bot.equals(home.botId()));
    }
}
