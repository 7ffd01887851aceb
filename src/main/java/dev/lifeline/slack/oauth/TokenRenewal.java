package dev.lifeline.slack.oauth;

import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installation.State;
import dev.lifeline.slack.webapi.SlackCallException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews bot tokens that expire, two hours ahead of the twelve (https://docs.slack.dev/authentication/using-token-rotation). A refresh token
 * is valid once, so one process claims the renewal of a version of the tokens, and another one may try a minute later. Until it succeeds the
 * old token is used as long as it lasts. Thread-safe.
 */
final class TokenRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRenewal.class);

    private static final Duration AHEAD = Duration.ofHours(2);

    /** A call that begins now ends before the token does. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** How often tokens that another process changed meanwhile are looked at again. */
    private static final int MAX_SAVES = 5;

    /** Slack's errors for a refresh token that was used or revoked. */
    private static final Set<String> REFUSED =
            Set.of("invalid_refresh_token", "invalid_grant", "token_revoked", "account_inactive");

    private final TokenStore store;
    private final OAuthClient client;
    private final InstantSource clock;

    TokenRenewal(TokenStore store, OAuthClient client, InstantSource clock) {
        this.store = store;
        this.client = client;
        this.clock = clock;
    }

    boolean isDue(Installation installation) {
        return endsBefore(installation, clock.instant().plus(AHEAD));
    }

    /** Whether its token is of no use any more. */
    boolean isExpired(Installation installation) {
        return endsBefore(installation, clock.instant().plus(MARGIN));
    }

    private static boolean endsBefore(Installation installation, Instant time) {
        return installation.expiresAt().filter(end -> !end.isAfter(time)).isPresent();
    }

    /** Renews the tokens unless another process does; blocks for one call. A failure is logged, and tried again later. */
    void renew(Installation found) {
        Instant now = clock.instant();
        if (!store.claimRenewal(found)) return;
        String teamId = found.workspace().teamId();
        try {
            Tokens used = store.tokens(found);
            Optional<String> refreshToken = used.refreshToken();
            if (refreshToken.isPresent()) save(found, used, client.renew(refreshToken.get()), now);
        } catch (UnreadableTokensException e) {
            LOG.error("Tokens of workspace {} cannot be read: {}", teamId, e.getMessage());
        } catch (SlackCallException e) {
            LOG.error("Bot token of workspace {} not renewed: {}", teamId, e.code());
            if (REFUSED.contains(e.code()) && isExpired(found)) end(found);
        }
    }

    /** The new tokens are the only ones that can be renewed again: they are saved unless the workspace was installed anew meanwhile. */
    private void save(Installation found, Tokens used, Grant grant, Instant now) {
        String teamId = found.workspace().teamId();
        if (!grant.isComplete() || !grant.workspace().teamId().equals(teamId)) {
            LOG.error("Bot token of workspace {} not renewed: the answer is incomplete", teamId);
            return;
        }
        Optional<Installation> current = Optional.of(found);
        for (int i = 0; i < MAX_SAVES && current.isPresent(); i++) {
            Installation row = current.get();
            if (store.replaceTokens(row, grant.tokens(), grant.lifetime().map(now::plus))) {
                LOG.info("Bot token of workspace {} renewed", teamId);
                return;
            }
            current = store.find(teamId).filter(it -> store.tokens(it).equals(used));
        }
        LOG.warn("Renewed bot token of workspace {} not kept: the installation has changed", teamId);
    }

    private void end(Installation found) {
        if (store.end(found, State.NOT_RENEWED))
            LOG.error(
                    "The installation in workspace {} has ended: its token has expired and cannot be renewed",
                    found.workspace().teamId());
    }
}
