package dev.lifeline.store.jobs;

import dev.lifeline.job.Job;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Schedules pending work that has no row in the schedule, then purges what is no longer needed. A step that fails stops no other. */
final class OrphanSweep implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    private final Map<JobType, Job> jobs;
    private final JobSchedule jobSchedule;
    private final Purge purge;
    private final InstantSource clock;

    OrphanSweep(Map<JobType, Job> jobs, JobSchedule jobSchedule, Purge purge, InstantSource clock) {
        this.jobs = jobs;
        this.jobSchedule = jobSchedule;
        this.purge = purge;
        this.clock = clock;
    }

    @Override
    public void run() {
        jobs.forEach((jobType, job) -> runStep(jobType.taskName(), () -> scheduleOrphans(jobType, job)));
        runStep("device poll", this::ensurePollScheduled);
        runStep("purge", purge);
    }

    /** At once: a run that comes early does nothing and tells when the key is due. */
    private void scheduleOrphans(JobType jobType, Job job) {
        Set<String> orphans = new LinkedHashSet<>(job.pending());
        orphans.removeAll(jobSchedule.scheduledInstances(jobType));
        jobSchedule.schedule(jobType, orphans, clock.instant());
        if (!orphans.isEmpty()) LOG.info("Orphans scheduled: {} {}", orphans.size(), jobType.taskName());
    }

    private void ensurePollScheduled() {
        if (jobSchedule.scheduledInstances(JobType.DEVICE_POLL).isEmpty()) jobSchedule.pollNow(clock.instant());
    }

    private static void runStep(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("Sweep step {} failed, repeated at the next sweep: {}", name, e.toString());
        }
    }
}
