package dev.lifeline.slack;

import dev.lifeline.slack.webapi.BotScope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The bot in its workspace, as Slack returns it.
 *
 * @param teamName the workspace's name
 * @param orgWide whether the app is installed for a whole organisation (https://docs.slack.dev/reference/methods/auth.test)
 * @param scopes granted to the bot token; empty where Slack does not return them
 */
public record BotIdentity(String teamName, String teamId, String botUserId, boolean orgWide, Set<String> scopes) {

    public BotIdentity {
        scopes = Set.copyOf(scopes);
    }

    /** Scopes that the bot uses and the token lacks, in order; empty where Slack does not return the granted ones. */
    public List<BotScope> missingScopes() {
        return Stream.of(BotScope.values())
                .filter(scope -> !scopes.isEmpty() && !scopes.contains(scope.scopeName()))
                .toList();
    }

    /** Scopes that the token holds and the bot never uses, in order. */
    public Set<String> superfluousScopes() {
        Set<String> superfluous = new TreeSet<>(scopes);
        superfluous.removeAll(BotScope.names());
        return superfluous;
    }
}
