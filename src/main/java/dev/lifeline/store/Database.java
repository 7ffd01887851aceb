package dev.lifeline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database whose tables are as this release wants them. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseUrl url;
    private final HikariDataSource connections;
    private final Turns turns;
    private @Nullable HikariDataSource relaxed;

    private Database(DatabaseUrl url, HikariDataSource connections) {
        this.url = url;
        this.connections = connections;
        this.turns = url.dialect().turns();
    }

    /** Opens it, creates what is missing, and brings the tables up to date. */
    static Database open(DatabaseUrl url) {
        url.file().map(Path::getParent).ifPresent(Database::create);
        probe(url);
        Database database = new Database(url, connect(url, "lifeline", 10));
        try {
            database.migrate();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        LOG.info("Database {} is open", url);
        return database;
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseUnusable("The folder " + folder + " for the database cannot be created.");
        }
    }

    private static HikariDataSource connect(DatabaseUrl url, String name, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setJdbcUrl(url.jdbc());
        return new HikariDataSource(config);
    }

    /** One connection without the pool, which would tell the log at length what the operator is to read in a sentence. */
    private static void probe(DatabaseUrl url) {
        try (Connection connection = DriverManager.getConnection(url.jdbc())) {
            if (!connection.isValid(5)) throw new DatabaseUnusable("The database " + url + " does not answer.");
        } catch (SQLException e) {
            throw new DatabaseUnusable("The database " + url + " cannot be opened: " + reason(url, e) + ".");
        }
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .locations(url.dialect().migrations())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnusable(
                    "The tables of the database " + url + " cannot be brought up to date: " + reason(url, e) + ".");
        }
    }

    /** What the driver said, in a line; some quote the whole URL. */
    private static String reason(DatabaseUrl url, Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        String said = Optional.ofNullable(innermost.getMessage())
                .orElse(innermost.getClass().getSimpleName());
        String line = said.lines().findFirst().orElse("");
        return line.replace(url.jdbc(), url.toString()).replaceAll("[.\\s]+$", "");
    }

    Dialect dialect() {
        return url.dialect();
    }

    Turns turns() {
        return turns;
    }

    HikariDataSource connections() {
        return connections;
    }

    /** Connections of their own for the engine's bookkeeping, so that it never waits for work that it started itself. */
    HikariDataSource engineConnections() {
        return connect(url.relaxed(), "lifeline-engine", 4);
    }

    /** Connections for what a power cut may take: a commit is seen by all at once, and is on disk a little later. */
    synchronized HikariDataSource relaxedConnections() {
        HikariDataSource open = relaxed;
        if (open == null) open = connect(url.relaxed(), "lifeline-relaxed", 2);
        relaxed = open;
        return open;
    }

    @Override
    public synchronized void close() {
        if (relaxed != null) relaxed.close();
        connections.close();
    }
}
