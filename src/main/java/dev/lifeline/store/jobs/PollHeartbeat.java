package dev.lifeline.store.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import dev.lifeline.store.database.WorkerPool;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Remembers when the threads of one db-scheduler last showed that they live and that they read their due executions. Both are told by those
 * threads themselves, so one that hangs in a call of the database is found by its silence. Thread-safe, never blocks.
 */
final class PollHeartbeat extends AbstractSchedulerListener {

    /** Many times the interval of the polls, and longer than any time-out of a session. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(15);

    /** After so long no time-out will end the wait any more. */
    private static final Duration MAX_STANDSTILL = Duration.ofSeconds(90);

    private final String poolName;
    private final LongSupplier nanoClock;
    private volatile long lastSignNanos;
    private volatile long lastPollNanos;

    /** @param nanoClock monotonic, in nanoseconds */
    PollHeartbeat(WorkerPool workerPool, LongSupplier nanoClock) {
        this.poolName = workerPool.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        this.nanoClock = nanoClock;
        restart();
    }

    /** Counts from now, when the threads are started. */
    void restart() {
        lastSignNanos = nanoClock.getAsLong();
        lastPollNanos = lastSignNanos;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        switch (type) {
            case RAN_EXECUTE_DUE -> restart();
            case UNEXPECTED_ERROR -> lastSignNanos = nanoClock.getAsLong();
            default -> {} // told by other threads of the scheduler
        }
    }

    /** Why this pool does no work; empty where it read its due executions a moment ago. */
    Optional<String> problem() {
        return silentFor(lastPollNanos, MAX_SILENCE)
                .map(silence -> poolName + " have not read their due jobs for " + silence.toSeconds() + " s");
    }

    /** Why only a restart helps: the polling thread neither succeeds nor fails. */
    Optional<String> standstill() {
        return silentFor(lastSignNanos, MAX_STANDSTILL)
                .map(silence ->
                        "the thread that reads due " + poolName + " stands still since " + silence.toSeconds() + " s");
    }

    private Optional<Duration> silentFor(long sinceNanos, Duration limit) {
        Duration silence = Duration.ofNanos(nanoClock.getAsLong() - sinceNanos);
        return silence.compareTo(limit) > 0 ? Optional.of(silence) : Optional.empty();
    }
}
