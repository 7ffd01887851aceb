package dev.lifeline.store;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lifeline.rescue.LostRace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as db-scheduler runs it. */
final class JobTask {

    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);

    private final Errand name;
    private final Engine.Job job;
    private final Timetable timetable;
    private final InstantSource clock;

    JobTask(Errand name, Engine.Job job, Timetable timetable, InstantSource clock) {
        this.name = name;
        this.job = job;
        this.timetable = timetable;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(name.id(), Void.class)
                .onFailure(new BackOff(clock))
                .onDeadExecutionRevive()
                .execute((row, context) -> execute(row.getId()));
    }

    private CompletionHandler<Void> execute(String instance) {
        run(instance);
        Optional<Instant> next = job.due(instance);
        return (done, row) -> settle(instance, next, done, row);
    }

    private void run(String instance) {
        try {
            job.run(instance);
        } catch (LostRace lost) {
            LOG.info("{} of {} is decided anew: {}", name.id(), instance, lost.getMessage());
        }
    }

    /**
     * Who wrote something new while this ran could not move the row, but held it locked until the commit. So once the row is settled
     * all of that is visible, and what it makes due is asked for here.
     */
    private void settle(
            String instance, Optional<Instant> next, ExecutionComplete done, ExecutionOperations<Void> row) {
        if (next.isPresent()) row.reschedule(done, next.get());
        else row.remove();
        job.due(instance)
                .filter(due -> next.isEmpty() || due.isBefore(next.get()))
                .ifPresent(due -> timetable.ask(name, instance, due));
    }
}
