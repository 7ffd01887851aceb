package dev.lifeline.slack;

import java.util.Set;

/**
 * Who are we in Slack, by Slack's own word?
 *
 * @param team the workspace's name
 * @param scopes what the bot token may do; empty where Slack does not say
 */
public record SlackSelf(String team, String teamId, String botUserId, Set<String> scopes) {

    public SlackSelf {
        scopes = Set.copyOf(scopes);
    }
}
