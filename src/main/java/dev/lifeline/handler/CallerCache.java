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
import java.util.concurrent.atomic.AtomicReference;

/**
 * Identities of callers, kept for {@code CACHE_TTL} for commands that only show something, and denials for {@code DENIAL_TTL}: long enough
 * that people who are denied do not use up the calls that the provider allows, and short, since who was helped tries again. What was read
 * before an invalidation is not kept, nor that Slack or the provider gave no answer. What is decided uses {@link #identify}, which always
 * reads. Thread-safe.
 */
public final class CallerCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final Duration DENIAL_TTL = Duration.ofSeconds(5);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final AccessCheck accessCheck;
    private final SlackUsers slackUsers;
    private final AccountLinks accountLinks;
    private final Ticker ticker;

    /** Each read has its place in the cache from its beginning on: an invalidation, or a later read, takes it away with the result. */
    private final Cache<SlackUserId, AtomicReference<Optional<CachedCaller>>> cache;

    /**
     * What was found.
     *
     * @param accountLink the link that there was before it was read
     * @param email the address in Slack by which it was found
     * @param readNanos by the ticker
     */
    private record CachedCaller(
            AccessDecision decision, Optional<AccountLink> accountLink, Optional<String> email, long readNanos) {}

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
                .flatMap(AtomicReference::get)
                .filter(this::isRecent)
                .filter(cached -> cached.accountLink().equals(accountLinks.find(user)))
                .filter(cached -> cached.email().equals(currentEmail(user)))
                .map(CachedCaller::decision)
                .orElseGet(() -> identify(user));
    }

    private boolean isRecent(CachedCaller cached) {
        return cached.decision() instanceof AccessDecision.Allowed
                || ticker.read() - cached.readNanos() < DENIAL_TTL.toNanos();
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
        AtomicReference<Optional<CachedCaller>> place = new AtomicReference<>(Optional.empty());
        cache.put(user, place);
        Optional<AccountLink> link = accountLinks.find(user);
        Optional<String> email = currentEmail(user);
        AccessDecision decision = accessCheck.identify(user);
        if (!isOutage(decision)) place.set(Optional.of(new CachedCaller(decision, link, email, ticker.read())));
        return decision;
    }

    private static boolean isOutage(AccessDecision decision) {
        return decision.firstDenialReason()
                .filter(DenialReason.UpstreamUnavailable.class::isInstance)
                .isPresent();
    }

    /** Forgets a user, whose permissions were changed just now. */
    public void invalidate(SlackUserId user) {
        cache.invalidate(user);
    }
}
