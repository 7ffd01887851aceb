package dev.lifeline.store;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is there work that nobody will take up? Finds it by asking the jobs themselves, and has it taken up; then tidies. */
final class Sweep implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final Map<Errand, Engine.Job> jobs;
    private final Timetable timetable;
    private final Purge purge;
    private final InstantSource clock;

    Sweep(Map<Errand, Engine.Job> jobs, Timetable timetable, Purge purge, InstantSource clock) {
        this.jobs = jobs;
        this.timetable = timetable;
        this.purge = purge;
        this.clock = clock;
    }

    @Override
    public void run() {
        jobs.forEach((task, job) -> part(task.id(), () -> adopt(task, job)));
        part("watch", this::adoptWatch);
        part("purge", purge);
    }

    private void adopt(Errand task, Engine.Job job) {
        Set<String> lost = new LinkedHashSet<>(job.pending());
        lost.removeAll(timetable.instances(task));
        for (String instance : lost)
            timetable.ask(task, instance, job.due(instance).orElseGet(clock::instant));
        if (!lost.isEmpty()) LOG.info("{}: {} had to be found", task.id(), lost.size());
    }

    private void adoptWatch() {
        if (timetable.instances(Errand.WATCH).isEmpty()) timetable.hastenWatch(clock.instant());
    }

    private static void part(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.warn("The sweep of {} failed and is tried again at the next: {}", name, e.toString());
        }
    }
}
