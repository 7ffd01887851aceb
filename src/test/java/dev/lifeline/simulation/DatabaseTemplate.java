package dev.lifeline.simulation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** A migrated database in memory, of which each simulation gets a copy. */
final class DatabaseTemplate {

    private static final String SHARED_MEMORY = "jdbc:sqlite:file:simulation-template?mode=memory&cache=shared";
    private static final byte[] MIGRATED = migrate();

    private DatabaseTemplate() {}

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

    static Connection copy() {
        try {
            SQLiteConnection connection = (SQLiteConnection) DriverManager.getConnection("jdbc:sqlite::memory:");
            connection.deserialize("main", MIGRATED);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
