package dev.lifeline.store.sql;

import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.store.database.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Rate limits as rows that all replicas share. A row holds when the next evenly spaced permit is due (generic cell rate algorithm); a
 * permit is acquired by moving that time on in one conditional update. Pauses are rows too, under keys of their own.
 */
public final class SqlRateLimiter implements SharedRateLimiter {

    private static final String ACQUIRE_SQL = """
            insert into rate_limits (key, next_at) values (:key, :now + :interval)
            on conflict (key) do update set next_at =
              (case when rate_limits.next_at between :now and :now + :tolerance then rate_limits.next_at else :now end) + :interval
            where rate_limits.next_at <= :now + :tolerance or rate_limits.next_at > :now + :fullBurst
            """;

    private static final String PAUSE_SQL = """
            insert into rate_limits (key, next_at) values (:key, :until)
            on conflict (key) do update set next_at = excluded.next_at
            where rate_limits.next_at < excluded.next_at or rate_limits.next_at > :latest
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    public SqlRateLimiter(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads before it writes: a read waits for no writer, and an exhausted limit is tried again and again. */
    @Override
    public Optional<Instant> tryAcquire(String key, Rate rate) {
        Optional<Instant> retryAt = unavailableUntil(key, rate);
        return retryAt.isPresent() || tryAdvance(key, rate) ? retryAt : unavailableUntil(key, rate);
    }

    /** A time later than a full burst from now was written before the clock was set back; it is ignored. */
    private Optional<Instant> unavailableUntil(String key, Rate rate) {
        Instant now = clock.instant();
        return nextAt(key)
                .filter(next -> !next.isAfter(now.plus(fullBurst(rate))))
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
                        .bind("interval", rate.interval().toMillis())
                        .bind("fullBurst", fullBurst(rate).toMillis())
                        .bind("tolerance", rate.interval().toMillis() * (rate.burst() - 1L))
                        .execute()
                == 1);
    }

    @Override
    public void pauseUntil(String kind, Instant until) {
        transactions.write(handle -> handle.createUpdate(PAUSE_SQL)
                .bind("key", pauseKey(kind))
                .bind("until", until.toEpochMilli())
                .bind("latest", latestPauseEnd().toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Instant> pausedUntil(String kind) {
        return nextAt(pauseKey(kind))
                .filter(clock.instant()::isBefore)
                .filter(until -> !until.isAfter(latestPauseEnd()));
    }

    private Instant latestPauseEnd() {
        return clock.instant().plus(MAX_PAUSE);
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
