package dev.lifeline.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;

/** Another process that writes to the bot's SQLite file: it holds the lock of the only writer, and writes nothing. */
final class SqliteWriter implements AutoCloseable {

    private static final long MAX_GAP_MILLIS = 50;
    private static final long POLL_MILLIS = 1;

    private final Path database;
    private final Connection connection;

    SqliteWriter(Path database) {
        this.database = database;
        try {
            this.connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=10000");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void hold(long millis) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            ChildProcess.pause(millis);
            statement.execute("rollback");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets one commit of the bot pass each time, until told to end. */
    void holdBetweenCommits(long millis, AtomicBoolean ended) {
        while (!ended.get()) {
            hold(millis);
            awaitCommit();
        }
    }

    private void awaitCommit() {
        long commits = CommitCount.ofSqlite(database);
        for (int waited = 0; waited < MAX_GAP_MILLIS && CommitCount.ofSqlite(database) == commits; waited++)
            ChildProcess.pause(POLL_MILLIS);
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
