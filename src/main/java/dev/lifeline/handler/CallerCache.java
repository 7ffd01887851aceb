package dev.lifeline.handler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Identities of callers, kept for {@code CACHE_TTL} for commands that only show something. Denials are not kept, nor is what was read before
 * an invalidation. What is decided uses {@link #identify}, which always reads. Thread-safe.
 */
public final class CallerCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final AccessCheck accessCheck;
    private final SlackUsers slackUsers;
    private final AccountLinks accountLinks;

    /** Each read has its place in the cache from its beginning on: an invalidation, or a later read, takes it away with the result. */
    private final Cache<SlackUserId, AtomicReference<Optional<CachedCaller>>> cache;

    /** An identity, and the link that there was before it was read. */
    private record CachedCaller(AccessDecision.Allowed identity, Optional<AccountLink> accountLink) {}

    public CallerCache(AccessCheck accessCheck, SlackUsers slackUsers, AccountLinks accountLinks, Ticker ticker) {
        this.accessCheck = accessCheck;
        this.slackUsers = slackUsers;
        this.accountLinks = accountLinks;
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
                .filter(cached -> cached.accountLink().equals(accountLinks.find(user)))
                .filter(cached -> cached.identity().slackUser().email().equals(currentEmail(user)))
                .<AccessDecision>map(CachedCaller::identity)
                .orElseGet(() -> identify(user));
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
        AccessDecision decision = accessCheck.identify(user);
        if (decision instanceof AccessDecision.Allowed identity)
            place.set(Optional.of(new CachedCaller(identity, link)));
        return decision;
    }

    /** Forgets a user, whose permissions were changed just now. */
    public void invalidate(SlackUserId user) {
        cache.invalidate(user);
    }
}
