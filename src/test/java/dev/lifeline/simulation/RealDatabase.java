package dev.lifeline.simulation;

import dev.lifeline.store.database.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The migrated database of one simulation, and in what the two products differ. */
interface RealDatabase extends AutoCloseable {

    Connection connection();

    Dialect dialect();

    PreparedStatement prepare(String sql) throws SQLException;

    /** A time of the job engine. */
    Instant readTime(ResultSet row, int column) throws SQLException;

    @Override
    void close();
}
