package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs again at once what a dead replica left running. db-scheduler's own handler dates the run by the clock of the host: on a host that is
 * an hour ahead of the engine, the work would wait for an hour.
 */
final class ReviveHandler implements DeadExecutionHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(ReviveHandler.class);

    private final InstantSource engineClock;

    ReviveHandler(InstantSource engineClock) {
        this.engineClock = engineClock;
    }

    @Override
    public void deadExecution(ExecutionComplete dead, ExecutionOperations<Void> row) {
        LOG.info(
                "Job {} of {} revived",
                dead.getExecution().getTaskName(),
                dead.getExecution().getId());
        row.reschedule(dead, engineClock.instant());
    }
}
