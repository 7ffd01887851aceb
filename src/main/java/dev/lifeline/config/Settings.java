package dev.lifeline.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything that the operator decides, checked once at start. */
public record Settings(Slack slack, Account account, Local local, Served served) {

    /** Serving everywhere. */
    public Settings(Slack slack, Account account, Local local) {
        this(slack, account, local, Served.EVERYWHERE);
    }

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
     * @param iam where the key is exchanged for bearer tokens; empty to send the key itself
     * @param callsPerSecond this process's share of what the provider allows the account
     */
    public record Account(
            URI endpoint,
            String username,
            String apiKey,
            Optional<String> rescueImage,
            Optional<URI> iam,
            int callsPerSecond) {

        /** What a process that has the account's limit to itself may take of the 50, with room for other programs. */
        public static final int USUAL_CALLS_PER_SECOND = 40;

        /** With the key itself, and the usual number of calls. */
        public Account(URI endpoint, String username, String apiKey, Optional<String> rescueImage) {
            this(endpoint, username, apiKey, rescueImage, Optional.empty(), USUAL_CALLS_PER_SECOND);
        }

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
     * @param policy the policy file; empty for the built-in policy
     */
    public record Local(
            String databaseUrl,
            String httpHost,
            int httpPort,
            int sshPort,
            int rdpPort,
            Locale language,
            Optional<Path> policy) {

        /** Without a policy file: the permission decides. */
        public Local(String databaseUrl, String httpHost, int httpPort, int sshPort, int rdpPort, Locale language) {
            this(databaseUrl, httpHost, httpPort, sshPort, rdpPort, language, Optional.empty());
        }
    }

    /**
     * Whom it serves, and where people reach its own pages.
     *
     * @param publicUrl as a browser reaches the bot's HTTP port; empty for that port on this machine
     * @param channels ids; empty for every channel that the bot is in
     * @param workspaces team ids of the Grid; empty for the bot token's own workspace
     */
    public record Served(Optional<URI> publicUrl, Set<String> channels, Set<String> workspaces) {

        public static final Served EVERYWHERE = new Served(Optional.empty(), Set.of(), Set.of());

        public Served {
            channels = Set.copyOf(channels);
            workspaces = Set.copyOf(workspaces);
        }

        /** Where the pages are, on this port where nothing else is said. */
        public URI publicUrl(int port) {
            return publicUrl.orElse(URI.create("http://localhost:" + port));
        }
    }
}
