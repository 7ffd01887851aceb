package dev.lifeline.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Recognises a database made before the first release, by Flyway's history of it: the first migration was version 1 then, and is
 * 1.1 now. Writes nothing.
 */
final class PreReleaseSchema {

    private static final String HISTORY_TABLE = "flyway_schema_history";

    private PreReleaseSchema() {}

    static boolean isIn(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY_TABLE, null)) {
            return tables.next() && startsWithVersionOne(connection);
        }
    }

    private static boolean startsWithVersionOne(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from " + HISTORY_TABLE + " where version = '1'")) {
            return rows.next() && rows.getLong(1) > 0;
        }
    }
}
