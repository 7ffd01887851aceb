package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import java.time.Duration;
import java.time.InstantSource;

/** The watch as db-scheduler runs it: one row, so one replica at a time. */
final class PollTask {

    private final JobEngine.Poller poller;
    private final JobSchedule jobSchedule;
    private final InstantSource clock;

    PollTask(JobEngine.Poller poller, JobSchedule jobSchedule, InstantSource clock) {
        this.poller = poller;
        this.jobSchedule = jobSchedule;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(JobType.DEVICE_POLL.taskName(), Void.class)
                .onFailure(new BackoffFailureHandler(clock))
                .onDeadExecutionRevive()
                .execute((row, context) -> poll());
    }

    /** Who began to be watched during the look may have been missed by it: then the next look is right away. */
    private CompletionHandler<Void> poll() {
        long asked = jobSchedule.pollRequestCount();
        Duration pause = poller.poll();
        return (done, row) -> {
            row.reschedule(done, clock.instant().plus(pause));
            if (jobSchedule.pollRequestCount() != asked) jobSchedule.pollNow(clock.instant());
        };
    }
}
