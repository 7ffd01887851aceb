package dev.lifeline.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

/** SQLite tells the steps of its virtual machine, several for each row. */
class SqliteVisitedRowsTest extends VisitedRowsContracts {

    @TempDir
    Path folder;

    @Override
    String emptyDatabaseUrl() {
        return "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
    }

    @Override
    long visited(Connection connection, RecordedStatement recorded) throws SQLException {
        AtomicLong steps = new AtomicLong();
        try (PreparedStatement statement = connection.prepareStatement(recorded.sql())) {
            recorded.bindTo(statement);
            ProgressHandler.setHandler(connection, 1, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps.incrementAndGet();
                    return 0;
                }
            });
            readAll(statement);
        } finally {
            ProgressHandler.clearHandler(connection);
        }
        return steps.get();
    }

    /** SQLite plans without statistics where the bot runs. */
    @Override
    void refreshStatistics(Connection connection) {}
}
