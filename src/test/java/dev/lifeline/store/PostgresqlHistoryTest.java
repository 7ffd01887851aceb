package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(
        named = PostgresqlTestDatabase.URL_VARIABLE,
        matches = ".+",
        disabledReason = PostgresqlTestDatabase.DISABLED_REASON)
class PostgresqlHistoryTest extends HistoryContracts {

    /** The backends that wait for a row of this test's schema. */
    private static final String WAITING =
            "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";

    @Override
    String emptyDatabaseUrl() {
        return PostgresqlTestDatabase.emptySchemaUrl();
    }

    @Test
    void a_request_that_is_reopened_at_the_moment_of_its_move_stays() throws SQLException {
        openAndClose(old);
        try (Connection late = DriverManager.getConnection(databaseUrl);
                Statement answer = late.createStatement()) {
            late.setAutoCommit(false);
            answer.executeUpdate("update rescue_requests set open_device = device");
            CompletableFuture<Void> sweep = CompletableFuture.runAsync(() -> sweepAfter(LONG_AGO));
            await().until(() -> countWaiting(answer) > 0);
            late.commit();
            sweep.join();
        }
        assertThat(inHistory()).isZero();
        assertThat(rawSql.countRows("rescue_requests")).isEqualTo(1);
    }

    private static long countWaiting(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(WAITING)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
