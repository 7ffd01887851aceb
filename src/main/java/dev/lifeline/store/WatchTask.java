package dev.lifeline.store;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;

/** The watch as db-scheduler runs it: one row, so one replica at a time. */
final class WatchTask {

    private final Engine.Watch watch;
    private final Timetable timetable;
    private final InstantSource clock;

    WatchTask(Engine.Watch watch, Timetable timetable, InstantSource clock) {
        this.watch = watch;
        this.timetable = timetable;
        this.clock = clock;
    }

    CustomTask<Void> task() {
        return Tasks.custom(Errand.WATCH.id(), Void.class)
                .onFailure(new BackOff(clock))
                .onDeadExecutionRevive()
                .execute((row, context) -> look());
    }

    /** Who began to be watched during the look may have been missed by it: then the next look is right away. */
    private CompletionHandler<Void> look() {
        long asked = timetable.watchAsked();
        Duration pause = watch.tick();
        return (done, row) -> {
            row.reschedule(done, clock.instant().plus(pause));
            if (timetable.watchAsked() != asked) timetable.hastenWatch(clock.instant());
        };
    }
}
