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

    /** Scopes for what Slack sends to the bot: slash commands and mentions. */
    private static final Set<String> INBOUND_SCOPES = Set.of("commands", "app_mentions:read");

    /** Scopes that the bot needs and the token lacks, in order; empty where Slack does not return the granted ones. */
    public Set<String> missingScopes() {
        Set<String> missing = neededScopes();
        missing.removeAll(scopes);
        return scopes.isEmpty() ? Set.of() : missing;
    }

    /** Scopes that the token holds and the bot never uses, in order. */
    public Set<String> superfluousScopes() {
        Set<String> superfluous = new TreeSet<>(scopes);
        superfluous.removeAll(neededScopes());
        return superfluous;
    }

    private static Set<String> neededScopes() {
        Set<String> needed = new TreeSet<>(INBOUND_SCOPES);
        for (ApiMethod method : ApiMethod.values()) needed.addAll(method.scopes());
        return needed;
    }
}
