package dev.lifeline.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Recognises a database made before the first release, by Flyway's history of it: the first migration was version 1 then, and is
 * 1.1 now. Writes nothing. What cannot be read counts as not recognised, since opening it in earnest reports the reason.
 */
final class PreReleaseSchema {

    private static final String HISTORY_TABLE = "flyway_schema_history";

    private PreReleaseSchema() {}

    static boolean isIn(Connection connection) {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY_TABLE, null)) {
            return tables.next() && startsWithVersionOne(connection);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean startsWithVersionOne(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from " + HISTORY_TABLE + " where version = '1'")) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }

    /** Looks into an SQLite file without touching it or leaving a file beside it. */
    static boolean isIn(Path file) {
        if (!Files.isRegularFile(file)) return false;
        try (Connection connection = DriverManager.getConnection(readOnlyUrl(file.toRealPath()))) {
            return isIn(connection);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /**
     * Even a read-only connection creates a write-ahead log where there is none, unless the file is declared immutable; and an immutable
     * file is read without its log, which holds the newest commits of a process that was killed (sqlite.org/wal.html, section
     * "Read-Only Databases").
     */
    private static String readOnlyUrl(Path file) {
        boolean hasLog = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        return "jdbc:sqlite:" + file.toUri().toASCIIString() + "?mode=ro" + (hasLog ? "" : "&immutable=1");
    }
}
