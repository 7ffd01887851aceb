package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as db-scheduler runs it. */
final class JobTask {

    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);

    private final JobType jobType;
    private final JobEngine.Job job;
    private final JobSchedule jobSchedule;
    private final InstantSource clock;

    JobTask(JobType jobType, JobEngine.Job job, JobSchedule jobSchedule, InstantSource clock) {
        this.jobType = jobType;
        this.job = job;
        this.jobSchedule = jobSchedule;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(jobType.taskName(), Void.class)
                .onFailure(new BackoffFailureHandler(clock))
                .onDeadExecutionRevive()
                .execute((row, context) -> execute(row.getId()));
    }

    private CompletionHandler<Void> execute(String instance) {
        run(instance);
        Optional<Instant> next = job.nextDueAt(instance);
        return (done, row) -> onComplete(instance, next, done, row);
    }

    private void run(String instance) {
        try {
            job.run(instance);
        } catch (StaleRequestException lost) {
            LOG.info("{} of {} is decided anew: {}", jobType.taskName(), instance, lost.getMessage());
        }
    }

    /**
     * Who wrote something new while this ran could not move the row, but held it locked until the commit. So once the row is settled
     * all of that is visible, and what it makes due is asked for here.
     */
    private void onComplete(
            String instance, Optional<Instant> next, ExecutionComplete done, ExecutionOperations<Void> row) {
        if (next.isPresent()) row.reschedule(done, next.get());
        else row.remove();
        job.nextDueAt(instance)
                .filter(due -> next.isEmpty() || due.isBefore(next.get()))
                .ifPresent(due -> jobSchedule.schedule(jobType, instance, due));
    }
}
