package dev.lifeline.slack.oauth;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.slack.port.Installations;
import dev.lifeline.slack.port.OAuthStates;
import dev.lifeline.slack.webapi.InstalledWorkspaces;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installations by OAuth: how one is made, and the tokens of those that there are. Thread-safe. */
public final class OAuthInstallation {

    private static final Logger LOG = LoggerFactory.getLogger(OAuthInstallation.class);

    private static final Duration MAINTENANCE_INTERVAL = Duration.ofMinutes(1);

    private final OAuthConfig config;
    private final Shared shared;
    private final OAuthClient client;
    private final SlackInstallations installations;
    private final InstantSource clock;
    private Instant nextMaintenance = Instant.MIN;

    /** What all replicas share. */
    public record Shared(Installations installations, OAuthStates states) {}

    /**
     * Asks nothing yet.
     *
     * @param api of the home workspace
     */
    public OAuthInstallation(OAuthConfig config, Shared shared, WebApi api, InstantSource clock, Ticker ticker) {
        this.config = config;
        this.shared = shared;
        this.clock = clock;
        this.client = new OAuthClient(api, config);
        TokenStore store =
                new TokenStore(shared.installations(), new TokenCipher(config.keys()), config.allowedTeamIds(), clock);
        TokenRenewal renewal = new TokenRenewal(store, client, clock);
        this.installations = new SlackInstallations(store, renewal, ticker);
    }

    public InstalledWorkspaces workspaces() {
        return installations;
    }

    /** Where a workspace is installed, as a browser reaches it. */
    public String installUrl() {
        return config.installUrl().toString();
    }

    /**
     * Installs the bot in further workspaces.
     *
     * @param authorizeUrl Slack's page on which somebody agrees to the installation
     */
    public Installer installer(URI authorizeUrl, WorkspaceResolver home) {
        return new Installer(
                config,
                authorizeUrl,
                new Installer.InstallationParts(shared.states(), client, installations),
                home,
                clock);
    }

    /** Keeps tokens fresh, once a minute however often it is called; blocks for a call of Slack for each token that is due. */
    public void maintain() {
        if (!isDue()) return;
        try {
            installations.maintain();
        } catch (RuntimeException e) { // of the store: tried again
            LOG.warn("Tokens of installed workspaces not looked after", e);
        }
    }

    private synchronized boolean isDue() {
        Instant now = clock.instant();
        if (now.isBefore(nextMaintenance)) return false;
        nextMaintenance = now.plus(MAINTENANCE_INTERVAL);
        return true;
    }
}
