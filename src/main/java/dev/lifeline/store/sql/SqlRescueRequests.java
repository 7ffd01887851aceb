package dev.lifeline.store.sql;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.StaleRequestException;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/**
 * Rescue requests as rows. A unique index allows one open request for each device; every save names the version it was made from. Requests
 * that were closed long ago are in a table of their own, from which a save brings them back.
 */
public final class SqlRescueRequests implements RescueRequests {

    /** Attempts to open a request whose device turns out taken and then free again in between. */
    private static final int MAX_ATTEMPTS = 10;

    /** SQLSTATE of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String KIND = "rescue request";
    private static final String OPEN = "open_device is not null";
    private static final String REVIEW_PENDING = "review_pending = 1";
    private static final String DRILL = "device like 'simulated:%'";

    private final Transactions transactions;
    private final JobSchedule jobSchedule;
    private final Json json;
    private final InstantSource clock;
    private final UnreadableRows unreadableRows;
    private final RequestBodies bodies;

    public SqlRescueRequests(
            Transactions transactions,
            JobSchedule jobSchedule,
            Json json,
            InstantSource clock,
            UnreadableRows unreadableRows) {
        this.transactions = transactions;
        this.jobSchedule = jobSchedule;
        this.json = json;
        this.clock = clock;
        this.unreadableRows = unreadableRows;
        this.bodies = new RequestBodies(json);
    }

    @Override
    public RescueRequest open(RescueRequest request) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<RescueRequest> open = transactions.inTransaction(handle -> insertOrFind(handle, request));
            if (open.isPresent()) return open.get();
        }
        throw new IllegalStateException("request " + request.id() + " cannot be opened");
    }

    /** Returns the open request for the device; empty when the one that was there closed in between. */
    private Optional<RescueRequest> insertOrFind(Handle handle, RescueRequest request) {
        if (!insert(handle, request)) return findOpen(request.device().id());
        scheduleNext(request, Optional.empty());
        if (request.review().isPresent()) countBreakGlass(handle, request);
        return Optional.of(request);
    }

    private boolean insert(Handle handle, RescueRequest request) {
        String sql = """
                insert into rescue_requests (id, version, stage, device, open_device, poll_only, review_pending, break_glass_used, body,
                  created_at, updated_at)
                values (:id, :version, :stage, :device, :openDevice, :pollOnly, :reviewPending, :breakGlassUsed, :body,
                  :createdAt, :now)
                on conflict do nothing
                """;
        return bind(handle.createUpdate(sql), request)
                        .bind("device", request.device().id().toString())
                        .bind("createdAt", request.plan().requestedAt().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public void save(RescueRequest moved) {
        transactions.write(handle -> {
            Optional<Before> before = findBefore(handle, moved.id());
            if (before.isEmpty()) HistoryTable.bringBack(handle, moved);
            if (update(handle, moved) == 0) throw new StaleRequestException(moved.id());
            boolean firstUse = before.filter(known -> !known.breakGlassUsed()).isPresent();
            if (firstUse && moved.review().isPresent()) countBreakGlass(handle, moved);
            boolean otherStage = before.filter(known -> known.stage().equals(stageName(moved)))
                    .isEmpty();
            if (otherStage) SqlPhaseDurations.store(handle, moved, clock.millis());
            scheduleNext(moved, before);
        });
    }

    /** What the columns of a request say before it is saved. */
    private record Before(String stage, boolean pollOnly, boolean breakGlassUsed) {}

    /** Empty where the request was moved to the history, or never was. */
    private static Optional<Before> findBefore(Handle handle, RequestId id) {
        return handle.createQuery("select stage, poll_only, break_glass_used from rescue_requests where id = :id")
                .bind("id", id.value())
                .map((row, context) -> new Before(
                        row.getString("stage"), row.getLong("poll_only") == 1, row.getLong("break_glass_used") == 1))
                .findOne();
    }

    private static void countBreakGlass(Handle handle, RescueRequest request) {
        if (!request.isDrill()) handle.execute("update counters set value = value + 1 where name = 'break_glass'");
    }

    private int update(Handle handle, RescueRequest moved) {
        String sql = """
                update rescue_requests
                set version = :version, stage = :stage, open_device = :openDevice, poll_only = :pollOnly,
                  review_pending = :reviewPending, break_glass_used = :breakGlassUsed, body = :body, updated_at = :now
                where id = :id and version = :version - 1
                  and not exists (select 1 from rescue_requests other where other.open_device = :openDevice and other.id <> :id)
                """;
        return update(handle.createUpdate(sql), moved);
    }

    /** PostgreSQL reports a request that another transaction opens for the same device at the same time as a unique violation. */
    private int update(Update update, RescueRequest moved) {
        try {
            return bind(update, moved).execute();
        } catch (UnableToExecuteStatementException e) {
            boolean deviceTaken =
                    e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState());
            if (deviceTaken) return 0;
            throw e;
        }
    }

    private <S extends SqlStatement<S>> S bind(S statement, RescueRequest request) {
        Optional<String> openDevice = request.stage().isClosed()
                ? Optional.empty()
                : Optional.of(request.device().id().toString());
        return statement
                .bind("id", request.id().value())
                .bind("version", request.version())
                .bind("stage", stageName(request))
                .bind("openDevice", openDevice)
                .bind("pollOnly", isPollOnly(request) ? 1 : 0)
                .bind(
                        "reviewPending",
                        request.review().filter(Review::isPending).isPresent() ? 1 : 0)
                .bind("breakGlassUsed", request.review().isPresent() ? 1 : 0)
                .bind("body", json.write(RescueRequest.class, request))
                .bind("now", clock.millis());
    }

    /**
     * Schedules the next step of a request that moves by the clock, and the device poll when a request begins to depend on it or enters
     * another stage in which it does.
     */
    private void scheduleNext(RescueRequest request, Optional<Before> before) {
        Optional<Instant> due = request.due();
        due.ifPresent(
                at -> jobSchedule.schedule(JobType.REQUEST_STEPS, request.id().value(), at));
        boolean polledAlready = before.filter(
                        known -> known.pollOnly() && known.stage().equals(stageName(request)))
                .isPresent();
        if (isPollOnly(request) && !polledAlready) jobSchedule.pollNow(clock.instant());
    }

    private static boolean isPollOnly(RescueRequest request) {
        return request.stage().isPolled() && request.stage().due().isEmpty();
    }

    private static String stageName(RescueRequest request) {
        return request.stage().getClass().getSimpleName();
    }

    @Override
    public Optional<RescueRequest> find(RequestId id) {
        return findOne(HistoryTable.SELECT_BY_ID, id.value());
    }

    @Override
    public Optional<RescueRequest> findOpen(DeviceId device) {
        return findOne("select id, body from rescue_requests where open_device = :key", device.toString());
    }

    private Optional<RescueRequest> findOne(String sql, String key) {
        return transactions
                .read(handle -> handle.createQuery(sql)
                        .bind("key", key)
                        .map(StoredRequest::of)
                        .findFirst())
                .map(this::read);
    }

    @Override
    public List<RescueRequest> findOpen() {
        return readable(select(OPEN));
    }

    @Override
    public List<RescueRequest> findReviewPending() {
        return readable(select(REVIEW_PENDING));
    }

    @Override
    public List<String> findUnreadable() {
        return Stream.concat(select(OPEN).stream(), select(REVIEW_PENDING).stream())
                .filter(row -> readOrSkip(row).isEmpty())
                .map(StoredRequest::id)
                .distinct()
                .toList();
    }

    /** The condition is that of a partial index in this order. */
    private List<StoredRequest> select(String condition) {
        String sql = "select id, body from rescue_requests where " + condition + " order by created_at, id";
        return transactions.read(
                handle -> handle.createQuery(sql).map(StoredRequest::of).list());
    }

    @Override
    public long countOpen() {
        return count("select count(*) from rescue_requests where " + OPEN + " and not " + DRILL);
    }

    @Override
    public long countOpenDrills() {
        return count("select count(*) from rescue_requests where " + OPEN + " and " + DRILL);
    }

    @Override
    public long countReviewPending() {
        return count("select count(*) from rescue_requests where " + REVIEW_PENDING + " and not " + DRILL);
    }

    @Override
    public long countBreakGlass() {
        return count("select value from counters where name = 'break_glass'");
    }

    private long count(String sql) {
        return transactions.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Override
    public List<RescueRequest> findRecent(Optional<DeviceId> device, int limit) {
        return readable(transactions.read(handle -> HistoryTable.findRecent(handle, device, limit)));
    }

    @Override
    public List<RescueRequest> findClosed(int limit) {
        return readable(transactions.read(handle -> HistoryTable.findClosed(handle, limit)));
    }

    private List<RescueRequest> readable(List<StoredRequest> rows) {
        return rows.stream().map(this::readOrSkip).flatMap(Optional::stream).toList();
    }

    private Optional<RescueRequest> readOrSkip(StoredRequest row) {
        return unreadableRows.readOrSkip(KIND, row.id(), () -> bodies.read(row.body()));
    }

    private RescueRequest read(StoredRequest row) {
        return unreadableRows.read(KIND, row.id(), () -> bodies.read(row.body()));
    }
}
