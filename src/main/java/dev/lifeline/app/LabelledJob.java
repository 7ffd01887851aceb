package dev.lifeline.app;

import dev.lifeline.job.Job;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * A job whose key is on every line that is logged while it runs.
 *
 * @param label under which the key is logged, such as {@code interaction}
 */
record LabelledJob(String label, Job job) implements Job {

    @Override
    @SuppressWarnings("try") // open is all that the context has to be
    public Optional<Instant> run(String key) {
        try (MDC.MDCCloseable context = MDC.putCloseable(label, key)) {
            return job.run(key);
        }
    }

    @Override
    public Collection<String> pending() {
        return job.pending();
    }
}
