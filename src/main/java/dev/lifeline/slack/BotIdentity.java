package dev.lifeline.slack;

import dev.lifeline.slack.webapi.ApiMethod;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who are we in Slack, by Slack's own word?
 *
 * @param teamName the workspace's name
 * @param scopes what the bot token may do; empty where Slack does not say
 */
public record BotIdentity(String teamName, String teamId, String botUserId, Set<String> scopes) {

    public BotIdentity {
        scopes = Set.copyOf(scopes);
    }

    /** The scopes that the bot needs and the token lacks; none where Slack does not say what it may do. */
    public Set<String> missingScopes() {
        Set<String> missing = new TreeSet<>();
        for (ApiMethod method : ApiMethod.values()) missing.addAll(method.scopes());
        missing.removeAll(scopes);
        return scopes.isEmpty() ? Set.of() : missing;
    }
}
