package dev.lifeline.slack.oauth;

import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installation.EncryptedTokens;
import dev.lifeline.slack.port.Installation.State;
import dev.lifeline.slack.port.Installation.Workspace;
import dev.lifeline.slack.port.Installations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The installations that are active and allowed, with their tokens in the clear. Whoever takes a workspace out of the setting ends what the
 * bot does there. Thread-safe; blocks for the store.
 */
final class TokenStore {

    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final Installations installations;
    private final TokenCipher cipher;
    private final Set<String> allowedTeamIds;
    private final InstantSource clock;

    TokenStore(Installations installations, TokenCipher cipher, Set<String> allowedTeamIds, InstantSource clock) {
        this.installations = installations;
        this.cipher = cipher;
        this.allowedTeamIds = allowedTeamIds;
        this.clock = clock;
    }

    Optional<Installation> find(String teamId) {
        return allowedTeamIds.contains(teamId)
                ? installations.find(teamId).filter(Installation::isActive)
                : Optional.empty();
    }

    List<Installation> findAll() {
        return installations.findAll().stream()
                .filter(Installation::isActive)
                .filter(it -> allowedTeamIds.contains(it.workspace().teamId()))
                .toList();
    }

    /** @throws UnreadableTokensException when no key opens them */
    Tokens tokens(Installation active) {
        return cipher.decrypt(active.workspace(), encrypted(active));
    }

    private static EncryptedTokens encrypted(Installation active) {
        return active.tokens().orElseThrow();
    }

    /** Whether they are encrypted with the key that encrypts now. */
    boolean isCurrent(Installation active) {
        return cipher.isCurrent(encrypted(active));
    }

    void save(Grant grant) {
        Workspace workspace = grant.workspace();
        installations.save(new Installation(
                workspace,
                grant.scopes(),
                Optional.of(cipher.encrypt(workspace, grant.tokens())),
                grant.lifetime().map(clock.instant()::plus),
                State.INSTALLED,
                0));
    }

    /** Whether the installation was still as it was found. */
    boolean replaceTokens(Installation found, Tokens tokens, Optional<Instant> expiresAt) {
        return installations.replaceTokens(found, cipher.encrypt(found.workspace(), tokens), expiresAt);
    }

    /** Slack said that the bot token has expired, whatever was known. */
    void expireNow(Installation active) {
        installations.replaceTokens(active, encrypted(active), Optional.of(clock.instant()));
    }

    /** Whether this process is the one that renews the tokens as they were found; no other does so within a minute. */
    boolean claimRenewal(Installation found) {
        return installations.claimRenewal(found, clock.instant().plus(CLAIM));
    }

    /**
     * Ends an installation whose token Slack refused, unless a process renews it just now: Slack may refuse the old token because it has
     * granted the new one.
     */
    boolean endUnlessRenewing(Installation found, State state) {
        return claimRenewal(found) && end(found, state);
    }

    /** Whether the installation was still as it was found. */
    boolean end(Installation found, State state) {
        return installations.end(found, state);
    }
}
