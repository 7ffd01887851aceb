package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What a bot holds at one moment of a soak.
 *
 * @param rescues how many have ended
 * @param sockets of its descriptors: connections to Slack, the provider, the devices and the database
 * @param liveRows rows of what is under way, which has to stay flat: jobs, leases, pending interactions and messages
 * @param keptRows rows that grow with each rescue until they are purged or moved to the history
 * @param databaseBytes size of the database
 */
record SoakSample(
        long rescues,
        ProcessUsage usage,
        long descriptors,
        long sockets,
        long liveRows,
        long keptRows,
        long databaseBytes) {

    private static final List<String> LIVE_ROWS = List.of(
            "scheduled_tasks",
            "replica_leases",
            "inbox where processed_at is null",
            "outbox_messages where completed_at is null");
    private static final List<String> KEPT_ROWS = List.of(
            "rescue_requests",
            "rescue_request_history",
            "inbox",
            "outbox_messages",
            "status_messages",
            "audit_log",
            "seen_signatures",
            "rate_limits");

    static SoakSample of(SoakStand stand, long rescues, boolean sqlite) {
        long pid = stand.bot().process().pid();
        return stand.database()
                .withHandle(handle -> new SoakSample(
                        rescues,
                        ProcessUsage.of(pid),
                        descriptors(pid, ""),
                        descriptors(pid, "socket:"),
                        count(handle, LIVE_ROWS),
                        count(handle, KEPT_ROWS),
                        bytes(handle, sqlite)));
    }

    private static long descriptors(long pid, String kind) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.filter(descriptor -> target(descriptor).startsWith(kind))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for one that was closed meanwhile. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static long count(Handle handle, List<String> tables) {
        return tables.stream()
                .mapToLong(table -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one())
                .sum();
    }

    private static long bytes(Handle handle, boolean sqlite) {
        String sql = sqlite
                ? "select page_count * page_size from pragma_page_count(), pragma_page_size()"
                : "select pg_database_size(current_database())";
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
