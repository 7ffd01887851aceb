package dev.lifeline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL to try things on, where the environment names one. */
final class Postgresql {

    private Postgresql() {}

    /** The URL of a schema that nobody used before; skips the test where there is no PostgreSQL. */
    static String emptySchema() {
        String url = System.getenv("LIFELINE_TEST_POSTGRES_URL");
        Assumptions.assumeTrue(url != null, "LIFELINE_TEST_POSTGRES_URL names no PostgreSQL to try this on");
        String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }
}
