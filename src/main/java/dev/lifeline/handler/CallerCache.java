package dev.lifeline.handler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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

    /** Each read has its place in the cache from its beginning on: an invalidation, or a later read, takes it away with the result. */
    private final Cache<SlackUserId, CompletableFuture<CachedCaller>> cache;

    /**
     * What was found.
     *
     * @param accountLink the link that there was before it was read
     * @param email the address in Slack by which it was found
     * @param readNanos by the ticker
     */
    private record CachedCaller(
            AccessDecision decision, Optional<AccountLink> accountLink, Optional<String> email, long readNanos) {

        private Duration ttl() {
            return decision.firstDenialReason()
                    .map(reason -> reason instanceof DenialReason.UpstreamUnavailable ? OUTAGE_TTL : DENIAL_TTL)
                    .orElse(CACHE_TTL);
        }
    }

    public CallerCache(AccessCheck accessCheck, SlackUsers slackUsers, AccountLinks accountLinks, Ticker ticker) {
        this.accessCheck = accessCheck;
        this.slackUsers = slackUsers;
        this.accountLinks = accountLinks;
        this.ticker = ticker;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(MAX_CACHE_ENTRIES)
                .ticker(ticker)
                .build();
    }

    /** The identity of a user, from the cache where neither their link nor their e-mail address in Slack has changed since. */
    AccessDecision identifyCached(SlackUserId user) {
        return Optional.ofNullable(cache.getIfPresent(user))
                .flatMap(CallerCache::await)
                .filter(cached -> ticker.read() - cached.readNanos() < cached.ttl().toNanos())
                .filter(cached -> cached.accountLink().equals(accountLinks.find(user)))
                .filter(cached -> cached.email().equals(currentEmail(user)))
                .map(CachedCaller::decision)
                .orElseGet(() -> identify(user));
    }

    /** Empty where the read failed. */
    private static Optional<CachedCaller> await(CompletableFuture<CachedCaller> read) {
        try {
            return Optional.of(read.join());
        } catch (CompletionException | CancellationException e) {
            return Optional.empty();
        }
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
        CompletableFuture<CachedCaller> read = new CompletableFuture<>();
        cache.put(user, read);
        try {
            CachedCaller found = read(user);
            read.complete(found);
            return found.decision();
        } finally {
            read.cancel(false); // no more than a word to those who wait, where the read threw
        }
    }

    private CachedCaller read(SlackUserId user) {
        Optional<AccountLink> link = accountLinks.find(user);
        Optional<String> email = currentEmail(user);
        return new CachedCaller(accessCheck.identify(user), link, email, ticker.read());
    }

    /** Forgets a user, whose permissions were changed just now. */
    public void invalidate(SlackUserId user) {
        cache.invalidate(user);
    }
}
