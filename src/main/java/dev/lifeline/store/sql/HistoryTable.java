package dev.lifeline.store.sql;

import dev.lifeline.device.DeviceId;
import dev.lifeline.rescue.RescueRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Queries over the table of requests and the one of those that were closed long ago, where {@code store.jobs} moves them. */
final class HistoryTable {

    /** A request by its id, wherever it is. */
    static final String SELECT_BY_ID = """
            select id, body from rescue_requests where id = :key
            union all
            select id, body from rescue_request_history where id = :key
            """;

    private static final String REQUESTS = "rescue_requests";
    private static final String HISTORY = "rescue_request_history";

    private HistoryTable() {}

    /** A stored request with the time that the list is ordered by. */
    private record Dated(StoredRequest request, long at) {}

    /**
     * What is listed, the newest first.
     *
     * @param orderedBy a column with a time
     * @param condition that the order has an index for
     */
    private record Listing(String orderedBy, String condition, Optional<DeviceId> device, int limit) {

        List<Dated> read(Handle handle, String table) {
            String sql = "select id, body, " + orderedBy + " as at from " + table + condition + " order by " + orderedBy
                    + " desc, id limit :limit";
            Query query = handle.createQuery(sql).bind("limit", limit);
            device.ifPresent(id -> query.bind("device", id.toString()));
            return query.map((row, context) -> new Dated(StoredRequest.of(row, context), row.getLong("at")))
                    .list();
        }
    }

    /** Moves a request that is about to be saved back to the others, if it is in the history at the version before. */
    static void bringBack(Handle handle, RescueRequest moved) {
        String insert = """
                insert into rescue_requests (id, version, stage, device, open_device, poll_only, review_pending, break_glass_used, body,
                  created_at, updated_at)
                select id, version, stage, device, null, 0, 0, break_glass_used, body, created_at, updated_at
                from rescue_request_history where id = :id and version = :before
                """;
        int rows = handle.createUpdate(insert)
                .bind("id", moved.id().value())
                .bind("before", moved.version() - 1)
                .execute();
        if (rows > 0)
            handle.execute(
                    "delete from rescue_request_history where id = ?",
                    moved.id().value());
    }

    /** The newest requests, open or closed, the newest first. */
    static List<StoredRequest> findRecent(Handle handle, Optional<DeviceId> device, int limit) {
        Listing listing = new Listing("created_at", device.isPresent() ? " where device = :device" : "", device, limit);
        return newest(listing.read(handle, REQUESTS), listing.read(handle, HISTORY), limit);
    }

    /** The closed requests, the last closed first. */
    static List<StoredRequest> findClosed(Handle handle, int limit) {
        Listing closed = new Listing("updated_at", " where open_device is null", Optional.empty(), limit);
        Listing moved = new Listing("updated_at", "", Optional.empty(), limit);
        return newest(closed.read(handle, REQUESTS), moved.read(handle, HISTORY), limit);
    }

    /** The history is read last: one that is moved in between is in both, and counts once. */
    private static List<StoredRequest> newest(List<Dated> requests, List<Dated> history, int limit) {
        return Stream.concat(requests.stream(), history.stream())
                .sorted(Comparator.comparingLong(Dated::at)
                        .reversed()
                        .thenComparing(dated -> dated.request().id()))
                .map(Dated::request)
                .distinct()
                .limit(limit)
                .toList();
    }
}
