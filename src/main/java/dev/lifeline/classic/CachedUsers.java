package dev.lifeline.classic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.RecentUsers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Users as they were a minute ago at most. Whoever was not found is asked for again. */
final class CachedUsers implements RecentUsers {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final CloudUsers users;
    private final Cache<CloudUserId, CloudUser> seen;

    CachedUsers(CloudUsers users, InstantSource clock) {
        this.users = users;
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Two who ask for the same at once may both read it: no lock is held while the provider is asked. */
    @Override
    public Optional<CloudUser> recently(CloudUserId id) {
        Optional<CloudUser> known = Optional.ofNullable(seen.getIfPresent(id));
        if (known.isPresent()) return known;
        Optional<CloudUser> read = users.read(id);
        read.ifPresent(user -> seen.put(id, user));
        return read;
    }

    @Override
    public void forget(CloudUserId id) {
        seen.invalidate(id);
    }
}
