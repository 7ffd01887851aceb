package dev.lifeline.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A prepared statement as it was executed.
 *
 * @param setters the calls that bound its parameters
 */
record RecordedStatement(String sql, List<Setter> setters) {

    RecordedStatement {
        setters = List.copyOf(setters);
    }

    /** Binds the same values to another statement with the same parameters. */
    void bindTo(PreparedStatement statement) throws SQLException {
        for (Setter setter : setters) setter.callOn(statement);
    }

    /** One call such as {@code setLong(1, 42)}. */
    record Setter(Method method, Object[] arguments) {

        private void callOn(PreparedStatement statement) throws SQLException {
            try {
                method.invoke(statement, arguments);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new SQLException("cannot be bound again", e);
            }
        }
    }
}
