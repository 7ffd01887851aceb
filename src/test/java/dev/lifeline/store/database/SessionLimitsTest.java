package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIfEnvironmentVariable(
        named = "LIFELINE_TEST_POSTGRES_URL",
        matches = ".+",
        disabledReason = "LIFELINE_TEST_POSTGRES_URL names no PostgreSQL to try this on")
class SessionLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "statement_timeout, 8s",
        "lock_timeout, 4s",
        "idle_in_transaction_session_timeout, 10s",
        "tcp_user_timeout, 15000",
        "tcp_keepalives_idle, 5"
    })
    void the_server_ends_what_the_bot_left_behind(String setting, String value) throws SQLException {
        DatabaseUrl url = DatabaseUrl.parse(System.getenv("LIFELINE_TEST_POSTGRES_URL"));
        try (Database database = new Database(url);
                HikariDataSource engine = database.openEngineDataSource()) {
            assertThat(show(database.dataSource(), setting)).isEqualTo(value);
            assertThat(show(engine, setting)).isEqualTo(value);
        }
    }

    private static String show(HikariDataSource pool, String setting) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
