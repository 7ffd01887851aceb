package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the transactions that wrote something, from outside the process that made them. */
final class CommitCount {

    /** {@code iChange} of the header of SQLite's wal-index, raised by each commit (https://www.sqlite.org/walformat.html). */
    private static final int CHANGE_COUNTER_OFFSET = 8;

    /** Only a transaction that writes gets an id. The snapshot's end is read without taking one. */
    private static final String NEXT_TRANSACTION_ID = "select pg_snapshot_xmax(pg_current_snapshot())::text";

    private CommitCount() {}

    /** The commits of an SQLite database in WAL mode, modulo 2³²; 0 while it is not open. */
    static long ofSqlite(Path database) {
        Path walIndex = database.resolveSibling(database.getFileName() + "-shm");
        if (!Files.exists(walIndex)) return 0;
        ByteBuffer counter = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel channel = FileChannel.open(walIndex)) {
            channel.read(counter, CHANGE_COUNTER_OFFSET);
            return Integer.toUnsignedLong(counter.getInt(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The writing transactions of a whole PostgreSQL server, rolled back ones and those of other databases included. */
    static long ofPostgres(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet next = statement.executeQuery(NEXT_TRANSACTION_ID)) {
            next.next();
            return Long.parseLong(next.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
