package dev.lifeline.handler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.handler.context.LinkServices;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Who was this a minute ago at most? For help, lists and the like, which decide nothing; whoever was refused is asked about again. What
 * is decided asks {@link AccessCheck}.
 */
public final class CallerCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final AccessCheck accessCheck;
    private final LinkServices linkServices;
    private final Cache<SlackUserId, CachedCaller> cache;

    /** Somebody as they were, and the link that it rested on. */
    private record CachedCaller(AccessDecision.Allowed decision, Optional<AccountLink> accountLink) {}

    CallerCache(AccessCheck accessCheck, LinkServices linkServices, InstantSource clock) {
        this.accessCheck = accessCheck;
        this.linkServices = linkServices;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(MAX_CACHE_ENTRIES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Only what the provider says of them may be old: whoever was unlinked, or whose address changed, is asked about again. */
    AccessDecision identifyCached(SlackUserId who) {
        return Optional.ofNullable(cache.getIfPresent(who))
                .filter(then ->
                        then.accountLink().equals(linkServices.accountLinks().find(who)))
                .filter(then -> then.decision().slackUser().email().equals(currentEmail(who)))
                .<AccessDecision>map(CachedCaller::decision)
                .orElseGet(() -> identify(who));
    }

    private Optional<String> currentEmail(SlackUserId who) {
        try {
            return linkServices.slackUsers().get(who).email();
        } catch (SlackUsers.SlackUserUnavailableException silence) {
            return Optional.empty();
        }
    }

    /** Who they are now, remembered for showing. */
    AccessDecision identify(SlackUserId who) {
        AccessDecision accessDecision = accessCheck.identify(who);
        cache.invalidate(who);
        if (accessDecision instanceof AccessDecision.Allowed known)
            cache.put(who, new CachedCaller(known, linkServices.accountLinks().find(who)));
        return accessDecision;
    }

    /** Something about them was changed just now. */
    public void invalidate(SlackUserId who) {
        cache.invalidate(who);
    }
}
