package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Somebody with the bot's token, who shows buttons that the bot never made. */
public final class StolenTokenClient {

    private final JsonHttpClient http = new JsonHttpClient();
    private final BotEnvironment environment;

    public StolenTokenClient(BotEnvironment environment) {
        this.environment = environment;
    }

    /** Shows a button in the incident channel that carries what the forger likes. */
    public void postButton(String label, String actionId, String value) {
        Map<String, Object> button = Map.of(
                "type",
                "button",
                "action_id",
                actionId,
                "value",
                value,
                "text",
                Map.of("type", "plain_text", "text", label));
        JsonNode answer = http.post(
                environment.slackUrl() + "/api/chat.postMessage",
                BotEnvironment.BOT_TOKEN,
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
