package dev.lifeline.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Who was this a minute ago at most? For help, lists and the like, which decide nothing; whoever was refused is asked about again. What
 * is decided asks {@link AccessCheck}.
 */
final class RecentCallers {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final AccessCheck access;
    private final Cache<SlackUserId, Verdict.Allowed> seen;

    RecentCallers(AccessCheck access, InstantSource clock) {
        this.access = access;
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    Verdict recently(SlackUserId who) {
        return Optional.<Verdict>ofNullable(seen.getIfPresent(who)).orElseGet(() -> identify(who));
    }

    /** Who they are now, remembered for showing. */
    Verdict identify(SlackUserId who) {
        Verdict verdict = access.identify(who);
        seen.invalidate(who);
        if (verdict instanceof Verdict.Allowed known) seen.put(who, known);
        return verdict;
    }

    /** Something about them was changed just now. */
    void forget(SlackUserId who) {
        seen.invalidate(who);
    }
}
