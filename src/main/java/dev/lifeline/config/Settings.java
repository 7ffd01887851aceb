package dev.lifeline.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Everything that the operator decides, checked once at start. */
public record Settings(Slack slack, Account account, Local local) {

    /**
     * How to reach Slack.
     *
     * @param appToken turns Socket Mode on
     * @param signingSecret turns HTTP mode on
     */
    public record Slack(String botToken, Optional<String> appToken, Optional<String> signingSecret, URI apiUrl) {
        @Override
        public String toString() {
            return "Slack[apiUrl=" + apiUrl + "]";
        }
    }

    /**
     * How to reach the provider.
     *
     * @param rescueImage the disk image id to use for Windows guests, instead of the public one found by name
     */
    public record Account(URI endpoint, String username, String apiKey, Optional<String> rescueImage) {
        @Override
        public String toString() {
            return "Account[endpoint=" + endpoint + ", username=" + username + "]";
        }
    }

    /**
     * What is on this side.
     *
     * @param databaseUrl JDBC URL
     * @param language of what all see
     */
    public record Local(String databaseUrl, String httpHost, int httpPort, int sshPort, int rdpPort, Locale language) {}
}
