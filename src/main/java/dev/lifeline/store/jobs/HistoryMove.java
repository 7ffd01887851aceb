package dev.lifeline.store.jobs;

import dev.lifeline.store.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves requests that were closed 30 days ago into the table of the history, 200 in a transaction and at most 4,000 in a run. One replica
 * does it at a time. A request stays where it is while its review is owed or a message of it is undelivered; the store reads both tables,
 * and brings a request back that is saved again.
 */
final class HistoryMove implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryMove.class);

    /** Much longer than a late answer of the provider can take, which may reopen the request, and than people look at a rescue. */
    private static final Duration MIN_AGE = Duration.ofDays(30);

    /** Some 600 kB: other writers wait for one batch at most. */
    private static final int BATCH_SIZE = 200;

    private static final int MAX_BATCHES = 20;

    /** Less than the pause between two sweeps of a replica. */
    private static final Duration INTERVAL = Duration.ofSeconds(25);

    /** A time further ahead than that was written before the clock was put back. */
    private static final String CLAIM = """
            update background_work set next_at = :next
            where name = 'history' and (next_at <= :now or next_at > :next)
            """;

    private static final String DELETE = """
            delete from rescue_requests
            where open_device is null and review_pending = 0 and id in (
              select closed.id from rescue_requests closed
              where closed.open_device is null and closed.review_pending = 0 and closed.updated_at < :before
                and not exists (
                  select 1 from outbox_messages message
                  where message.stream_key in ('request:' || closed.id, 'review:' || closed.id) and message.completed_at is null)
              order by closed.updated_at limit :batch)
            returning id, version, stage, device, break_glass_used, body, created_at, updated_at
            """;

    private static final String INSERT = """
            insert into rescue_request_history (id, version, stage, device, break_glass_used, body, created_at, updated_at)
            values (:id, :version, :stage, :device, :breakGlassUsed, :body, :createdAt, :updatedAt)
            on conflict (id) do update set version = excluded.version, stage = excluded.stage,
              break_glass_used = excluded.break_glass_used, body = excluded.body, updated_at = excluded.updated_at
            """;

    /** What the message in Slack shows is no longer written again: nobody writes an older text over it after so long. */
    private static final String FORGET_SHOWN = """
            update status_messages set shown_body = ''
            where (stream_key in ('request:' || :id, 'review:' || :id) or request_id = :id) and shown_body <> ''
            """;

    private final Transactions transactions;
    private final InstantSource clock;

    HistoryMove(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A row as it is: this release may be unable to read its body. */
    private record Row(
            String id,
            long version,
            String stage,
            String device,
            long breakGlassUsed,
            String body,
            long createdAt,
            long updatedAt) {

        static Row of(ResultSet row, StatementContext context) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getLong("version"),
                    row.getString("stage"),
                    row.getString("device"),
                    row.getLong("break_glass_used"),
                    row.getString("body"),
                    row.getLong("created_at"),
                    row.getLong("updated_at"));
        }
    }

    @Override
    public void run() {
        if (!claim()) return;
        int total = 0;
        int moved = BATCH_SIZE;
        for (int batch = 0; batch < MAX_BATCHES && moved == BATCH_SIZE; batch++) {
            moved = transactions.inTransaction(this::moveBatch);
            total += moved;
        }
        if (total > 0) LOG.info("Closed requests moved to the history: {}", total);
    }

    private boolean claim() {
        Instant now = clock.instant();
        return transactions.inTransaction(handle -> handle.createUpdate(CLAIM)
                        .bind("now", now.toEpochMilli())
                        .bind("next", now.plus(INTERVAL).toEpochMilli())
                        .execute()
                == 1);
    }

    private int moveBatch(Handle handle) {
        List<Row> rows = handle.createQuery(DELETE)
                .bind("before", clock.instant().minus(MIN_AGE).toEpochMilli())
                .bind("batch", BATCH_SIZE)
                .map(Row::of)
                .list();
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (Row row : rows)
            batch.bind("id", row.id())
                    .bind("version", row.version())
                    .bind("stage", row.stage())
                    .bind("device", row.device())
                    .bind("breakGlassUsed", row.breakGlassUsed())
                    .bind("body", row.body())
                    .bind("createdAt", row.createdAt())
                    .bind("updatedAt", row.updatedAt())
                    .add();
        if (!rows.isEmpty()) batch.execute();
        forgetShown(handle, rows);
        return rows.size();
    }

    private static void forgetShown(Handle handle, List<Row> rows) {
        PreparedBatch batch = handle.prepareBatch(FORGET_SHOWN);
        rows.forEach(row -> batch.bind("id", row.id()).add());
        if (!rows.isEmpty()) batch.execute();
    }
}
