package dev.lifeline.softlayer.rest;

import dev.failsafe.RateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Limits all calls of the process to the provider: evenly spread within each second, because the provider counts per second, and none
 * during a {@link RateLimitBackoff} after a rate-limit error, since other replicas and programs share the limit. Thread-safe.
 */
public final class ProviderRateLimiter {

    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    private final RateLimiter<Object> limiter;
    private final RateLimitBackoff backoff = new RateLimitBackoff(System::nanoTime);

    /** @param callsPerSecond 1 or more */
    public ProviderRateLimiter(int callsPerSecond) {
        this.limiter =
                RateLimiter.smoothBuilder(callsPerSecond, Duration.ofSeconds(1)).build();
    }

    /**
     * Blocks until the call may be sent.
     *
     * @return false after a back-off when the permit would take more than 15 s, or when the thread was interrupted (the flag stays set)
     */
    boolean tryAcquire() {
        try {
            for (Duration pause = backoff.remaining(); !pause.isZero(); pause = backoff.remaining())
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            return limiter.tryAcquirePermit(MAX_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts a back-off after a rate-limit error; ignores other errors. */
    void onError(ApiError error) {
        if (error.kind() == ApiError.Kind.RATE_LIMITED) backoff.onRateLimited();
    }

    /** Resets the back-off after a successful call. */
    void onSuccess() {
        backoff.onSuccess();
    }
}
