package dev.lifeline.slack;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * For how long is Slack asked what it does not answer just now? Questions that change nothing, a few times within some seconds: what
 * somebody did waits for it. When Slack wants to be left alone for longer, not again.
 */
final class Insistence {

    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration WITHIN = Duration.ofSeconds(6);

    /** When the rest that Slack wanted is over by our clock, it may not quite be by its own. */
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final FailsafeExecutor<Object> patiently = Failsafe.with(RetryPolicy.builder()
            .handleIf((Throwable failure) -> passes(failure))
            .withMaxAttempts(ATTEMPTS)
            .withMaxDuration(WITHIN)
            .withDelayFn(context -> pause(context.getAttemptCount(), context.getLastException()))
            .build());

    /**
     * Asks until it is answered.
     *
     * @throws SlackFailure the last one, when it is not
     */
    <T> T answerTo(Supplier<T> question) {
        return patiently.get(question::get);
    }

    private static boolean passes(Throwable thrown) {
        if (!(thrown instanceof SlackFailure failure)) return false;
        boolean soon = failure.retryAfter()
                .map(wanted -> wanted.compareTo(LONGEST_PAUSE) <= 0)
                .orElse(true);
        return soon && (failure.error() == SlackError.RATE_LIMITED || failure.error() == SlackError.AWAY);
    }

    private static Duration pause(int attempts, Throwable thrown) {
        Duration own = PAUSE.multipliedBy(1L << Math.max(0, attempts - 1));
        return thrown instanceof SlackFailure failure
                ? failure.retryAfter().map(wanted -> wanted.plus(MARGIN)).orElse(own)
                : own;
    }
}
