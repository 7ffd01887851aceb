package dev.lifeline.sandbox.slack.api;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts calls against their rate limits: one bucket for each method, and for {@code chat.postMessage} one message a second
 * in each channel as well (src/docs/platform/slack.md, section Rate limits). Thread-safe.
 */
final class RateLimits {

    private static final int POST_BURST_CAPACITY = 20;
    private static final double SECONDS_PER_MINUTE = 60;

    private final Map<String, TokenBucket> tokenBuckets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one call and returns the seconds to wait before it is allowed; zero when it is allowed now. */
    int retryAfterSeconds(ApiMethod apiMethod, Optional<String> channel) {
        boolean post = apiMethod.name().equals("chat.postMessage");
        if (post && channel.isPresent()) {
            int waitSeconds = bucket("post in " + channel.get(), POST_BURST_CAPACITY, 1).retryAfterSeconds(clock.instant());
            if (waitSeconds > 0) return waitSeconds;
        }
        int perMinute = apiMethod.tier().requestsPerMinute();
        return bucket(apiMethod.name(), perMinute, perMinute / SECONDS_PER_MINUTE).retryAfterSeconds(clock.instant());
    }

    private TokenBucket bucket(String name, double capacity, double perSecond) {
        return tokenBuckets.computeIfAbsent(name, ignored -> new TokenBucket(capacity, perSecond, clock.instant()));
    }
}
