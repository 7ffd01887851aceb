package dev.lifeline.config;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Ports;
import dev.lifeline.transport.HttpProxies;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the operator decides. Read and checked once at start.
 *
 * @param softLayer the main account
 * @param namedAccounts the other accounts, in order
 */
public record Settings(
        Slack slack,
        SoftLayer softLayer,
        Server server,
        ServiceScope scope,
        Map<AccountName, SoftLayer> namedAccounts) {

    public Settings {
        namedAccounts = Collections.unmodifiableMap(new LinkedHashMap<>(namedAccounts));
    }

    /** With one account. */
    public Settings(Slack slack, SoftLayer softLayer, Server server, ServiceScope scope) {
        this(slack, softLayer, server, scope, Map.of());
    }

    /** All accounts, the main one first. */
    public Map<AccountName, SoftLayer> accounts() {
        Map<AccountName, SoftLayer> accounts = new LinkedHashMap<>(Map.of(AccountName.MAIN, softLayer));
        accounts.putAll(namedAccounts);
        return accounts;
    }

    /** The same settings with further accounts. */
    public Settings withAccounts(Map<AccountName, SoftLayer> further) {
        return new Settings(slack, softLayer, server, scope, further);
    }

    /** Without restrictions on who is served and where. */
    public Settings(Slack slack, SoftLayer softLayer, Server server) {
        this(slack, softLayer, server, ServiceScope.UNRESTRICTED);
    }

    /**
     * Access to Slack.
     *
     * @param appToken turns Socket Mode on
     * @param signingSecret turns HTTP mode on
     * @param proxies the way to Slack
     * @param oauth installations in further workspaces; empty where the bot serves the workspace of its token
     */
    public record Slack(
            String botToken,
            Optional<String> appToken,
            Optional<String> signingSecret,
            URI apiUrl,
            HttpProxies proxies,
            Optional<OAuth> oauth) {

        /** Without a proxy, for one workspace. */
        public Slack(String botToken, Optional<String> appToken, Optional<String> signingSecret, URI apiUrl) {
            this(botToken, appToken, signingSecret, apiUrl, HttpProxies.JVM_DEFAULT);
        }

        /** For one workspace. */
        public Slack(
                String botToken,
                Optional<String> appToken,
                Optional<String> signingSecret,
                URI apiUrl,
                HttpProxies proxies) {
            this(botToken, appToken, signingSecret, apiUrl, proxies, Optional.empty());
        }

        @Override
        public String toString() {
            return "Slack[apiUrl=" + apiUrl + "]";
        }
    }

    /**
     * Installations by OAuth in further workspaces.
     *
     * @param encryptionKeys for the tokens in the database, in base64; the first encrypts, all decrypt
     * @param teamIds the workspaces that may install the bot
     */
    public record OAuth(String clientId, String clientSecret, List<String> encryptionKeys, Set<String> teamIds) {

        public OAuth {
            encryptionKeys = List.copyOf(encryptionKeys);
            teamIds = Set.copyOf(teamIds);
        }

        @Override
        public String toString() {
            return "OAuth[clientId=" + clientId + ", teamIds=" + teamIds + "]";
        }
    }

    /**
     * Access to the provider.
     *
     * @param rescueImageId disk image for Windows guests; empty to find the public one by name
     * @param iamUrl where the key is exchanged for bearer tokens; empty to send the key itself
     * @param callsPerSecond 1 to 50: this process's share of the account's limit of 50
     * @param proxies the way to the provider
     */
    public record SoftLayer(
            URI endpointUrl,
            String username,
            String apiKey,
            Optional<String> rescueImageId,
            Optional<URI> iamUrl,
            int callsPerSecond,
            HttpProxies proxies) {

        /** Leaves room for other programs that use the account. */
        public static final int DEFAULT_CALLS_PER_SECOND = 40;

        /** Sends the key itself, with the default number of calls and without a proxy. */
        public SoftLayer(URI endpointUrl, String username, String apiKey, Optional<String> rescueImageId) {
            this(
                    endpointUrl,
                    username,
                    apiKey,
                    rescueImageId,
                    Optional.empty(),
                    DEFAULT_CALLS_PER_SECOND,
                    HttpProxies.JVM_DEFAULT);
        }

        @Override
        public String toString() {
            return "SoftLayer[endpoint=" + endpointUrl + ", username=" + username + "]";
        }
    }

    /**
     * The bot's own side.
     *
     * @param databaseUrl JDBC URL
     * @param devicePorts where the probe and the access instructions expect a device
     * @param locale of messages that a whole channel reads
     * @param policyFile empty for the built-in policy: the permission decides
     * @param healthPort the port of health and metrics; empty for the HTTP port
     * @param webhookSecret with which calls of the policy's webhooks are signed
     */
    public record Server(
            String databaseUrl,
            HttpBind http,
            Ports devicePorts,
            Locale locale,
            Optional<Path> policyFile,
            Optional<Integer> healthPort,
            Optional<String> webhookSecret) {

        /** With health and metrics at the HTTP port. */
        public Server(String databaseUrl, HttpBind http, Ports devicePorts, Locale locale, Optional<Path> policyFile) {
            this(databaseUrl, http, devicePorts, locale, policyFile, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Server[http=" + http + ", policyFile=" + policyFile + "]";
        }
    }

    /**
     * The address on which the bot listens.
     *
     * @param host name or address of a network interface
     * @param port 0 to 65535; 0 takes a free one
     */
    public record HttpBind(String host, int port) {
        public HttpBind {
            if (port < 0 || port > 65_535) throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /**
     * Who is served, in which channels, and where people reach the bot's pages.
     *
     * @param publicUrl as a browser reaches the bot's HTTP port; empty for that port on this machine
     * @param channelIds empty for every channel that the bot is in
     * @param teamIds workspaces of an Enterprise Grid; empty for the bot token's own workspace
     */
    public record ServiceScope(Optional<URI> publicUrl, Set<String> channelIds, Set<String> teamIds) {

        public static final ServiceScope UNRESTRICTED = new ServiceScope(Optional.empty(), Set.of(), Set.of());

        public ServiceScope {
            channelIds = Set.copyOf(channelIds);
            teamIds = Set.copyOf(teamIds);
        }

        /** The URL of the pages; on this port of this machine where no public URL is set. */
        public URI publicUrl(int port) {
            return publicUrl.orElse(URI.create("http://localhost:" + port));
        }
    }
}
