package dev.lifeline.slack.webapi;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * For how long is Slack asked what it does not answer just now? Questions that change nothing, a few times within some seconds: what
 * somebody did waits for it. When Slack wants to be left alone for longer, not again.
 */
final class LookupRetries {

    private static final int MAX_ATTEMPTS = 4;
    private static final Duration INITIAL_BACKOFF = Duration.ofMillis(250);
    private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(3);
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(6);

    /** When the rest that Slack wanted is over by our clock, it may not quite be by its own. */
    private static final Duration CLOCK_MARGIN = Duration.ofMillis(50);

    private final FailsafeExecutor<Object> retryExecutor = Failsafe.with(RetryPolicy.builder()
            .handleIf((Throwable failure) -> isRetryable(failure))
            .withMaxAttempts(MAX_ATTEMPTS)
            .withMaxDuration(TOTAL_TIMEOUT)
            .withDelayFn(context -> retryDelay(context.getAttemptCount(), context.getLastException()))
            .build());

    /**
     * Asks until it is answered.
     *
     * @throws SlackCallException the last one, when it is not
     */
    <T> T execute(Supplier<T> question) {
        return retryExecutor.get(question::get);
    }

    private static boolean isRetryable(Throwable thrown) {
        if (!(thrown instanceof SlackCallException failure)) return false;
        boolean soon = failure.retryAfter()
                .map(wanted -> wanted.compareTo(MAX_RETRY_AFTER) <= 0)
                .orElse(true);
        return soon
                && (failure.errorKind() == SlackErrorKind.RATE_LIMITED
                        || failure.errorKind() == SlackErrorKind.UNAVAILABLE);
    }

    private static Duration retryDelay(int attempts, Throwable thrown) {
        Duration own = INITIAL_BACKOFF.multipliedBy(1L << Math.max(0, attempts - 1));
        return thrown instanceof SlackCallException failure
                ? failure.retryAfter().map(wanted -> wanted.plus(CLOCK_MARGIN)).orElse(own)
                : own;
    }
}
