package dev.lifeline.app;

import dev.lifeline.config.PolicyFile;
import dev.lifeline.slack.BotIdentity;
import dev.lifeline.slack.SlackUnusableException;
import dev.lifeline.store.jobs.JobEngine;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life cycle of a bot that {@link Wiring} built: {@link #start} once, {@link #close} last. The methods may be called from different
 * threads, start and close not at once.
 */
public final class LifelineBot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LifelineBot.class);

    private final Adapters adapters;
    private final Ingress ingress;
    private final Optional<PolicyFile> policyFile;
    private final JobEngine jobEngine;
    private final BackgroundChecks backgroundChecks;

    LifelineBot(
            Adapters adapters,
            Ingress ingress,
            Optional<PolicyFile> policyFile,
            JobEngine jobEngine,
            BackgroundChecks backgroundChecks) {
        this.adapters = adapters;
        this.ingress = ingress;
        this.policyFile = policyFile;
        this.jobEngine = jobEngine;
        this.backgroundChecks = backgroundChecks;
    }

    /**
     * Opens the database, reads the policy, checks the credentials, listens, and starts to work; in this order, so that nothing is received
     * that cannot be stored. Blocks for a few calls of Slack and of the provider. Where it fails everything is closed again.
     *
     * @throws IOException when the HTTP port cannot be listened on
     * @throws SlackUnusableException when Slack rejects the token for good
     * @throws dev.lifeline.softlayer.rest.InvalidApiKeyException when the provider rejects the key, of every account, for good
     * @throws dev.lifeline.store.database.DatabaseUnavailableException when the database cannot be opened
     * @throws dev.lifeline.config.InvalidPolicyException when the policy is invalid
     */
    public void start() throws IOException {
        try {
            adapters.store().claim();
            adapters.probePool().warmUp();
            // a rejected key ends the start; the provider being unavailable does not
            CompletableFuture<Void> provider = CompletableFuture.runAsync(adapters.classic()::check);
            adapters.store().open();
            policyFile.ifPresent(PolicyFile::load);
            checkSlack();
            await(provider);
            adapters.classic().warmUp();
            backgroundChecks.start();
            ingress.httpServer().start();
            jobEngine.start();
            ingress.slack().start();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A rejected token ends the start; Slack being unavailable does not. */
    private void checkSlack() {
        try {
            BotIdentity identity = adapters.slack().checkTokens();
            LOG.info("Connected to Slack workspace {}", identity.teamName());
            identity.missingScopes()
                    .forEach(scope -> LOG.warn("Bot token lacks scope {}: {}", scope.scopeName(), scope.lossWithout()));
        } catch (SlackUnusableException e) {
            if (!e.retryable()) throw e;
            LOG.warn("Slack unavailable at start: {}", e.getMessage());
        }
    }

    /** Rethrows what the check threw. */
    private static void await(CompletableFuture<Void> check) {
        try {
            check.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    /** The port of health and metrics. Known after the start. */
    public int healthPort() {
        return ingress.httpServer().healthPort();
    }

    /** The port of link pages and Slack's endpoint, and of health and metrics where they have none of their own. Known after the start. */
    public int httpPort() {
        return ingress.httpServer().port();
    }

    /** Whether interactions reach the bot and can be stored. Never blocks. */
    public boolean ready() {
        return ingress.slack().problem().isEmpty()
                && backgroundChecks.heartbeat().problem().isEmpty();
    }

    /** Receives nothing more, finishes running work within a few seconds, then closes the adapters that it needs. */
    @Override
    public void close() {
        ingress.httpServer().close();
        ingress.slack().close();
        jobEngine.close();
        backgroundChecks.close();
        adapters.slack().close();
        adapters.webhooks().close();
        adapters.probePool().close();
        adapters.classic().close();
        adapters.store().close();
    }
}
