package dev.lifeline.store.sql;

import dev.lifeline.store.database.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The processes that serve, one row each. Thread-safe; every call blocks for the database. */
public final class ReplicaTable {

    /** Four times as long as a replica that lives is silent. */
    private static final Duration MAX_SILENCE = Duration.ofMinutes(1);

    private static final String ANNOUNCE = """
            insert into replicas (replica, release, seen_at, clock_ahead) values (:replica, :release, :now, :ahead)
            on conflict (replica) do update
              set release = excluded.release, seen_at = excluded.seen_at, clock_ahead = excluded.clock_ahead
            """;

    private static final String SEEN_SINCE =
            "select replica, release, seen_at, clock_ahead from replicas where seen_at > :since order by replica";

    private final Transactions transactions;
    private final InstantSource sharedClock;
    private final InstantSource hostClock;

    /**
     * Over one database.
     *
     * @param sharedClock the clock of the database where it has one
     * @param hostClock the clock of this host
     */
    public ReplicaTable(Transactions transactions, InstantSource sharedClock, InstantSource hostClock) {
        this.transactions = transactions;
        this.sharedClock = sharedClock;
        this.hostClock = hostClock;
    }

    /**
     * Says that this process serves, and how far the clock of its host is off; to be called every fifteen seconds. Those that have fallen
     * silent are forgotten.
     *
     * @param replica process id and host
     */
    public void announce(String replica, String release) {
        Instant now = sharedClock.instant();
        Duration ahead = Duration.between(now, hostClock.instant());
        transactions.write(handle -> {
            handle.createUpdate(ANNOUNCE)
                    .bind("replica", replica)
                    .bind("release", release)
                    .bind("now", now.toEpochMilli())
                    .bind("ahead", ahead.toMillis())
                    .execute();
            handle.execute("delete from replicas where seen_at < ?", silentBefore(now));
        });
    }

    /**
     * The processes that serve, in the order of their names.
     *
     * @param now by the clock that they share
     */
    public List<ReplicaSighting> seen(Instant now) {
        RowMapper<ReplicaSighting> mapper = (row, context) -> new ReplicaSighting(
                row.getString("replica"),
                row.getString("release"),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                Duration.ofMillis(row.getLong("clock_ahead")));
        return transactions.read(handle -> handle.createQuery(SEEN_SINCE)
                .bind("since", silentBefore(now))
                .map(mapper)
                .list());
    }

    private static long silentBefore(Instant now) {
        return now.minus(MAX_SILENCE).toEpochMilli();
    }
}
