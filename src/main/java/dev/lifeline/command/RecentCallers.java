package dev.lifeline.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.Link;
import dev.lifeline.access.People;
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
    private final Linking linking;
    private final Cache<SlackUserId, Seen> seen;

    /** Somebody as they were, and the link that it rested on. */
    private record Seen(Verdict.Allowed known, Optional<Link> link) {}

    RecentCallers(AccessCheck access, Linking linking, InstantSource clock) {
        this.access = access;
        this.linking = linking;
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Only what the provider says of them may be old: whoever was unlinked, or whose address changed, is asked about again. */
    Verdict recently(SlackUserId who) {
        return Optional.ofNullable(seen.getIfPresent(who))
                .filter(then -> then.link().equals(linking.links().of(who)))
                .filter(then -> then.known().person().email().equals(email(who)))
                .<Verdict>map(Seen::known)
                .orElseGet(() -> identify(who));
    }

    private Optional<String> email(SlackUserId who) {
        try {
            return linking.people().person(who).email();
        } catch (People.PersonUnknown silence) {
            return Optional.empty();
        }
    }

    /** Who they are now, remembered for showing. */
    Verdict identify(SlackUserId who) {
        Verdict verdict = access.identify(who);
        seen.invalidate(who);
        if (verdict instanceof Verdict.Allowed known)
            seen.put(who, new Seen(known, linking.links().of(who)));
        return verdict;
    }

    /** Something about them was changed just now. */
    void forget(SlackUserId who) {
        seen.invalidate(who);
    }
}
