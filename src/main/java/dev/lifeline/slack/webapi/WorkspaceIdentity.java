package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Where is the bot at home? What is sent from elsewhere is not for it (lessons.md 0.C).
 *
 * @param enterpriseId of the Grid that the workspace is part of, where it is
 * @param appId of the app that the bot token belongs to, where Slack tells it
 */
public record WorkspaceIdentity(
        String teamName,
        String teamId,
        Optional<String> enterpriseId,
        String botUserId,
        String botId,
        Optional<String> appId) {

    private static final Set<String> SHORTCUT_TYPES = Set.of("message_action", "shortcut");

    /** Does this payload, of any kind, come from our workspace, or from another one of our Grid, and for our app? */
    public boolean matches(JsonNode payload) {
        return matchesTeam(payload) && matchesApp(payload);
    }

    private boolean matchesTeam(JsonNode payload) {
        if (teamIdOf(payload).equals(teamId)) return true;
        String grid = firstText(
                payload.path("enterprise_id"), payload.path("enterprise").path("id"));
        return enterpriseId.filter(grid::equals).isPresent();
    }

    /** Slack's own samples of shortcuts name no app; every other kind of payload has to. */
    private boolean matchesApp(JsonNode payload) {
        if (appId.isEmpty()) return true;
        JsonNode app = payload.path("api_app_id");
        boolean maySayNothing = SHORTCUT_TYPES.contains(payload.path("type").asText());
        return (app.isMissingNode() && maySayNothing) || app.asText().equals(appId.get());
    }

    private static String teamIdOf(JsonNode payload) {
        return firstText(
                payload.path("team_id"),
                payload.path("team").path("id"),
                payload.path("user").path("team_id"));
    }

    private static String firstText(JsonNode... places) {
        for (JsonNode place : places) if (place.isTextual() && !place.asText().isEmpty()) return place.asText();
        return "";
    }
}
