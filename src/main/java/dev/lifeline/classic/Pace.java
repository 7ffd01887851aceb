package dev.lifeline.classic;

import dev.failsafe.RateLimiter;
import java.time.Duration;

/** May one more call go out just now? Spread evenly, because the provider counts within every single second. */
final class Pace {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final RateLimiter<Object> limiter;

    Pace(int callsPerSecond) {
        this.limiter =
                RateLimiter.smoothBuilder(callsPerSecond, Duration.ofSeconds(1)).build();
    }

    /** Waits for its turn; false when that would take too long, or the thread was told to stop. */
    boolean await() {
        try {
            return limiter.tryAcquirePermit(LONGEST_WAIT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
