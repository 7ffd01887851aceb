package dev.lifeline.handler;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.transport.SharedReads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Identities of callers for commands that only show something: kept for a minute, denials for five seconds, and that Slack or the provider
 * gave no answer for one. So people who are denied do not use up the calls that the provider allows, and who was helped may soon try again.
 * Who is being read is waited for, not read once more. What was read before an invalidation is not kept. What is decided uses
 * {@link #identify}, which always reads. Thread-safe.
 */
public final class CallerCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final Duration DENIAL_TTL = Duration.ofSeconds(5);
    private static final Duration OUTAGE_TTL = Duration.ofSeconds(1);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final AccessCheck accessCheck;
    private final SlackUsers slackUsers;
    private final AccountLinks accountLinks;
    private final Ticker ticker;
    private final SharedReads<SlackUserId, CachedCaller> reads;

    /**
     * What was found.
     *
     * @param accountLinks the links that there were before it was read
     * @param email the address in Slack by which it was found
     * @param readNanos by the ticker
     */
    private record CachedCaller(
            AccessDecision decision, List<AccountLink> accountLinks, Optional<String> email, long readNanos) {

        private Duration ttl() {
            return decision.firstDenialReason()
                    .map(reason -> reason instanceof DenialReason.UpstreamUnavailable ? OUTAGE_TTL : DENIAL_TTL)
                    .orElse(isComplete() ? CACHE_TTL : DENIAL_TTL);
        }

        /** Who may be a user of an account that did not answer is soon asked about again. */
        private boolean isComplete() {
            return !(decision instanceof AccessDecision.Allowed allowed)
                    || allowed.elsewhere().values().stream()
                            .noneMatch(DenialReason.UpstreamUnavailable.class::isInstance);
        }
    }

    public CallerCache(AccessCheck accessCheck, SlackUsers slackUsers, AccountLinks accountLinks, Ticker ticker) {
        this.accessCheck = accessCheck;
        this.slackUsers = slackUsers;
        this.accountLinks = accountLinks;
        this.ticker = ticker;
        this.reads = new SharedReads<>(CACHE_TTL, MAX_CACHE_ENTRIES, ticker, caller -> true);
    }

    /** The identity of a user, from the cache where neither their link nor their e-mail address in Slack has changed since. */
    AccessDecision identifyCached(SlackUserId user) {
        return reads.get(user, this::read, cached -> isCurrent(user, cached)).decision();
    }

    private boolean isCurrent(SlackUserId user, CachedCaller cached) {
        return ticker.read() - cached.readNanos() < cached.ttl().toNanos()
                && cached.accountLinks().equals(accountLinks.findAll(user))
                && cached.email().equals(currentEmail(user));
    }

    private Optional<String> currentEmail(SlackUserId user) {
        try {
            return slackUsers.get(user).email();
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return Optional.empty();
        }
    }

    /** Reads the identity of a user from the provider, and caches it. */
    AccessDecision identify(SlackUserId user) {
        return reads.read(user, this::read).decision();
    }

    private CachedCaller read(SlackUserId user) {
        List<AccountLink> links = accountLinks.findAll(user);
        Optional<String> email = currentEmail(user);
        return new CachedCaller(accessCheck.identify(user), links, email, ticker.read());
    }

    /** Forgets a user, whose permissions were changed just now. */
    public void invalidate(SlackUserId user) {
        reads.invalidate(user);
    }
}
