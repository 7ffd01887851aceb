package dev.lifeline.classic;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * May one more call go out just now? Spread evenly, because the provider counts within every single second; and none at all for a
 * while after the provider said that there were too many, whoever sent them: other replicas and other programs count too.
 */
final class Pace {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final RateLimiter<Object> limiter;
    private final Rest rest = new Rest(System::nanoTime);

    Pace(int callsPerSecond) {
        this.limiter =
                RateLimiter.smoothBuilder(callsPerSecond, Duration.ofSeconds(1)).build();
    }

    /** Waits for its turn; false when that would take too long, or the thread was told to stop. */
    boolean await() {
        try {
            for (Duration left = rest.left(); !left.isZero(); left = rest.left())
                TimeUnit.NANOSECONDS.sleep(left.toNanos());
            return limiter.tryAcquirePermit(LONGEST_WAIT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Learns from an answer that was an error. */
    void refused(ApiError error) {
        if (error.kind() == ApiError.Kind.RATE_LIMITED) rest.refused();
    }

    /** Learns from an answer that was none. */
    void served() {
        rest.served();
    }
}
