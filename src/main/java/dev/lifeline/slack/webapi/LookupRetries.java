package dev.lifeline.slack.webapi;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.lifeline.transport.ExponentialBackoff;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Retries read-only Web API calls that were rate limited or unanswered: at most 4 attempts, none begun later than 6 s after the first. The
 * delay is 250 ms, doubled each time, or what {@code Retry-After} names. A {@code Retry-After} above 3 s ends the retries at once, because an
 * interaction waits for the result. Blocks the calling thread; thread-safe.
 */
final class LookupRetries {

    private static final int MAX_ATTEMPTS = 4;
    private static final ExponentialBackoff BACKOFF =
            new ExponentialBackoff(Duration.ofMillis(250), Duration.ofSeconds(1));
    private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(3);
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(6);

    /** Added to {@code Retry-After}: a period that is over by this clock may not be over by Slack's. */
    private static final Duration CLOCK_MARGIN = Duration.ofMillis(50);

    private final FailsafeExecutor<Object> retryExecutor = Failsafe.with(RetryPolicy.builder()
            .handleIf((Throwable failure) -> isRetryable(failure))
            .withMaxAttempts(MAX_ATTEMPTS)
            .withMaxDuration(TOTAL_TIMEOUT)
            .withDelayFn(context -> retryDelay(context.getAttemptCount(), context.getLastException()))
            .build());

    /**
     * Runs the call until it succeeds or the retries are used up.
     *
     * @throws SlackCallException the failure of the last attempt
     */
    <T> T execute(Supplier<T> call) {
        return retryExecutor.get(call::get);
    }

    private static boolean isRetryable(Throwable thrown) {
        if (!(thrown instanceof SlackCallException failure)) return false;
        boolean soon = failure.retryAfter()
                .map(retryAfter -> retryAfter.compareTo(MAX_RETRY_AFTER) <= 0)
                .orElse(true);
        return soon && failure.errorKind().mayPass();
    }

    private static Duration retryDelay(int attempts, Throwable thrown) {
        Duration backoff = BACKOFF.delay(attempts);
        return thrown instanceof SlackCallException failure
                ? failure.retryAfter()
                        .map(retryAfter -> retryAfter.plus(CLOCK_MARGIN))
                        .orElse(backoff)
                : backoff;
    }
}
