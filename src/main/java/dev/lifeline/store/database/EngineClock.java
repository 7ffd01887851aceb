package dev.lifeline.store.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which the job engine judges due times, leases and heartbeats. It never goes back while the process lives, since db-scheduler
 * waits by it: a step back of an hour would hold every poll and heartbeat for an hour. On PostgreSQL it follows the clock of the server,
 * which all replicas share; on SQLite it begins with the clock of the host and advances with the monotonic clock of the process.
 *
 * <p>Due times of the domain are by another clock, which may be set at any time; {@link #at} translates them. Thread-safe.
 */
public final class EngineClock implements InstantSource {

    /** A smaller step back is a less exact reading of the server's clock; the engine's time stands still until it is made up. */
    private static final Duration MAX_INACCURACY = Duration.ofSeconds(1);

    private final Timeline timeline;
    private final InstantSource clock;
    private Duration lead = Duration.ZERO;
    private Instant latest;

    /**
     * Creates the time of one engine.
     *
     * @param clock the clock of the domain
     */
    public EngineClock(Timeline timeline, InstantSource clock) {
        this.timeline = timeline;
        this.clock = clock;
        this.latest = timeline.instant();
    }

    /** Begins with the clock that the timeline follows, also where the host's clock was ahead of it; blocks for the database. */
    public void open() {
        timeline.open();
        begin();
    }

    private synchronized void begin() {
        lead = Duration.ZERO;
        latest = timeline.instant();
    }

    @Override
    public synchronized Instant instant() {
        Instant now = timeline.instant().plus(lead);
        Duration back = Duration.between(now, latest);
        if (back.compareTo(MAX_INACCURACY) > 0) lead = lead.plus(back);
        else if (back.isNegative()) latest = now;
        return latest;
    }

    /** The engine's time at which the clock of the domain will show an instant, if nobody sets it. */
    public Instant at(Instant due) {
        return instant().plus(Duration.between(clock.instant(), due));
    }

    /** How far the engine's time is ahead of the clock of the domain; it changes when that clock is set. */
    public Duration ahead() {
        return Duration.between(clock.instant(), instant());
    }

    /** Reads the clock that all replicas share; blocks for the database. */
    public void synchronize() {
        timeline.synchronize();
    }

    /** The clock of the domain. */
    public InstantSource clock() {
        return clock;
    }
}
