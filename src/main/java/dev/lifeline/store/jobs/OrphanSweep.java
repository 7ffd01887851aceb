package dev.lifeline.store.jobs;

import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is there work that nobody will take up? Finds it by asking the jobs themselves, and has it taken up; then tidies. */
final class OrphanSweep implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    private final Map<JobType, JobEngine.Job> jobs;
    private final JobSchedule jobSchedule;
    private final Purge purge;
    private final InstantSource clock;

    OrphanSweep(Map<JobType, JobEngine.Job> jobs, JobSchedule jobSchedule, Purge purge, InstantSource clock) {
        this.jobs = jobs;
        this.jobSchedule = jobSchedule;
        this.purge = purge;
        this.clock = clock;
    }

    @Override
    public void run() {
        jobs.forEach((task, job) -> runStep(task.taskName(), () -> rescheduleOrphans(task, job)));
        runStep("device poll", this::ensurePollScheduled);
        runStep("purge", purge);
    }

    private void rescheduleOrphans(JobType task, JobEngine.Job job) {
        Set<String> lost = new LinkedHashSet<>(job.pending());
        lost.removeAll(jobSchedule.scheduledInstances(task));
        for (String instance : lost)
            jobSchedule.schedule(task, instance, job.nextDueAt(instance).orElseGet(clock::instant));
        if (!lost.isEmpty()) LOG.info("{}: {} had to be found", task.taskName(), lost.size());
    }

    private void ensurePollScheduled() {
        if (jobSchedule.scheduledInstances(JobType.DEVICE_POLL).isEmpty()) jobSchedule.pollNow(clock.instant());
    }

    private static void runStep(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.warn("The sweep of {} failed and is tried again at the next: {}", name, e.toString());
        }
    }
}
