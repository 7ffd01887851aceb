package dev.lifeline.softlayer.rest;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * May one more call go out just now? Spread evenly, because the provider counts within every single second; and none at all for a
 * while after the provider said that there were too many, whoever sent them: other replicas and other programs count too.
 */
public final class ProviderRateLimiter {

    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    private final RateLimiter<Object> limiter;
    private final RateLimitBackoff backoff = new RateLimitBackoff(System::nanoTime);

    public ProviderRateLimiter(int callsPerSecond) {
        this.limiter =
                RateLimiter.smoothBuilder(callsPerSecond, Duration.ofSeconds(1)).build();
    }

    /** Waits for its turn; false when that would take too long, or the thread was told to stop. */
    boolean tryAcquire() {
        try {
            for (Duration left = backoff.remaining(); !left.isZero(); left = backoff.remaining())
                TimeUnit.NANOSECONDS.sleep(left.toNanos());
            return limiter.tryAcquirePermit(MAX_WAIT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Learns from an answer that was an error. */
    void onError(ApiError error) {
        if (error.kind() == ApiError.Kind.RATE_LIMITED) backoff.onRateLimited();
    }

    /** Learns from an answer that was none. */
    void onSuccess() {
        backoff.onSuccess();
    }
}
