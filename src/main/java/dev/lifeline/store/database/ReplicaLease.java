package dev.lifeline.store.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * The lease under which this process owns rows that it has in hand: one row for all of them. Whoever finds it ended takes them over. It is
 * prolonged by the transactions that add to what is in hand; while none does, {@link #prolong} has to be called each heartbeat. One that has
 * ended is never taken up again: what was owned under it is lost, and another one with a new owner follows. Thread-safe.
 */
public final class ReplicaLease {

    private static final String BEGIN = """
            insert into replica_leases (owner, lease_until) values (:owner, :until)
            on conflict (owner) do update set lease_until = excluded.lease_until where replica_leases.lease_until > :now
            """;

    private static final String PROLONG =
            "update replica_leases set lease_until = :until where owner = :owner and lease_until > :now";

    private static final String SHORTEN = "update replica_leases set lease_until = :until where lease_until > :latest";

    /** The clocks of replicas differ by less. */
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    /** As db-scheduler counts them: after so many heartbeats without one another process takes over. */
    private static final int TERM_HEARTBEATS = 5;

    private final Transactions transactions;
    private final InstantSource engineClock;
    private final Supplier<String> newOwner;
    private Optional<Duration> heartbeat = Optional.empty();
    private String owner;
    private Optional<Instant> until = Optional.empty();

    /** @param newOwner gives an owner that no process had before */
    public ReplicaLease(Transactions transactions, InstantSource engineClock, Supplier<String> newOwner) {
        this.transactions = transactions;
        this.engineClock = engineClock;
        this.newOwner = newOwner;
        this.owner = newOwner.get();
    }

    /** From now on work is taken in hand. The lease begins with the first. */
    public synchronized void open(Duration heartbeatInterval) {
        heartbeat = Optional.of(heartbeatInterval);
    }

    /** From now on nothing is taken in hand any more; what is in hand stays so until it is released. */
    public synchronized void close() {
        heartbeat = Optional.empty();
    }

    /** The owner of rows of the thread's transaction; empty where nothing may be taken in hand. Begins or prolongs the lease. */
    Optional<String> join(Handle handle) {
        Optional<Duration> interval = heartbeat();
        return interval.map(beat -> isHeldFor(beat.multipliedBy(3)) ? owner() : prolong(handle, beat));
    }

    private synchronized Optional<Duration> heartbeat() {
        return heartbeat;
    }

    /** Prolongs the lease if it is held; blocks for a commit, before others that are not urgent. */
    public void prolong() {
        Optional<Duration> interval = heartbeat();
        if (interval.isEmpty() || !isRunning()) return;
        transactions.inUrgentTransaction(handle -> prolong(handle, interval.get()));
    }

    private String prolong(Handle handle, Duration beat) {
        Instant now = engineClock.instant();
        Instant next = now.plus(beat.multipliedBy(TERM_HEARTBEATS));
        String mine = ownerAt(now);
        if (isBegun() && update(handle, PROLONG, mine, now, next) == 0) mine = giveUp();
        if (!isBegun() && update(handle, BEGIN, mine, now, next) == 0) {
            mine = giveUp();
            update(handle, BEGIN, mine, now, next);
        }
        String prolonged = mine;
        transactions.onceCommitted(() -> hold(prolonged, next.minus(beat)));
        return mine;
    }

    /**
     * Has leases end after one term that would end later than any may: they were written before the clock was put back. A process that
     * lives prolongs its own meanwhile. Blocks for a commit.
     *
     * @return how many leases
     */
    public int shortenFuture() {
        return heartbeat()
                .map(beat -> beat.multipliedBy(TERM_HEARTBEATS))
                .map(term -> transactions.inTransaction(
                        handle -> shorten(handle, engineClock.instant().plus(term))))
                .orElse(0);
    }

    private static int shorten(Handle handle, Instant until) {
        return handle.createUpdate(SHORTEN)
                .bind("until", until.toEpochMilli())
                .bind("latest", until.plus(MAX_CLOCK_DIFFERENCE).toEpochMilli())
                .execute();
    }

    private static int update(Handle handle, String sql, String owner, Instant now, Instant until) {
        return handle.createUpdate(sql)
                .bind("owner", owner)
                .bind("until", until.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private synchronized boolean isBegun() {
        return until.isPresent();
    }

    /** The owner of the lease that is held, or of a new one where it has ended. */
    private synchronized String ownerAt(Instant now) {
        return until.filter(end -> !end.isAfter(now)).map(ended -> giveUp()).orElse(owner);
    }

    private synchronized String giveUp() {
        until = Optional.empty();
        owner = newOwner.get();
        return owner;
    }

    /** Gives up what is in hand, so that who still runs some of it stops; to be called before others may take it over. */
    synchronized void end() {
        giveUp();
    }

    /** Ends a heartbeat before the row says so, so that this process stops before another begins. */
    private synchronized void hold(String prolonged, Instant end) {
        if (owner.equals(prolonged)) until = Optional.of(end);
    }

    private synchronized boolean isHeldFor(Duration rest) {
        Instant now = engineClock.instant();
        return until.filter(now.plus(rest)::isBefore)
                .filter(end -> !endsTooLate(now, end))
                .isPresent();
    }

    private synchronized boolean isRunning() {
        return until.filter(engineClock.instant()::isBefore).isPresent();
    }

    /** Whether the clock was put back since: then others may have shortened the lease, and it is held only once it is prolonged. */
    private boolean endsTooLate(Instant now, Instant end) {
        return heartbeat
                .map(beat -> now.plus(beat.multipliedBy(TERM_HEARTBEATS)))
                .filter(end::isAfter)
                .isPresent();
    }

    /** The owner of what is taken in hand now. */
    public synchronized String owner() {
        return owner;
    }

    /** Whether rows of this owner are still this process's. */
    public synchronized boolean isHeld(String rowOwner) {
        return owner.equals(rowOwner) && isHeldFor(Duration.ZERO);
    }
}
