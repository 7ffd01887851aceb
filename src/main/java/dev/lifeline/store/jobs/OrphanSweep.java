package dev.lifeline.store.jobs;

import dev.lifeline.job.Job;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.WorkHandover;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schedules pending work that has no row in the schedule, then purges what is no longer needed and moves what is history. At its first run, and when the clock was
 * set since the last one, all pending work is scheduled anew: its rows may be due long after the work is. A step that fails stops no other.
 * Confined to one thread at a time.
 */
final class OrphanSweep implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    /** A smaller step delays work by no more than that. */
    private static final Duration MIN_CLOCK_STEP = Duration.ofSeconds(2);

    private final Map<JobType, Job> jobs;
    private final WorkHandover handover;
    private final Purge purge;
    private final HistoryMove historyMove;
    private final EngineClock engineClock;
    private Optional<Duration> aheadBefore = Optional.empty();

    OrphanSweep(
            Map<JobType, Job> jobs,
            WorkHandover handover,
            Purge purge,
            HistoryMove historyMove,
            EngineClock engineClock) {
        this.jobs = jobs;
        this.handover = handover;
        this.purge = purge;
        this.historyMove = historyMove;
        this.engineClock = engineClock;
    }

    @Override
    public void run() {
        boolean anew = isClockSet();
        runStep("heartbeats", this::correctHeartbeats);
        runStep("leases", this::shortenLeases);
        runStep("dead processes", () -> handover.takeOverFromDead(engineClock.instant(), now()));
        jobs.forEach((jobType, job) -> runStep(jobType.taskName(), () -> schedulePending(jobType, job, anew)));
        runStep("device poll", () -> ensurePollScheduled(anew));
        runStep("in hand", handover::adoptOwned);
        runStep("purge", purge);
        runStep("history", historyMove);
    }

    private JobSchedule jobSchedule() {
        return handover.jobSchedule();
    }

    /** Compares the clock of the database again, so that all replicas judge by the same time. */
    void synchronizeClock() {
        runStep("clock", engineClock::synchronize);
    }

    /** Whether this is the first run, or the clock of the domain was set since the last one. */
    private boolean isClockSet() {
        Duration ahead = engineClock.ahead();
        Optional<Duration> change =
                aheadBefore.map(before -> ahead.minus(before).abs()).filter(by -> by.compareTo(MIN_CLOCK_STEP) > 0);
        boolean anew = aheadBefore.isEmpty() || change.isPresent();
        aheadBefore = Optional.of(ahead);
        change.ifPresent(by -> LOG.warn("Clock was set by {} s, all pending work scheduled anew", by.toSeconds()));
        return anew;
    }

    private void correctHeartbeats() {
        int corrected = jobSchedule().correctHeartbeats();
        if (corrected > 0) LOG.warn("Heartbeats in the future dated to now: {}", corrected);
    }

    private void shortenLeases() {
        int shortened = handover.lease().shortenFuture();
        if (shortened > 0) LOG.warn("Leases that end too late shortened: {}", shortened);
    }

    /** At once: a run that comes early does nothing and tells when the key is due. */
    private void schedulePending(JobType jobType, Job job, boolean anew) {
        Set<String> pending = new LinkedHashSet<>(job.pending());
        Set<String> orphans = new LinkedHashSet<>(pending);
        orphans.removeAll(jobSchedule().scheduledInstances(jobType));
        jobSchedule().schedule(jobType, anew ? pending : orphans, now());
        if (!orphans.isEmpty()) LOG.info("Orphans scheduled: {} {}", orphans.size(), jobType.taskName());
    }

    private void ensurePollScheduled(boolean anew) {
        if (anew || jobSchedule().scheduledInstances(JobType.DEVICE_POLL).isEmpty())
            jobSchedule().pollNow(now());
    }

    private Instant now() {
        return engineClock.clock().instant();
    }

    private static void runStep(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("Sweep step {} failed, repeated at the next sweep: {}", name, e.toString());
        }
    }
}
