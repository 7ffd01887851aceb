package dev.lifeline.simulation;

import dev.lifeline.store.database.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** A copy of a SQLite database in memory that was migrated once. */
final class InMemorySqlite implements RealDatabase {

    private static final String SHARED_MEMORY = "jdbc:sqlite:file:simulation-template?mode=memory&cache=shared";
    private static final byte[] MIGRATED = migrate();

    private final SQLiteConnection connection;
    private final StatementCache statements;

    InMemorySqlite() {
        try {
            this.connection = (SQLiteConnection) DriverManager.getConnection("jdbc:sqlite::memory:");
            connection.deserialize("main", MIGRATED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.statements = new StatementCache(connection);
    }

    private static byte[] migrate() {
        try (Connection keeper = DriverManager.getConnection(SHARED_MEMORY)) {
            SQLiteDataSource dataSource = new SQLiteDataSource();
            dataSource.setUrl(SHARED_MEMORY);
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/common", "classpath:db/sqlite")
                    .load()
                    .migrate();
            return ((SQLiteConnection) keeper).serialize("main");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        return statements.prepare(sql);
    }

    @Override
    public Instant readTime(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
