package dev.lifeline.slack.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installation.State;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.InstalledWorkspaces;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WorkspaceIdentity;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installations in the store, each known for 5 s before it is read again, since another replica may have changed it. Thread-safe; blocks
 * for the store, and for one call of Slack where a token has expired.
 */
public final class SlackInstallations implements InstalledWorkspaces {

    private static final Logger LOG = LoggerFactory.getLogger(SlackInstallations.class);

    private static final Duration CACHE_TTL = Duration.ofSeconds(5);
    private static final int MAX_CACHE_ENTRIES = 1_000;

    private final TokenStore store;
    private final TokenRenewal renewal;
    private final Cache<String, Optional<Installation>> cache;

    SlackInstallations(TokenStore store, TokenRenewal renewal, Ticker ticker) {
        this.store = store;
        this.renewal = renewal;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(MAX_CACHE_ENTRIES)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<WorkspaceIdentity> find(String teamId) {
        return active(teamId).map(Installation::workspace).map(SlackInstallations::identity);
    }

    /** Of the bot's ids Slack tells that of its user with the installation: by that its messages are recognised. */
    private static WorkspaceIdentity identity(Installation.Workspace workspace) {
        return new WorkspaceIdentity(
                workspace.teamName(),
                workspace.teamId(),
                workspace.enterpriseId(),
                workspace.botUserId(),
                "",
                Optional.of(workspace.appId()));
    }

    private Optional<Installation> active(String teamId) {
        return cache.get(teamId, store::find);
    }

    @Override
    public Optional<String> botToken(String teamId) {
        Optional<Installation> installation = active(teamId);
        if (installation.filter(renewal::isExpired).isEmpty())
            return installation.map(this::tokens).map(Tokens::botToken);
        renewal.renew(installation.get());
        cache.invalidate(teamId);
        Optional<Installation> renewed = active(teamId);
        if (renewed.filter(renewal::isExpired).isPresent())
            throw new SlackCallException(
                    ApiMethod.OAUTH_V2_ACCESS, SlackErrorKind.UNAVAILABLE, "the bot token is being renewed", null);
        return renewed.map(this::tokens).map(Tokens::botToken);
    }

    /** What no key opens waits for the operator, as a rejected token does. */
    private Tokens tokens(Installation installation) {
        try {
            return store.tokens(installation);
        } catch (UnreadableTokensException e) {
            LOG.error(
                    "Tokens of workspace {} cannot be read: {}",
                    installation.workspace().teamId(),
                    e.getMessage());
            throw new SlackCallException(
                    ApiMethod.AUTH_TEST, SlackErrorKind.UNAUTHORIZED, "tokens cannot be read", null);
        }
    }

    @Override
    public void onTokenRejected(String teamId, String token, String code) {
        try {
            cache.invalidate(teamId);
            active(teamId)
                    .filter(installation -> tokens(installation).botToken().equals(token))
                    .ifPresent(installation -> onRejected(installation, code));
        } catch (RuntimeException e) { // the rejection itself is reported by the caller
            LOG.warn("Rejected token of workspace {} not looked into", teamId, e);
        }
    }

    /** Nothing but a new installation helps where Slack has revoked the token or removed the app. */
    private void onRejected(Installation installation, String code) {
        switch (code) {
            case "token_revoked" -> end(installation, State.REVOKED);
            case "account_inactive" -> end(installation, State.UNINSTALLED);
            case "token_expired" -> store.expireNow(installation);
            default ->
                LOG.warn(
                        "Slack rejects the token of workspace {}: {}",
                        installation.workspace().teamId(),
                        code);
        }
        cache.invalidate(installation.workspace().teamId());
    }

    private void end(Installation installation, State state) {
        if (store.endUnlessRenewing(installation, state))
            LOG.error(
                    "The installation in workspace {} has ended: {}",
                    installation.workspace().teamId(),
                    state);
    }

    /** A new installation, at once for this process, within 5 s for the others. */
    void save(Grant grant) {
        store.save(grant);
        cache.invalidate(grant.workspace().teamId());
    }

    /** Renews what is due and encrypts with the present key what was encrypted with an earlier one; blocks for a call each. */
    void maintain() {
        store.findAll().stream().filter(it -> !store.isCurrent(it)).forEach(this::encryptAgain);
        store.findAll().stream().filter(renewal::isDue).forEach(it -> {
            renewal.renew(it);
            cache.invalidate(it.workspace().teamId());
        });
    }

    private void encryptAgain(Installation installation) {
        try {
            store.replaceTokens(installation, store.tokens(installation), installation.expiresAt());
        } catch (UnreadableTokensException e) {
            LOG.error(
                    "Tokens of workspace {} cannot be read: {}",
                    installation.workspace().teamId(),
                    e.getMessage());
        }
    }
}
