package dev.lifeline.simulation;

import dev.lifeline.store.database.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A schema of its own on the PostgreSQL server that the environment names; dropped in the end. */
final class PostgresqlSchema implements RealDatabase {

    static final String URL_VARIABLE = "LIFELINE_TEST_POSTGRES_URL";

    private final String schema = "simulation_" + UUID.randomUUID().toString().replace("-", "");
    private final Connection connection;

    PostgresqlSchema() {
        String url = System.getenv(URL_VARIABLE);
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas(schema)
                .locations("classpath:db/common", "classpath:db/postgresql")
                .load()
                .migrate();
        try {
            this.connection =
                    DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
            execute("set synchronous_commit = off");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public Instant readTime(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void close() {
        try (connection) {
            execute("drop schema " + schema + " cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
