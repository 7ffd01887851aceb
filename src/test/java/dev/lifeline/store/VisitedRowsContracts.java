package dev.lifeline.store;

import static dev.lifeline.contract.Samples.awaitingConfirmation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.testkit.Fixtures;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is read of open requests does not grow with the closed ones: contract, run against one kind of database. */
abstract class VisitedRowsContracts {

    private static final int CLOSED_ROWS = 10_000;

    /** Of closed rows with as long a body as real ones, all of them with break-glass used. */
    private static final String CLOSED = """
            insert into {table} (id, version, stage, device, {columns} break_glass_used, body, created_at, updated_at)
            with recursive n(i) as (select 1 union all select i + 1 from n where i < {rows})
            select 'closed' || i, 3, 'Closed', 'virtual_guest:' || (i % 50), {values} 1, {body}, i, i from n
            """;

    private static final RescueRequest REQUEST = awaitingConfirmation("open000001", Fixtures.WEB_07);

    private final List<RecordedStatement> statements = new ArrayList<>();

    /** The URL of a new, empty database. */
    abstract String emptyDatabaseUrl();

    /** How much the database reads for a statement, in a unit that grows by at least one with each row. */
    abstract long visited(Connection connection, RecordedStatement statement) throws SQLException;

    /** Brings the planner's statistics up to date, as the database does by itself after a while. */
    abstract void refreshStatistics(Connection connection) throws SQLException;

    @Test
    void no_list_of_open_requests_and_no_metric_reads_more_the_more_requests_were_ever_closed() throws SQLException {
        String url = emptyDatabaseUrl();
        recordStatements(url);
        try (Connection connection = DriverManager.getConnection(url)) {
            refreshStatistics(connection);
            Map<String, Long> before = visitedByStatement(connection);
            insertClosed(connection);
            refreshStatistics(connection);

            assertThat(visitedByStatement(connection))
                    .allSatisfy((sql, visited) -> assertThat(visited)
                            .as("%s, before %s", sql, before.get(sql))
                            .isLessThanOrEqualTo(before.get(sql) + CLOSED_ROWS / 20));
        }
        assertThat(statements).hasSizeGreaterThan(8);
    }

    @Test
    void what_reads_every_closed_row_would_be_found() throws SQLException {
        String url = emptyDatabaseUrl();
        Store.open(url, InstantSource.fixed(Fixtures.NOON)).close();
        RecordedStatement counting =
                new RecordedStatement("select count(*) from rescue_requests where break_glass_used = 1", List.of());
        try (Connection connection = DriverManager.getConnection(url)) {
            insertClosed(connection);
            refreshStatistics(connection);
            assertThat(visited(connection, counting)).isGreaterThan(CLOSED_ROWS / 2);
        }
    }

    private void recordStatements(String url) {
        RecordingDriver.start();
        try (Store store = Store.open(url, InstantSource.fixed(Fixtures.NOON))) {
            store.requests().open(REQUEST);
            LongStream.rangeClosed(1, 4)
                    .forEach(number -> store.requests()
                            .open(awaitingConfirmation(
                                    "open10000" + number, Fixtures.guest(number, "web", Family.LINUX, 8192))));
            RecordingDriver.stop();
            RecordingDriver.start();
            store.requests().findOpen();
            store.requests().findReviewPending();
            store.requests().findUnreadable();
            store.requests().countOpen();
            store.requests().countReviewPending();
            store.requests().countBreakGlass();
            store.requests().find(REQUEST.id());
            store.requests().findOpen(Fixtures.WEB_07.id());
            store.requests().findRecent(Optional.empty(), 10);
            store.requests().findRecent(Optional.of(Fixtures.WEB_07.id()), 10);
            store.requests().findClosed(10);
        } finally {
            statements.addAll(RecordingDriver.stop());
        }
        statements.removeIf(statement ->
                !statement.sql().contains("rescue_request") && !statement.sql().contains("counters"));
    }

    private Map<String, Long> visitedByStatement(Connection connection) throws SQLException {
        Map<String, Long> visited = new HashMap<>();
        for (RecordedStatement statement : statements) visited.put(statement.sql(), visited(connection, statement));
        return visited;
    }

    private static void insertClosed(Connection connection) throws SQLException {
        String common =
                CLOSED.replace("{rows}", Integer.toString(CLOSED_ROWS)).replace("{body}", "'" + "x".repeat(500) + "'");
        execute(
                connection,
                common.replace("{table}", "rescue_requests")
                        .replace("{columns}", "open_device, poll_only, review_pending,")
                        .replace("{values}", "null, 0, 0,"));
        execute(
                connection,
                common.replace("{table}", "rescue_request_history")
                        .replace("{columns}", "")
                        .replace("{values}", "")
                        .replace("'closed'", "'moved'"));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** Reads all rows of a query. */
    static void readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) rows.getString(1);
        }
    }
}
