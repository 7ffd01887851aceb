package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lifeline.job.Poller;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import java.time.Duration;

/** The {@link Poller} as a db-scheduler task with a single row, so that one replica at a time polls. */
final class PollTask {

    private final Poller poller;
    private final JobSchedule jobSchedule;
    private final EngineClock engineClock;

    PollTask(Poller poller, JobSchedule jobSchedule, EngineClock engineClock) {
        this.poller = poller;
        this.jobSchedule = jobSchedule;
        this.engineClock = engineClock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(JobType.DEVICE_POLL.taskName(), Void.class)
                .onFailure(new BackoffFailureHandler(engineClock))
                .onDeadExecution(new ReviveHandler(engineClock))
                .execute((instance, context) -> poll());
    }

    /** A request that began to be polled during the round may have been missed by it: then the next round follows at once. */
    private CompletionHandler<Void> poll() {
        long scheduleCount = jobSchedule.pollScheduleCount();
        Duration pause = poller.poll();
        return (completed, row) -> {
            row.reschedule(completed, engineClock.instant().plus(pause));
            if (jobSchedule.pollScheduleCount() != scheduleCount)
                jobSchedule.pollNow(engineClock.clock().instant());
        };
    }
}
