package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reschedules a failed execution after 1 s, 2 s, 4 s and so on up to 60 s, without end, and logs one line for each failure. */
final class BackoffFailureHandler implements FailureHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(BackoffFailureHandler.class);

    private static final long MAX_BACKOFF_SECONDS = 60;

    private final InstantSource engineClock;

    BackoffFailureHandler(InstantSource engineClock) {
        this.engineClock = engineClock;
    }

    /**
     * The pause before the next attempt.
     *
     * @param failures consecutive failures before this one
     */
    static Duration delayAfter(int failures) {
        return Duration.ofSeconds(Math.min(MAX_BACKOFF_SECONDS, 1L << Math.min(failures, 6)));
    }

    @Override
    public void onFailure(ExecutionComplete failure, ExecutionOperations<Void> row) {
        int failures = failure.getExecution().consecutiveFailures;
        Duration pause = delayAfter(failures);
        LOG.warn(
                "Job {} of {} failed, attempt {}, next in {} s: {}",
                failure.getExecution().getTaskName(),
                failure.getExecution().getId(),
                failures + 1,
                pause.toSeconds(),
                failure.getCause().map(Throwable::toString).orElse("unknown"));
        row.reschedule(failure, engineClock.instant().plus(pause));
    }
}
