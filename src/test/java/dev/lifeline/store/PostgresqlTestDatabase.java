package dev.lifeline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL for tests, where the environment names one. */
final class PostgresqlTestDatabase {

    static final String URL_VARIABLE = "LIFELINE_TEST_POSTGRES_URL";
    static final String DISABLED_REASON = URL_VARIABLE + " names no PostgreSQL to try this on";

    private PostgresqlTestDatabase() {}

    /** The URL of a new, empty schema. */
    static String emptySchemaUrl() {
        String url = System.getenv(URL_VARIABLE);
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
