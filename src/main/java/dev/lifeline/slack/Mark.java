package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.message.Outbox;
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
        mark.putObject("event_payload")
                .put("letter", letter.id())
                .put("lane", letter.lane())
                .put("card", isCard(letter));
        return mark.toString();
    }

    /**
     * Is this message the bot's own, with the letter's mark? Anybody can write such metadata, so the author counts too. An older
     * card of the lane is the card as well: a newer one replaces it before it was known to be posted.
     */
    static boolean isOn(JsonNode message, Letter letter, Home home) {
        JsonNode metadata = message.path("metadata");
        JsonNode payload = metadata.path("event_payload");
        return EVENT.equals(metadata.path("event_type").asText())
                && payload.path("lane").asText().equals(letter.lane())
                && isSame(payload, letter)
                && isOurs(message, home);
    }

    private static boolean isSame(JsonNode payload, Letter letter) {
        boolean olderCard = isCard(letter) && payload.path("card").asBoolean();
        return olderCard || payload.path("letter").asLong(-1) == letter.id();
    }

    private static boolean isCard(Letter letter) {
        return letter.content() instanceof Outbox.Content.Card;
    }

    private static boolean isOurs(JsonNode message, Home home) {
        String user = message.path("user").asText("");
        String bot = message.path("bot_id").asText("");
        return user.equals(home.botUserId()) || (!bot.isEmpty() && bot.equals(home.botId()));
    }
}
