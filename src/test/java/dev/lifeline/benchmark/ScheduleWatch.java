package dev.lifeline.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Looks at the bot's schedule from outside, fifty times a second, for how late each job that was due was begun. */
final class ScheduleWatch {

    private static final String SCHEDULE =
            "select task_name, task_instance, execution_time, picked from scheduled_tasks";
    private static final long POLL_MILLIS = 20;

    private final String jdbcUrl;
    private final List<Long> latenessMillis = new ArrayList<>();
    private Map<String, Long> waiting = Map.of();

    ScheduleWatch(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** Blocks for so long. Times are of the clock that the bot and this process share. */
    Latencies lateness(long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end) {
                look(statement);
                ChildProcess.pause(POLL_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Latencies.ofNanos(latenessMillis.stream()
                .mapToLong(TimeUnit.MILLISECONDS::toNanos)
                .toArray());
    }

    private void look(Statement statement) throws SQLException {
        Map<String, Long> now = new HashMap<>();
        try (ResultSet row = statement.executeQuery(SCHEDULE)) {
            while (row.next())
                if (!row.getBoolean("picked"))
                    now.put(row.getString("task_name") + " " + row.getString("task_instance"), due(row));
        }
        long time = System.currentTimeMillis();
        waiting.forEach((job, due) -> {
            if (due <= time && !due.equals(now.get(job))) latenessMillis.add(time - due);
        });
        waiting = now;
    }

    private long due(ResultSet row) throws SQLException {
        return jdbcUrl.startsWith("jdbc:sqlite:")
                ? row.getLong("execution_time")
                : row.getTimestamp("execution_time").getTime();
    }
}
