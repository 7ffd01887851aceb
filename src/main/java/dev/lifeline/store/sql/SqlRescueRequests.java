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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** Rescue requests as rows. A unique index allows one open request for each device; every save names the version it was made from. */
public final class SqlRescueRequests implements RescueRequests {

    /** Attempts to open a request whose device turns out taken and then free again in between. */
    private static final int MAX_ATTEMPTS = 10;

    /** SQLSTATE of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;
    private final JobSchedule jobSchedule;
    private final Json json;
    private final InstantSource clock;

    public SqlRescueRequests(Transactions transactions, JobSchedule jobSchedule, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.jobSchedule = jobSchedule;
        this.json = json;
        this.clock = clock;
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
        scheduleNext(request, false);
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
            boolean wasPollOnly = isPollOnly(handle, moved.id());
            String sql = """
                    update rescue_requests
                    set version = :version, stage = :stage, open_device = :openDevice, poll_only = :pollOnly,
                      review_pending = :reviewPending, break_glass_used = :breakGlassUsed, body = :body, updated_at = :now
                    where id = :id and version = :version - 1
                      and not exists (select 1 from rescue_requests other where other.open_device = :openDevice and other.id <> :id)
                    """;
            if (update(handle.createUpdate(sql), moved) == 0) throw new StaleRequestException(moved.id());
            scheduleNext(moved, wasPollOnly);
        });
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
                .bind("stage", request.stage().getClass().getSimpleName())
                .bind("openDevice", openDevice)
                .bind("pollOnly", isPollOnly(request) ? 1 : 0)
                .bind(
                        "reviewPending",
                        request.review().filter(Review::isPending).isPresent() ? 1 : 0)
                .bind("breakGlassUsed", request.review().isPresent() ? 1 : 0)
                .bind("body", json.write(RescueRequest.class, request))
                .bind("now", clock.millis());
    }

    /** Schedules the next step of a request that moves by the clock, and the device poll when a request begins to depend on it. */
    private void scheduleNext(RescueRequest request, boolean wasPollOnly) {
        Optional<Instant> due = request.due();
        due.ifPresent(
                at -> jobSchedule.schedule(JobType.REQUEST_STEPS, request.id().value(), at));
        if (isPollOnly(request) && !wasPollOnly) jobSchedule.pollNow(clock.instant());
    }

    private static boolean isPollOnly(RescueRequest request) {
        return request.stage().isPolled() && request.stage().due().isEmpty();
    }

    private static boolean isPollOnly(Handle handle, RequestId id) {
        return handle.createQuery("select poll_only from rescue_requests where id = :id")
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .filter(pollOnly -> pollOnly == 1)
                .isPresent();
    }

    @Override
    public Optional<RescueRequest> find(RequestId id) {
        return findOne("where id = :key", id.value());
    }

    @Override
    public Optional<RescueRequest> findOpen(DeviceId device) {
        return findOne("where open_device = :key", device.toString());
    }

    private Optional<RescueRequest> findOne(String where, String key) {
        return transactions
                .read(handle -> selectBodies(handle, where)
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne())
                .map(this::read);
    }

    @Override
    public List<RescueRequest> findOpen() {
        return transactions.read(handle -> selectBodies(handle, "where open_device is not null order by created_at, id")
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    @Override
    public List<RescueRequest> findReviewPending() {
        return transactions.read(handle -> selectBodies(handle, "where review_pending = 1 order by created_at, id")
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    @Override
    public long countBreakGlass() {
        return transactions.read(
                handle -> handle.createQuery("select count(*) from rescue_requests where break_glass_used = 1")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public List<RescueRequest> findRecent(Optional<DeviceId> device, int limit) {
        String condition = device.isPresent() ? "where device = :device " : "";
        return transactions.read(handle -> {
            Query query = selectBodies(handle, condition + "order by created_at desc, id limit :limit")
                    .bind("limit", limit);
            device.ifPresent(id -> query.bind("device", id.toString()));
            return query.mapTo(String.class).map(this::read).list();
        });
    }

    @Override
    public List<RescueRequest> findClosed(int limit) {
        String newestClosed = "where open_device is null order by updated_at desc, id limit :limit";
        return transactions.read(handle -> selectBodies(handle, newestClosed)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    private static Query selectBodies(Handle handle, String where) {
        return handle.createQuery("select body from rescue_requests " + where);
    }

    private RescueRequest read(String body) {
        return json.read(RescueRequest.class, body);
    }
}
