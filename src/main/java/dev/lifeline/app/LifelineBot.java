package dev.lifeline.app;

import dev.lifeline.config.PolicyFile;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.slack.SlackInbound;
import dev.lifeline.slack.SlackUnusableException;
import dev.lifeline.store.jobs.JobEngine;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life cycle of a bot that {@link Wiring} built: {@link #start} once, {@link #close} last. The methods may be called from different
 * threads, start and close not at once.
 */
public final class LifelineBot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LifelineBot.class);

    private final Adapters adapters;
    private final SlackInbound slackInbound;
    private final Optional<PolicyFile> policyFile;
    private final PublicHttpServer httpServer;
    private final JobEngine jobEngine;

    LifelineBot(
            Adapters adapters,
            SlackInbound slackInbound,
            Optional<PolicyFile> policyFile,
            PublicHttpServer httpServer,
            JobEngine jobEngine) {
        this.adapters = adapters;
        this.slackInbound = slackInbound;
        this.policyFile = policyFile;
        this.httpServer = httpServer;
        this.jobEngine = jobEngine;
    }

    /**
     * Opens the database, reads the policy, checks the credentials, listens, and starts to work; in this order, so that nothing is received
     * that cannot be stored. Blocks for a few calls of Slack and of the provider. Where it fails everything is closed again.
     *
     * @throws IOException when the HTTP port cannot be listened on
     * @throws SlackUnusableException when Slack rejects the token for good
     * @throws dev.lifeline.softlayer.rest.InvalidApiKeyException when the provider rejects the key for good
     * @throws dev.lifeline.store.database.DatabaseUnavailableException when the database cannot be opened
     * @throws dev.lifeline.config.InvalidPolicyException when the policy is invalid
     */
    public void start() throws IOException {
        try {
            adapters.store().claim();
            adapters.store().open();
            policyFile.ifPresent(PolicyFile::load);
            checkSlack();
            checkProvider();
            adapters.classic().warmUp();
            httpServer.start();
            jobEngine.start();
            slackInbound.start();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A rejected token ends the start; Slack being unavailable does not. */
    private void checkSlack() {
        try {
            LOG.info(
                    "Connected to Slack workspace {}",
                    adapters.slack().checkTokens().teamName());
        } catch (SlackUnusableException e) {
            if (!e.retryable()) throw e;
            LOG.warn("Slack unavailable at start: {}", e.getMessage());
        }
    }

    /** A rejected key ends the start; the provider being unavailable does not. */
    private void checkProvider() {
        try {
            LOG.info(
                    "Connected to the provider as user {}",
                    adapters.classic().currentUser().username());
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable at start: {}", e.getMessage());
        }
    }

    /** The port of health and metrics. Known after the start. */
    public int healthPort() {
        return httpServer.healthPort();
    }

    /** The port of link pages and Slack's endpoint, and of health and metrics where they have none of their own. Known after the start. */
    public int httpPort() {
        return httpServer.port();
    }

    /** Whether interactions reach the bot and can be stored. Blocks for one query of the database. */
    public boolean ready() {
        return slackInbound.ready() && adapters.store().isHealthy();
    }

    /** Receives nothing more, finishes running work within a few seconds, then closes the adapters that it needs. */
    @Override
    public void close() {
        httpServer.close();
        slackInbound.close();
        jobEngine.close();
        adapters.slack().close();
        adapters.probePool().close();
        adapters.classic().close();
        adapters.store().close();
    }
}
