package dev.lifeline.app;

import dev.lifeline.job.Job;
import dev.lifeline.transport.CallObserver;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * A job whose executions are counted and timed, whether they come from the schedule or are handed over in memory.
 *
 * @param kind of work, such as {@code interaction}
 */
record ObservedJob(String kind, CallObserver observer, Job job) implements Job {

    @Override
    public Optional<Instant> run(String key) {
        CallObserver.Observation observation = observer.begin(kind);
        String outcome = "failed";
        try {
            Optional<Instant> next = job.run(key);
            outcome = next.isPresent() ? "again" : "done";
            return next;
        } finally {
            observation.end(outcome);
        }
    }

    @Override
    public Collection<String> pending() {
        return job.pending();
    }
}
