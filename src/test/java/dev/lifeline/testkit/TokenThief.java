package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Somebody with the bot's token, who shows buttons that the bot never made. */
public final class TokenThief {

    private final Wire wire = new Wire();
    private final World world;

    public TokenThief(World world) {
        this.world = world;
    }

    /** Shows a button in the incident channel that carries what the forger likes. */
    public void shows(String label, String actionId, String value) {
        Map<String, Object> button = Map.of(
                "type",
                "button",
                "action_id",
                actionId,
                "value",
                value,
                "text",
                Map.of("type", "plain_text", "text", label));
        JsonNode answer = wire.post(
                world.page() + "/api/chat.postMessage",
                World.BOT_TOKEN,
                Map.of(
                        "channel",
                        "incident-42",
                        "text",
                        label,
                        "blocks",
                        List.of(Map.of("type", "actions", "elements", List.of(button)))));
        if (!answer.path("ok").asBoolean()) throw new AssertionError("not forged: " + answer);
    }
}
