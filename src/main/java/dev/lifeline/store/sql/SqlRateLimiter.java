package dev.lifeline.store.sql;

import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.store.database.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Budgets as rows, so that all replicas take from the same ones: a turn is taken by whoever moves the row on. */
public final class SqlRateLimiter implements SharedRateLimiter {

    private static final String ACQUIRE_SQL = """
            insert into rate_limits (key, next_at) values (:key, :now + :every)
            on conflict (key) do update set next_at =
              (case when rate_limits.next_at between :now and :now + :room then rate_limits.next_at else :now end) + :every
            where rate_limits.next_at <= :now + :room or rate_limits.next_at > :now + :full
            """;

    private static final String PAUSE_SQL = """
            insert into rate_limits (key, next_at) values (:key, :until)
            on conflict (key) do update set next_at = excluded.next_at where rate_limits.next_at < excluded.next_at
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    public SqlRateLimiter(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks before it takes, since a look waits for nobody and a full budget is asked for again and again. */
    @Override
    public Optional<Instant> tryAcquire(String key, Rate rate) {
        Optional<Instant> later = unavailableUntil(key, rate);
        return later.isPresent() || tryAdvance(key, rate) ? later : unavailableUntil(key, rate);
    }

    /** No turn is due later than a full budget's last: what says so was written before the clock was put back. */
    private Optional<Instant> unavailableUntil(String key, Rate rate) {
        Instant now = clock.instant();
        return nextAt(key)
                .filter(due -> !due.isAfter(now.plus(fullBurst(rate))))
                .map(rate::earliestPermit)
                .filter(now::isBefore);
    }

    private static Duration fullBurst(Rate rate) {
        return rate.interval().multipliedBy(rate.burst());
    }

    private boolean tryAdvance(String key, Rate rate) {
        return transactions.inTransaction(handle -> handle.createUpdate(ACQUIRE_SQL)
                        .bind("key", key)
                        .bind("now", clock.millis())
                        .bind("every", rate.interval().toMillis())
                        .bind("full", fullBurst(rate).toMillis())
                        .bind("room", rate.interval().toMillis() * (rate.burst() - 1L))
                        .execute()
                == 1);
    }

    @Override
    public void pauseUntil(String kind, Instant until) {
        transactions.write(handle -> handle.createUpdate(PAUSE_SQL)
                .bind("key", pauseKey(kind))
                .bind("until", until.toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Instant> pausedUntil(String kind) {
        return nextAt(pauseKey(kind)).filter(clock.instant()::isBefore);
    }

    private static String pauseKey(String kind) {
        return "pause:" + kind;
    }

    private Optional<Instant> nextAt(String key) {
        return transactions.read(handle -> nextAt(handle, key)).map(Instant::ofEpochMilli);
    }

    private static Optional<Long> nextAt(Handle handle, String key) {
        return handle.createQuery("select next_at from rate_limits where key = :key")
                .bind("key", key)
                .mapTo(Long.class)
                .findOne();
    }
}
