package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** An attacker with the bot's token, who posts buttons that the bot never made. */
public final class StolenTokenClient {

    private final JsonHttpClient http = new JsonHttpClient();
    private final BotEnvironment environment;

    public StolenTokenClient(BotEnvironment environment) {
        this.environment = environment;
    }

    /** Posts a button with any value into the incident channel. */
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
        JsonNode response = http.post(
                environment.slackUrl() + "/api/chat.postMessage",
                BotEnvironment.BOT_TOKEN,
                Map.of(
                        "channel",
                        "incident-42",
                        "text",
                        label,
                        "blocks",
                        List.of(Map.of("type", "actions", "elements", List.of(button)))));
        if (!response.path("ok").asBoolean()) throw new AssertionError("not forged: " + response);
    }
}
