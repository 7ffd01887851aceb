package dev.lifeline.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Lets time pass for a SQLite database too, by whose clock jobs are due: what waits is due so much earlier. Without it a clock that is
 * put forward for the bot alone is noticed by the sweep, half a minute later.
 */
record PassingTime(Path database) {

    void pass(Duration time) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                PreparedStatement statement = connection.prepareStatement(
                        "update scheduled_tasks set execution_time = execution_time - ? where not picked")) {
            statement.setLong(1, time.toMillis());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
