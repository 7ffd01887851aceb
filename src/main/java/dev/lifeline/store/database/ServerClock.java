package dev.lifeline.store.database;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of a PostgreSQL server: its time as last read, advanced by the monotonic clock of this process. All replicas share it, however
 * wrong the clocks of their hosts are. Thread-safe; only {@link #open} and {@link #synchronize} block.
 */
public final class ServerClock implements Timeline {

    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);

    /** The time read is off by half the time that reading it took, at most. */
    private static final Duration MAX_READ_TIME = Duration.ofSeconds(1);

    private static final String READ_MILLIS = "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    private final Jdbi jdbi;
    private final LongSupplier nanoClock;
    private volatile Reading reading;

    /** @param nanoTime monotonic, in the middle of the read */
    private record Reading(Instant time, long nanoTime, Duration took) {}

    /**
     * Shows the time of the host until {@link #open}. Does no I/O.
     *
     * @param hostTime the time of the host now
     * @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime}
     */
    ServerClock(Jdbi jdbi, Instant hostTime, LongSupplier nanoClock) {
        this.jdbi = jdbi;
        this.nanoClock = nanoClock;
        this.reading = new Reading(hostTime, nanoClock.getAsLong(), Duration.ZERO);
    }

    /** Reads the server's clock, however long that takes. */
    @Override
    public void open() {
        reading = read();
    }

    @Override
    public Instant instant() {
        Reading latest = reading;
        return latest.time().plusNanos(nanoClock.getAsLong() - latest.nanoTime());
    }

    /** Reads the server's clock again; a read that took more than a second changes nothing. */
    @Override
    public void synchronize() {
        Reading next = read();
        if (next.took().compareTo(MAX_READ_TIME) <= 0) reading = next;
        else
            LOG.info(
                    "Clock of the database not read, the query took {} ms",
                    next.took().toMillis());
    }

    private Reading read() {
        long before = nanoClock.getAsLong();
        long millis = jdbi.withHandle(
                handle -> handle.createQuery(READ_MILLIS).mapTo(Long.class).one());
        long took = nanoClock.getAsLong() - before;
        return new Reading(Instant.ofEpochMilli(millis), before + took / 2, Duration.ofNanos(took));
    }
}
