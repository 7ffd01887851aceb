package dev.lifeline.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** A database as a version before the first release left it. */
public final class PreReleaseDatabase {

    private PreReleaseDatabase() {}

    /** Creates its tables in an empty database. */
    public static void createIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : script().split(";")) if (!each.isBlank()) statement.execute(each);
        }
    }

    private static String script() {
        try (InputStream script = PreReleaseDatabase.class.getResourceAsStream("pre-release-database.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
