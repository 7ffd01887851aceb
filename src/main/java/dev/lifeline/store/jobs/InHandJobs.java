package dev.lifeline.store.jobs;

import dev.lifeline.job.Job;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobRights.Right;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.WorkHandover;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what this process has in hand, while its lease holds. What fails, or is due later, is released to the schedule. Thread-safe.
 */
final class InHandJobs {

    private static final Logger LOG = LoggerFactory.getLogger(InHandJobs.class);

    private final Map<JobType, Job> jobs;
    private final WorkHandover handover;
    private final EngineClock engineClock;

    InHandJobs(Map<JobType, Job> jobs, WorkHandover handover, EngineClock engineClock) {
        this.jobs = jobs;
        this.handover = handover;
        this.engineClock = engineClock;
    }

    /** Runs what waits longest of a type, if anything does. */
    void runNext(JobType jobType) {
        handover.inHand().runNext(jobType, key -> run(jobType, key));
    }

    /** To be called each heartbeat: shows that this process lives, and has the schedule run what dead ones had in hand. */
    void beat() {
        try {
            if (!handover.inHand().isEmpty()) handover.lease().prolong();
            int dead = handover.takeOverFromDead(
                    engineClock.instant(), engineClock.clock().instant());
            if (dead > 0) LOG.info("Work of dead processes taken over, processes {}", dead);
        } catch (RuntimeException e) {
            LOG.warn("Lease not prolonged, tried again at the next heartbeat: {}", e.toString());
        }
    }

    /** Has the schedule run what is in hand, at the end of this process. */
    void releaseAll() {
        try {
            handover.releaseAll(engineClock.clock().instant());
        } catch (RuntimeException e) {
            LOG.warn("Work in hand not released, taken over when the lease ends: {}", e.toString());
        }
    }

    /** What was owned under an earlier lease is taken over by whoever finds it. */
    private void run(JobType jobType, String key) {
        Right.Owned right = new Right.Owned(handover.lease().owner());
        if (!handover.jobRights().isHeld(Optional.of(right))) return;
        try {
            next(jobType, key, right).ifPresent(at -> handover.release(jobType, key, right.owner(), at));
        } catch (RuntimeException e) {
            LOG.warn("{} of {} not released: {}", jobType.taskName(), key, e.toString());
        }
    }

    private Optional<Instant> next(JobType jobType, String key, Right.Owned right) {
        Job job = jobs.get(jobType);
        if (job == null) throw new IllegalArgumentException("no job of that type");
        try {
            return handover.jobRights().run(right, () -> job.run(key));
        } catch (StaleRequestException e) {
            LOG.info("{} of {} runs again: {}", jobType.taskName(), key, e.getMessage());
            return Optional.of(engineClock.clock().instant());
        } catch (RuntimeException e) {
            LOG.warn("{} of {} failed, runs again: {}", jobType.taskName(), key, e.toString());
            return Optional.of(engineClock.clock().instant().plus(BackoffFailureHandler.delayAfter(0)));
        }
    }
}
