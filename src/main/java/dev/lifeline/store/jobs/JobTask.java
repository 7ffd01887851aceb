package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lifeline.job.Job;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobRights;
import dev.lifeline.store.database.JobRights.Right;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link Job} as a db-scheduler task: one row in {@code scheduled_tasks} for each key. */
final class JobTask {

    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);

    private final JobType jobType;
    private final Job job;
    private final JobSchedule jobSchedule;
    private final EngineClock engineClock;
    private final JobRights jobRights;

    JobTask(JobType jobType, Job job, JobSchedule jobSchedule, EngineClock engineClock, JobRights jobRights) {
        this.jobType = jobType;
        this.job = job;
        this.jobSchedule = jobSchedule;
        this.engineClock = engineClock;
        this.jobRights = jobRights;
    }

    CustomTask<Void> task() {
        return Tasks.custom(jobType.taskName(), Void.class)
                .onFailure(new BackoffFailureHandler(engineClock))
                .onDeadExecution(new ReviveHandler(engineClock))
                .execute((instance, context) -> execute(instance.getId(), context.getExecution().version));
    }

    private CompletionHandler<Void> execute(String key, long version) {
        long scheduleCount = jobSchedule.scheduleCount(jobType, key);
        Optional<Instant> next = jobRights.run(new Right.Picked(jobType, key, version), () -> run(key));
        return (completed, row) -> settle(key, scheduleCount, next, completed, row);
    }

    /** Runs the job and returns when it is due next, in the engine's time. */
    private Optional<Instant> run(String key) {
        try {
            return job.run(key).map(engineClock::at);
        } catch (StaleRequestException e) {
            LOG.info("{} of {} runs again: {}", jobType.taskName(), key, e.getMessage());
            return Optional.of(engineClock.instant());
        }
    }

    /**
     * Removes the row or gives it its next time. A writer that scheduled the key during the run could not change the time of the row, but
     * counted itself on it and kept it locked until its commit. So once the row is settled the count shows every such writer, and where
     * there was one the key runs again: {@code next} may have been computed before that commit.
     */
    private void settle(
            String key,
            long scheduleCount,
            Optional<Instant> next,
            ExecutionComplete completed,
            ExecutionOperations<Void> row) {
        if (next.isPresent()) {
            row.reschedule(completed, next.get());
            if (jobSchedule.scheduleCount(jobType, key) != scheduleCount)
                jobSchedule.schedule(jobType, key, engineClock.clock().instant());
        } else if (!jobSchedule.removeUnlessScheduled(jobType, key, completed.getExecution().version, scheduleCount)) {
            row.reschedule(completed, engineClock.instant());
        }
    }
}
