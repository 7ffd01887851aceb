package dev.lifeline.store;

import dev.lifeline.message.Budgets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Budgets as rows, so that all replicas take from the same ones: a turn is taken by whoever moves the row on. */
final class SqlBudgets implements Budgets {

    private static final String TAKE = """
            insert into budgets (key, due_at) values (:key, :now + :every)
            on conflict (key) do update set due_at =
              (case when budgets.due_at between :now and :now + :room then budgets.due_at else :now end) + :every
            where budgets.due_at <= :now + :room or budgets.due_at > :now + :full
            """;

    private static final String REST = """
            insert into budgets (key, due_at) values (:key, :until)
            on conflict (key) do update set due_at = excluded.due_at where budgets.due_at < excluded.due_at
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    SqlBudgets(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks before it takes, since a look waits for nobody and a full budget is asked for again and again. */
    @Override
    public Optional<Instant> take(String key, Rate rate) {
        Optional<Instant> later = later(key, rate);
        return later.isPresent() || taken(key, rate) ? later : later(key, rate);
    }

    /** No turn is due later than a full budget's last: what says so was written before the clock was put back. */
    private Optional<Instant> later(String key, Rate rate) {
        Instant now = clock.instant();
        return due(key).filter(due -> !due.isAfter(now.plus(full(rate))))
                .map(rate::earliest)
                .filter(now::isBefore);
    }

    private static Duration full(Rate rate) {
        return rate.every().multipliedBy(rate.burst());
    }

    private boolean taken(String key, Rate rate) {
        return transactions.answer(handle -> handle.createUpdate(TAKE)
                        .bind("key", key)
                        .bind("now", clock.millis())
                        .bind("every", rate.every().toMillis())
                        .bind("full", full(rate).toMillis())
                        .bind("room", rate.every().toMillis() * (rate.burst() - 1L))
                        .execute()
                == 1);
    }

    @Override
    public void rest(String kind, Instant until) {
        transactions.write(handle -> handle.createUpdate(REST)
                .bind("key", restOf(kind))
                .bind("until", until.toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Instant> resting(String kind) {
        return due(restOf(kind)).filter(clock.instant()::isBefore);
    }

    private static String restOf(String kind) {
        return "rest:" + kind;
    }

    private Optional<Instant> due(String key) {
        return transactions.read(handle -> due(handle, key)).map(Instant::ofEpochMilli);
    }

    private static Optional<Long> due(Handle handle, String key) {
        return handle.createQuery("select due_at from budgets where key = :key")
                .bind("key", key)
                .mapTo(Long.class)
                .findOne();
    }
}
