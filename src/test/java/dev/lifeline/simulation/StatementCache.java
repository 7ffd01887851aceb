package dev.lifeline.simulation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** The prepared statements of one SQLite connection, which are kept for their next use: SQLite would compile the same text again. */
final class StatementCache {

    private final SQLiteConnection connection;
    private final Map<String, Deque<CachedStatement>> idle = new HashMap<>();

    StatementCache(SQLiteConnection connection) {
        this.connection = connection;
    }

    /** A statement that nobody uses, with no parameters and no limit; {@code close} gives it back. */
    PreparedStatement prepare(String sql) throws SQLException {
        Deque<CachedStatement> sameText = idle.computeIfAbsent(sql, text -> new ArrayDeque<>());
        CachedStatement statement = sameText.isEmpty() ? new CachedStatement(sql, sameText) : sameText.pop();
        statement.lent = true;
        return statement;
    }

    private final class CachedStatement extends JDBC4PreparedStatement {
        private final Deque<CachedStatement> sameText;
        private boolean lent;

        private CachedStatement(String sql, Deque<CachedStatement> sameText) throws SQLException {
            super(connection, sql);
            this.sameText = sameText;
        }

        @Override
        public void close() throws SQLException {
            if (!lent) return;
            lent = false;
            rs.close();
            clearParameters();
            clearBatch();
            setMaxRows(0);
            sameText.push(this);
        }

        @Override
        public boolean isClosed() {
            return !lent;
        }
    }
}
