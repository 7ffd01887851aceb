package dev.lifeline.store;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;

/** What differs between the two databases? Only db-scheduler's table and how it is polled; all else is the same SQL. */
enum Dialect {
    SQLITE("classpath:db/sqlite") {
        @Override
        Object time(Instant at) {
            return at.toEpochMilli();
        }

        @Override
        JdbcCustomization customization(Hands hands) {
            return new SqliteJdbcCustomization() {
                @Override
                public String createSelectDueQuery(String table, int limit, String condition, boolean byPriority) {
                    return super.createSelectDueQuery(table, limit, condition + theirs(hands), byPriority);
                }
            };
        }

        @Override
        Turns turns() {
            return Turns.oneAtATime();
        }

        @Override
        SchedulerBuilder polled(SchedulerBuilder scheduler) {
            return scheduler.pollUsingFetch(0.5, 3.0);
        }
    },

    POSTGRESQL("classpath:db/postgresql") {
        @Override
        Object time(Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }

        @Override
        JdbcCustomization customization(Hands hands) {
            return new PostgreSqlJdbcCustomization(true, false) {
                @Override
                public String createGenericSelectForUpdateQuery(
                        String table, int limit, String condition, boolean byPriority) {
                    return super.createGenericSelectForUpdateQuery(table, limit, condition + theirs(hands), byPriority);
                }
            };
        }

        @Override
        Turns turns() {
            return Turns.notNeeded();
        }

        @Override
        SchedulerBuilder polled(SchedulerBuilder scheduler) {
            return scheduler.pollUsingLockAndFetch(0.5, 1.0);
        }
    };

    private final String migrations;

    Dialect(String migrations) {
        this.migrations = migrations;
    }

    /** Where its migrations are. */
    String migrations() {
        return migrations;
    }

    /** A moment as db-scheduler's table takes it. */
    abstract Object time(Instant at);

    /** How db-scheduler talks to it, on behalf of hands that look for their own work only. */
    abstract JdbcCustomization customization(Hands hands);

    private static String theirs(Hands hands) {
        return hands.errands().stream()
                .map(errand -> "'" + errand.id() + "'")
                .collect(Collectors.joining(", ", " and task_name in (", ")"));
    }

    /** How those who write in one process keep out of each other's way. */
    abstract Turns turns();

    /** The way of polling that is fastest there (stack.md 2). */
    abstract SchedulerBuilder polled(SchedulerBuilder scheduler);
}
