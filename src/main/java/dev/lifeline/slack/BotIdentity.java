package dev.lifeline.slack;

import dev.lifeline.slack.webapi.ApiMethod;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bot in its workspace, as Slack returns it.
 *
 * @param teamName the workspace's name
 * @param scopes granted to the bot token; empty where Slack does not return them
 */
public record BotIdentity(String teamName, String teamId, String botUserId, Set<String> scopes) {

    public BotIdentity {
        scopes = Set.copyOf(scopes);
    }

    /** Scopes that the bot needs and the token lacks; empty where Slack does not return them the granted ones. */
    public Set<String> missingScopes() {
        Set<String> missing = new TreeSet<>();
        for (ApiMethod method : ApiMethod.values()) missing.addAll(method.scopes());
        missing.removeAll(scopes);
        return scopes.isEmpty() ? Set.of() : missing;
    }
}
