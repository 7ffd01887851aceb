package dev.lifeline.sandbox.slack.api;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Was this called too often? Each method has its tier; posting has one message a second in each channel as well. */
final class RateLimits {

    private static final int POST_BURST_CAPACITY = 20;
    private static final double SECONDS_PER_MINUTE = 60;

    private final Map<String, TokenBucket> tokenBuckets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** The seconds to wait, zero when the call may pass. */
    int retryAfterSeconds(ApiMethod apiMethod, Optional<String> channel) {
        boolean post = apiMethod.name().equals("chat.postMessage");
        if (post && channel.isPresent()) {
            int wait = bucket("post in " + channel.get(), POST_BURST_CAPACITY, 1).retryAfterSeconds(clock.instant());
            if (wait > 0) return wait;
        }
        int perMinute = apiMethod.tier().requestsPerMinute();
        return bucket(apiMethod.name(), perMinute, perMinute / SECONDS_PER_MINUTE).retryAfterSeconds(clock.instant());
    }

    private TokenBucket bucket(String name, double capacity, double perSecond) {
        return tokenBuckets.computeIfAbsent(name, ignored -> new TokenBucket(capacity, perSecond, clock.instant()));
    }
}
