package dev.lifeline.job;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One kind of durable work, done for one key at a time.
 *
 * <p>Implementations are thread-safe: different keys run concurrently, also on several replicas; one key never does.
 */
public interface Job {

    /**
     * Does what is due now for one key. Runs at least once for each piece of work and sometimes early, so finding nothing to do is normal.
     * An exception leaves the work pending: the engine runs the key again after a growing pause (1 s to 60 s).
     *
     * @return when the key is due next; empty when nothing is left to do
     */
    Optional<Instant> run(String key);

    /** Every key that has work now or later. Read at start and every 30 s, to find work whose schedule was lost. */
    Collection<String> pending();

    /** A job made of the two functions. */
    static Job of(Function<String, Optional<Instant>> run, Supplier<? extends Collection<String>> pending) {
        return new Job() {
            @Override
            public Optional<Instant> run(String key) {
                return run.apply(key);
            }

            @Override
            public Collection<String> pending() {
                return pending.get();
            }
        };
    }
}
