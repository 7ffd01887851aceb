package dev.lifeline.handler;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.transport.SharedReads;
import java.time.Duration;
import java.util.Optional;

/**
 * Identities of callers, kept for {@code CACHE_TTL} for commands that only show something. Denials are not kept, nor is what was read before
 * an invalidation; concurrent commands of one caller share one read. What is decided uses {@link #identify}, which always reads. Thread-safe.
 */
public final class CallerCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final AccessCheck accessCheck;
    private final SlackUsers slackUsers;
    private final AccountLinks accountLinks;

    private final SharedReads<SlackUserId, CachedCaller> reads;

    /** A decision, and the link that there was before it was read. */
    private record CachedCaller(AccessDecision decision, Optional<AccountLink> accountLink) {

        boolean isAllowed() {
            return decision instanceof AccessDecision.Allowed;
        }
    }

    public CallerCache(AccessCheck accessCheck, SlackUsers slackUsers, AccountLinks accountLinks, Ticker ticker) {
        this.accessCheck = accessCheck;
        this.slackUsers = slackUsers;
        this.accountLinks = accountLinks;
        this.reads = new SharedReads<>(CACHE_TTL, MAX_CACHE_ENTRIES, ticker, CachedCaller::isAllowed);
    }

    /** The identity of a user, from the cache where neither their link nor their e-mail address in Slack has changed since. */
    AccessDecision identifyCached(SlackUserId user) {
        return reads.get(user, this::read, this::isCurrent).decision();
    }

    private boolean isCurrent(CachedCaller cached) {
        if (!(cached.decision() instanceof AccessDecision.Allowed allowed)) return true;
        SlackUser read = allowed.slackUser();
        return cached.accountLink().equals(accountLinks.find(read.id()))
                && read.email().equals(currentEmail(read.id()));
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
        Optional<AccountLink> link = accountLinks.find(user);
        return new CachedCaller(accessCheck.identify(user), link);
    }

    /** Forgets a user, whose permissions were changed just now. */
    public void invalidate(SlackUserId user) {
        reads.invalidate(user);
    }
}
