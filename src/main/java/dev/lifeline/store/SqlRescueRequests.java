package dev.lifeline.store;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.LostRace;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Review;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Requests as rows: one open row a device is the table's own rule, and every change names the version it was made from. */
final class SqlRescueRequests implements RescueRequests {

    /** How often a device may be found taken and then free again while one request tries to open. */
    private static final int TRIES = 10;

    private final Transactions transactions;
    private final Timetable timetable;
    private final Json json;
    private final InstantSource clock;

    SqlRescueRequests(Transactions transactions, Timetable timetable, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.timetable = timetable;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public RescueRequest open(RescueRequest request) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<RescueRequest> now = transactions.answer(handle -> insertedOrThere(handle, request));
            if (now.isPresent()) return now.get();
        }
        throw new IllegalStateException("request " + request.id() + " cannot be opened");
    }

    /** Empty when the one that was there closed in between. */
    private Optional<RescueRequest> insertedOrThere(Handle handle, RescueRequest request) {
        if (!inserted(handle, request)) return openFor(request.device().id());
        plan(request, false);
        return Optional.of(request);
    }

    private boolean inserted(Handle handle, RescueRequest request) {
        String sql = """
                insert into rescue_requests (id, version, stage, device, open_device, left_to_watch, under_review, glass_broken, body, opened_at, changed_at)
                values (:id, :version, :stage, :device, :open, :watch, :review, :broken, :body, :openedAt, :now)
                on conflict do nothing
                """;
        return bound(handle.createUpdate(sql), request)
                        .bind("device", request.device().id().toString())
                        .bind("openedAt", request.plan().askedAt().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public void save(RescueRequest moved) {
        transactions.write(handle -> {
            boolean watchedBefore = leftToWatch(handle, moved.id());
            String sql = """
                    update rescue_requests
                    set version = :version, stage = :stage, open_device = :open, left_to_watch = :watch, under_review = :review,
                        glass_broken = :broken, body = :body, changed_at = :now
                    where id = :id and version = :version - 1
                    """;
            if (bound(handle.createUpdate(sql), moved).execute() == 0) throw new LostRace(moved.id());
            plan(moved, watchedBefore);
        });
    }

    private <S extends SqlStatement<S>> S bound(S statement, RescueRequest request) {
        Optional<String> open = request.stage().isClosed()
                ? Optional.empty()
                : Optional.of(request.device().id().toString());
        return statement
                .bind("id", request.id().value())
                .bind("version", request.version())
                .bind("stage", request.stage().getClass().getSimpleName())
                .bind("open", open)
                .bind("watch", leftToWatch(request) ? 1 : 0)
                .bind("review", request.review().filter(Review::isOpen).isPresent() ? 1 : 0)
                .bind("broken", request.review().isPresent() ? 1 : 0)
                .bind("body", json.write(RescueRequest.class, request))
                .bind("now", clock.millis());
    }

    /** What moves on by the clock gets its time; what comes into the hands of the watch gets its first look soon. */
    private void plan(RescueRequest request, boolean watchedBefore) {
        Optional<Instant> due = request.due();
        due.ifPresent(at -> timetable.ask(Errand.STEPS, request.id().value(), at));
        if (leftToWatch(request) && !watchedBefore) timetable.hastenWatch(clock.instant());
    }

    private static boolean leftToWatch(RescueRequest request) {
        return request.stage().watched() && request.stage().due().isEmpty();
    }

    private static boolean leftToWatch(Handle handle, RequestId id) {
        return handle.createQuery("select left_to_watch from rescue_requests where id = :id")
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .filter(watched -> watched == 1)
                .isPresent();
    }

    @Override
    public Optional<RescueRequest> find(RequestId id) {
        return one("where id = :key", id.value());
    }

    @Override
    public Optional<RescueRequest> openFor(DeviceId device) {
        return one("where open_device = :key", device.toString());
    }

    private Optional<RescueRequest> one(String where, String key) {
        return transactions
                .read(handle -> requests(handle, where)
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne())
                .map(this::read);
    }

    @Override
    public List<RescueRequest> open() {
        return transactions.read(handle -> requests(handle, "where open_device is not null order by opened_at, id")
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    @Override
    public List<RescueRequest> underReview() {
        return transactions.read(handle -> requests(handle, "where under_review = 1 order by opened_at, id")
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    @Override
    public long glassBroken() {
        return transactions.read(
                handle -> handle.createQuery("select count(*) from rescue_requests where glass_broken = 1")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public List<RescueRequest> recent(Optional<DeviceId> device, int limit) {
        String which = device.isPresent() ? "where device = :device " : "";
        return transactions.read(handle -> {
            Query query = requests(handle, which + "order by opened_at desc, id limit :limit")
                    .bind("limit", limit);
            device.ifPresent(id -> query.bind("device", id.toString()));
            return query.mapTo(String.class).map(this::read).list();
        });
    }

    @Override
    public List<RescueRequest> closed(int limit) {
        String newest = "where open_device is null order by changed_at desc, id limit :limit";
        return transactions.read(handle -> requests(handle, newest)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(this::read)
                .list());
    }

    private static Query requests(Handle handle, String where) {
        return handle.createQuery("select body from rescue_requests " + where);
    }

    private RescueRequest read(String body) {
        return json.read(RescueRequest.class, body);
    }
}
