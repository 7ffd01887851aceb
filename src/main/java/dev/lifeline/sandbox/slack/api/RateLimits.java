package dev.lifeline.sandbox.slack.api;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Was this called too often? Each method has its tier; posting has one message a second in each channel as well. */
final class RateLimits {

    private static final int POSTS_AT_ONCE = 20;
    private static final double SECONDS_A_MINUTE = 60;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** The seconds to wait, zero when the call may pass. */
    int secondsToWait(Method method, Optional<String> channel) {
        boolean post = method.name().equals("chat.postMessage");
        if (post && channel.isPresent()) {
            int wait = bucket("post in " + channel.get(), POSTS_AT_ONCE, 1).secondsToWait(clock.instant());
            if (wait > 0) return wait;
        }
        int perMinute = method.tier().perMinute();
        return bucket(method.name(), perMinute, perMinute / SECONDS_A_MINUTE).secondsToWait(clock.instant());
    }

    private Bucket bucket(String name, double capacity, double perSecond) {
        return buckets.computeIfAbsent(name, ignored -> new Bucket(capacity, perSecond, clock.instant()));
    }
}
