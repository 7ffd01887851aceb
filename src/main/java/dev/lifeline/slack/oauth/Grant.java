package dev.lifeline.slack.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.slack.port.Installation.Workspace;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code oauth.v2.access} grants (https://docs.slack.dev/reference/methods/oauth.v2.access).
 *
 * @param lifetime of the bot token; empty where it does not expire
 * @param orgWide whether it is of a whole organisation instead of one workspace
 */
record Grant(Workspace workspace, Tokens tokens, Set<String> scopes, Optional<Duration> lifetime, boolean orgWide) {

    static Grant parse(JsonNode response) {
        Workspace workspace = new Workspace(
                response.at("/team/id").asText(""),
                response.at("/team/name").asText(""),
                text(response.at("/enterprise/id")),
                response.path("app_id").asText(""),
                response.path("bot_user_id").asText(""));
        Tokens tokens = new Tokens(response.path("access_token").asText(""), text(response.path("refresh_token")));
        Optional<Duration> lifetime = Optional.of(response.path("expires_in").asLong(0))
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
        return new Grant(
                workspace,
                tokens,
                scopes(response.path("scope").asText("")),
                lifetime,
                response.path("is_enterprise_install").asBoolean(false));
    }

    /** A grant without a bot token, or with one whose workspace or bot is not told, is of no use. */
    boolean isComplete() {
        return !tokens.botToken().isEmpty()
                && !workspace.teamId().isEmpty()
                && !workspace.botUserId().isEmpty()
                && lifetime.isPresent() == tokens.refreshToken().isPresent();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(present -> !present.isEmpty());
    }

    private static Set<String> scopes(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }
}
