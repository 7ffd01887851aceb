package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.transport.OutsideCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Cache of cloud users, for at most one minute and 10,000 users. Users that were not found are not cached, nor is what was read before an
 * invalidation. Thread-safe.
 */
final class ClassicCloudUserCache implements CloudUserCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final CloudUsers users;

    /** Each read has its place in the cache from its beginning on: an invalidation, or a later read, takes it away with the result. */
    private final Cache<CloudUserId, AtomicReference<Optional<CloudUser>>> cache;

    ClassicCloudUserCache(CloudUsers users, Ticker ticker) {
        this.users = users;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .maximumSize(MAX_CACHE_ENTRIES)
                .ticker(ticker)
                .build();
    }

    /** Blocks for a read where the user is not cached. Concurrent calls for one user may both read it: no lock is held meanwhile. */
    @Override
    public Optional<CloudUser> find(CloudUserId id) {
        OutsideCalls.check("cloud user");
        return Optional.ofNullable(cache.getIfPresent(id))
                .flatMap(AtomicReference::get)
                .or(() -> read(id));
    }

    private Optional<CloudUser> read(CloudUserId id) {
        AtomicReference<Optional<CloudUser>> place = new AtomicReference<>(Optional.empty());
        cache.put(id, place);
        Optional<CloudUser> user = users.findById(id);
        place.set(user);
        return user;
    }

    @Override
    public void invalidate(CloudUserId id) {
        cache.invalidate(id);
    }
}
