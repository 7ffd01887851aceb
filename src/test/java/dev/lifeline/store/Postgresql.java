package dev.lifeline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL to try things on, where the environment names one. */
final class Postgresql {

    static final String URL = "LIFELINE_TEST_POSTGRES_URL";
    static final String WHY_NOT = URL + " names no PostgreSQL to try this on";

    private Postgresql() {}

    /** The URL of a schema that nobody used before. */
    static String emptySchema() {
        String url = System.getenv(URL);
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
