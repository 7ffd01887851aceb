package dev.lifeline.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** For how long does Slack want to hear nothing of a kind? What it said in one lane's {@code Retry-After} holds for all. */
final class Silences {

    private final InstantSource clock;
    private final Cache<String, Instant> until =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Silences(InstantSource clock) {
        this.clock = clock;
    }

    void begin(ApiMethod method, Map<String, String> arguments, Duration time) {
        until.put(kind(method, arguments), clock.instant().plus(time));
    }

    /** How much longer; empty when it may be called. */
    Optional<Duration> left(ApiMethod method, Map<String, String> arguments) {
        return Optional.ofNullable(until.getIfPresent(kind(method, arguments)))
                .map(end -> Duration.between(clock.instant(), end))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    /** Posting is limited by channel, everything else by method (slack.md 4.3). */
    private static String kind(ApiMethod method, Map<String, String> arguments) {
        return method == ApiMethod.POST
                ? method.method() + ":" + arguments.getOrDefault("channel", "")
                : method.method();
    }
}
