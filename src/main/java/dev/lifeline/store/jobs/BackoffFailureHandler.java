package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When is what failed tried again? After 1 s, 2 s, 4 s and so on, at most after a minute, for ever; each failure is one line in the log. */
final class BackoffFailureHandler implements FailureHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(BackoffFailureHandler.class);

    private static final long MAX_BACKOFF_SECONDS = 60;

    private final InstantSource clock;

    BackoffFailureHandler(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * How long to wait?
     *
     * @param failures in a row before this one
     */
    static Duration delayAfter(int failures) {
        return Duration.ofSeconds(Math.min(MAX_BACKOFF_SECONDS, 1L << Math.min(failures, 6)));
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> row) {
        int failures = failed.getExecution().consecutiveFailures;
        Duration pause = delayAfter(failures);
        LOG.warn(
                "{} of {} failed, attempt {}, next in {} s: {}",
                failed.getExecution().getTaskName(),
                failed.getExecution().getId(),
                failures + 1,
                pause.toSeconds(),
                failed.getCause().map(Throwable::toString).orElse("unknown"));
        row.reschedule(failed, clock.instant().plus(pause));
    }
}
