package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Users as they were a minute ago at most. Whoever was not found is asked for again. */
final class ClassicCloudUserCache implements CloudUserCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final CloudUsers users;
    private final Cache<CloudUserId, CloudUser> cache;

    ClassicCloudUserCache(CloudUsers users, InstantSource clock) {
        this.users = users;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(MAX_CACHE_ENTRIES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Two who ask for the same at once may both read it: no lock is held while the provider is asked. */
    @Override
    public Optional<CloudUser> find(CloudUserId id) {
        Optional<CloudUser> known = Optional.ofNullable(cache.getIfPresent(id));
        if (known.isPresent()) return known;
        Optional<CloudUser> read = users.findById(id);
        read.ifPresent(user -> cache.put(id, user));
        return read;
    }

    @Override
    public void invalidate(CloudUserId id) {
        cache.invalidate(id);
    }
}
