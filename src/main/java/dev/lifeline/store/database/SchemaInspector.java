package dev.lifeline.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Finds out whose tables a database holds, and of which release. Writes nothing. */
final class SchemaInspector {

    private static final String HISTORY_TABLE = "flyway_schema_history";
    private static final String FIRST_MIGRATION = "V1_1__rescue_requests.sql";
    private static final String NO_SCHEMA_STATE = "3F000";
    private static final String NO_VERSION = "none";

    /** Of another program's tables, as many as a sentence holds. */
    private static final int MAX_NAMED_TABLES = 3;

    private final DatabaseUrl url;
    private final DataSource dataSource;
    private final Flyway flyway;

    SchemaInspector(DatabaseUrl url, DataSource dataSource, Flyway flyway) {
        this.url = url;
        this.dataSource = dataSource;
        this.flyway = flyway;
    }

    SchemaStatus inspect() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (url.dialect() == Dialect.POSTGRESQL && connection.getSchema() == null)
                throw new SQLException("the search path names no schema", NO_SCHEMA_STATE);
            Set<String> tables = tables(connection);
            if (PreReleaseSchema.isIn(connection)) return status(SchemaStatus.State.PRE_RELEASE);
            if (!tables.isEmpty() && !isOurs(tables, connection)) return status(SchemaStatus.State.FOREIGN);
        }
        return compare(flyway.info());
    }

    /**
     * Refuses what this release must not touch.
     *
     * @throws IncompatibleDatabaseException when the tables are of another program, of a newer release, or made before the first one
     */
    SchemaStatus inspectAndRefuseIncompatible() throws SQLException {
        SchemaStatus found = inspect();
        switch (found.state()) {
            case PRE_RELEASE -> throw IncompatibleDatabaseException.preRelease(url);
            case FOREIGN -> throw IncompatibleDatabaseException.foreign(url, namedTables());
            case NEWER -> throw IncompatibleDatabaseException.newer(url, found);
            case EMPTY, OLDER, CURRENT -> {}
        }
        return found;
    }

    private SchemaStatus status(SchemaStatus.State state) {
        return new SchemaStatus(state, NO_VERSION, NO_VERSION);
    }

    private static SchemaStatus compare(MigrationInfoService info) {
        String known = Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse(NO_VERSION);
        MigrationInfo current = info.current();
        if (current == null) return new SchemaStatus(SchemaStatus.State.EMPTY, NO_VERSION, known);
        return new SchemaStatus(state(info), current.getVersion().getVersion(), known);
    }

    private static SchemaStatus.State state(MigrationInfoService info) {
        boolean newer = Arrays.stream(info.applied())
                .anyMatch(applied -> !applied.getState().isResolved());
        if (newer) return SchemaStatus.State.NEWER;
        return info.pending().length == 0 ? SchemaStatus.State.CURRENT : SchemaStatus.State.OLDER;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (tables.next()) names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        }
        names.removeIf(name -> name.startsWith("sqlite_"));
        return names;
    }

    /** Flyway writes its own table before the first of ours, so a history without rows is that of a migration which has just begun. */
    private static boolean isOurs(Set<String> tables, Connection connection) throws SQLException {
        if (!tables.contains(HISTORY_TABLE)) return false;
        return countMigrations(connection, "%") == 0
                ? tables.size() == 1
                : countMigrations(connection, FIRST_MIGRATION) > 0;
    }

    private static long countMigrations(Connection connection, String script) throws SQLException {
        String sql = "select count(*) from " + HISTORY_TABLE + " where script like ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, script);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private String namedTables() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Set<String> tables = tables(connection);
            tables.remove(HISTORY_TABLE);
            String named = tables.stream().limit(MAX_NAMED_TABLES).collect(Collectors.joining(", "));
            return tables.size() > MAX_NAMED_TABLES ? named + " and others" : named;
        }
    }
}
