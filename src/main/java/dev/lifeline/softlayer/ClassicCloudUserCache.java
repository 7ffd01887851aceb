package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.transport.OutsideCalls;
import dev.lifeline.transport.SharedReads;
import java.time.Duration;
import java.util.Optional;

/**
 * Cache of cloud users, for at most one minute and 10,000 users. Users that were not found are not cached, nor is what was read before an
 * invalidation. Thread-safe.
 */
final class ClassicCloudUserCache implements CloudUserCache {

    private static final Duration CACHE_TTL = Duration.ofMinutes(1);
    private static final int MAX_CACHE_ENTRIES = 10_000;

    private final CloudUsers users;
    private final SharedReads<CloudUserId, Optional<CloudUser>> reads;

    ClassicCloudUserCache(CloudUsers users, Ticker ticker) {
        this.users = users;
        this.reads = new SharedReads<>(CACHE_TTL, MAX_CACHE_ENTRIES, ticker, Optional::isPresent);
    }

    /** Blocks for a read where the user is not cached. Concurrent calls for one user share one read. */
    @Override
    public Optional<CloudUser> find(CloudUserId id) {
        OutsideCalls.check("cloud user");
        return reads.get(id, users::findById);
    }

    @Override
    public void invalidate(CloudUserId id) {
        reads.invalidate(id);
    }
}
