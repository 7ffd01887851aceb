package dev.lifeline.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A request as it is stored.
 *
 * @param body JSON, which this release may be unable to read
 */
record StoredRequest(String id, String body) {

    static StoredRequest of(ResultSet row, StatementContext context) throws SQLException {
        return new StoredRequest(row.getString("id"), row.getString("body"));
    }
}
