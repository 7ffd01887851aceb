package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Workspace and app of the bot token, by {@code auth.test} and {@code bots.info}; payloads of others are rejected.
 *
 * @param enterpriseId of the Enterprise Grid that the workspace is part of, where it is
 * @param appId of the app that the bot token belongs to, where Slack returns it
 */
public record WorkspaceIdentity(
        String teamName,
        String teamId,
        Optional<String> enterpriseId,
        String botUserId,
        String botId,
        Optional<String> appId) {

    private static final Set<String> SHORTCUT_TYPES = Set.of("message_action", "shortcut");

    /** Whether a payload of any kind comes from this workspace, or another one of its Grid, and is for this app. */
    public boolean matches(JsonNode payload) {
        return matchesTeam(payload) && matchesApp(payload);
    }

    private boolean matchesTeam(JsonNode payload) {
        if (teamIds(payload).contains(teamId)) return true;
        String enterprise = firstText(
                payload.path("enterprise_id"), payload.path("enterprise").path("id"));
        return enterpriseId.filter(enterprise::equals).isPresent();
    }

    /** Slack's documented samples of shortcuts carry no app id; every other kind of payload has to. */
    private boolean matchesApp(JsonNode payload) {
        if (appId.isEmpty()) return true;
        JsonNode app = payload.path("api_app_id");
        boolean appIdOptional = SHORTCUT_TYPES.contains(payload.path("type").asText());
        return (app.isMissingNode() && appIdOptional) || app.asText().equals(appId.get());
    }

    /**
     * The workspaces that a payload names, those in which the app is installed first. In a channel that is shared with another company that may be the one of who acted; the
     * authorizations of an event, or the modal of a submission, name the one in which the app is installed
     * (src/docs/platform/slack.md, section Who is clicking).
     */
    static List<String> teamIds(JsonNode payload) {
        String named = firstText(
                payload.path("team_id"),
                payload.path("team").path("id"),
                payload.path("user").path("team_id"));
        Stream<JsonNode> installedIn = Stream.concat(
                payload.path("authorizations").valueStream().map(authorization -> authorization.path("team_id")),
                Stream.of(payload.path("view").path("app_installed_team_id")));
        return Stream.concat(installedIn.map(WorkspaceIdentity::firstText), Stream.of(named))
                .filter(team -> !team.isEmpty())
                .distinct()
                .toList();
    }

    private static String firstText(JsonNode... candidates) {
        for (JsonNode candidate : candidates)
            if (candidate.isTextual() && !candidate.asText().isEmpty()) return candidate.asText();
        return "";
    }
}
