package dev.lifeline.slack.webapi;

import dev.lifeline.transport.HttpProxies;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens and address of the Slack workspace.
 *
 * @param botToken of the installed app, {@code xoxb-…}
 * @param appToken app-level token, {@code xapp-…}; turns Socket Mode on
 * @param signingSecret turns HTTP mode on. A blank one is rejected: requests signed with an empty key could be forged by anyone
 * @param apiUrl base of the Web API; ends in a slash
 * @param servedTeamIds team ids whose members are served; empty for the bot token's own workspace
 * @param proxies the way to Slack
 */
public record SlackClientConfig(
        String botToken,
        Optional<String> appToken,
        Optional<String> signingSecret,
        URI apiUrl,
        Set<String> servedTeamIds,
        HttpProxies proxies) {

    /** Serves the bot token's own workspace. */
    public SlackClientConfig(String botToken, Optional<String> appToken, Optional<String> signingSecret, URI apiUrl) {
        this(botToken, appToken, signingSecret, apiUrl, Set.of());
    }

    /** The way to Slack that the JVM chooses. */
    public SlackClientConfig(
            String botToken,
            Optional<String> appToken,
            Optional<String> signingSecret,
            URI apiUrl,
            Set<String> servedTeamIds) {
        this(botToken, appToken, signingSecret, apiUrl, servedTeamIds, HttpProxies.JVM_DEFAULT);
    }

    public SlackClientConfig {
        servedTeamIds = Set.copyOf(servedTeamIds);
        if (botToken.isBlank()) throw new IllegalArgumentException("the bot token is blank");
        requireNotBlank(appToken, "the app token is blank");
        requireNotBlank(signingSecret, "the signing secret is blank");
        if (apiUrl.getHost() == null) throw new IllegalArgumentException("the Web API's URL names no host");
        apiUrl = apiUrl.toString().endsWith("/") ? apiUrl : URI.create(apiUrl + "/");
    }

    private static void requireNotBlank(Optional<String> secret, String problem) {
        if (secret.filter(String::isBlank).isPresent()) throw new IllegalArgumentException(problem);
    }

    @Override
    public String toString() {
        return "SlackClientConfig[" + apiUrl + ", socket mode " + appToken.isPresent() + ", http mode "
                + signingSecret.isPresent() + "]";
    }
}
