package dev.lifeline.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything that the operator decides, checked once at start. */
public record Settings(Slack slack, SoftLayer softLayer, Server server, ServiceScope scope) {

    /** Serving everywhere. */
    public Settings(Slack slack, SoftLayer softLayer, Server server) {
        this(slack, softLayer, server, ServiceScope.UNRESTRICTED);
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
     * @param rescueImageId the disk image id to use for Windows guests, instead of the public one found by name
     * @param iamUrl where the key is exchanged for bearer tokens; empty to send the key itself
     * @param callsPerSecond this process's share of what the provider allows the account
     */
    public record SoftLayer(
            URI endpointUrl,
            String username,
            String apiKey,
            Optional<String> rescueImageId,
            Optional<URI> iamUrl,
            int callsPerSecond) {

        /** What a process that has the account's limit to itself may take of the 50, with room for other programs. */
        public static final int DEFAULT_CALLS_PER_SECOND = 40;

        /** With the key itself, and the usual number of calls. */
        public SoftLayer(URI endpointUrl, String username, String apiKey, Optional<String> rescueImageId) {
            this(endpointUrl, username, apiKey, rescueImageId, Optional.empty(), DEFAULT_CALLS_PER_SECOND);
        }

        @Override
        public String toString() {
            return "Account[endpoint=" + endpointUrl + ", username=" + username + "]";
        }
    }

    /**
     * What is on this side.
     *
     * @param databaseUrl JDBC URL
     * @param locale of what all see
     * @param policyFile the policy file; empty for the built-in policy
     * @param healthPort the port of health and metrics; empty for the HTTP port
     */
    public record Server(
            String databaseUrl,
            String httpHost,
            int httpPort,
            int sshPort,
            int rdpPort,
            Locale locale,
            Optional<Path> policyFile,
            Optional<Integer> healthPort) {

        /** With health and metrics at the HTTP port. */
        public Server(
                String databaseUrl,
                String httpHost,
                int httpPort,
                int sshPort,
                int rdpPort,
                Locale locale,
                Optional<Path> policyFile) {
            this(databaseUrl, httpHost, httpPort, sshPort, rdpPort, locale, policyFile, Optional.empty());
        }

        /** Without a policy file: the permission decides. */
        public Server(String databaseUrl, String httpHost, int httpPort, int sshPort, int rdpPort, Locale locale) {
            this(databaseUrl, httpHost, httpPort, sshPort, rdpPort, locale, Optional.empty());
        }
    }

    /**
     * Whom it serves, and where people reach its own pages.
     *
     * @param publicUrl as a browser reaches the bot's HTTP port; empty for that port on this machine
     * @param channelIds ids; empty for every channel that the bot is in
     * @param teamIds team ids of the Grid; empty for the bot token's own workspace
     */
    public record ServiceScope(Optional<URI> publicUrl, Set<String> channelIds, Set<String> teamIds) {

        public static final ServiceScope UNRESTRICTED = new ServiceScope(Optional.empty(), Set.of(), Set.of());

        public ServiceScope {
            channelIds = Set.copyOf(channelIds);
            teamIds = Set.copyOf(teamIds);
        }

        /** Where the pages are, on this port where nothing else is said. */
        public URI publicUrl(int port) {
            return publicUrl.orElse(URI.create("http://localhost:" + port));
        }
    }
}
