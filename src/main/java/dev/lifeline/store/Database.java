package dev.lifeline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database whose tables are as this release wants them. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseUrl url;
    private final HikariDataSource connections;
    private final Turns turns;

    private Database(DatabaseUrl url, HikariDataSource connections) {
        this.url = url;
        this.connections = connections;
        this.turns = url.dialect().turns();
    }

    /** Opens it, creates what is missing, and brings the tables up to date. */
    static Database open(DatabaseUrl url) {
        url.file().map(Path::getParent).ifPresent(Database::create);
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
        try {
            config.setJdbcUrl(url.jdbc());
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseUnusable("The database " + url + " cannot be opened: " + reason(e) + ".");
        } catch (RuntimeException e) {
            throw new DatabaseUnusable("The database URL " + url + " is not one that its driver understands.");
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
                    "The tables of the database " + url + " cannot be brought up to date: " + reason(e) + ".");
        }
    }

    /** What the driver said; drivers name a user and a host in it, never a password. */
    private static String reason(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        String said = Optional.ofNullable(innermost.getMessage())
                .orElse(innermost.getClass().getSimpleName());
        return said.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
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

    @Override
    public void close() {
        connections.close();
    }
}
