package dev.lifeline.store.database;

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
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseUrl url;
    private final HikariDataSource dataSource;
    private final WriteQueue writeQueue;
    private @Nullable HikariDataSource asyncCommitPool;

    private Database(DatabaseUrl url, HikariDataSource dataSource) {
        this.url = url;
        this.dataSource = dataSource;
        this.writeQueue = url.dialect().newWriteQueue();
    }

    /** Opens it, creates what is missing, and brings the tables up to date. */
    public static Database open(DatabaseUrl url) {
        url.file().map(Path::getParent).ifPresent(Database::createDirectory);
        verifyConnection(url);
        Database database = new Database(url, openPool(url, "lifeline", 10));
        try {
            database.migrate();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        LOG.info("Database {} is open", url);
        return database;
    }

    private static void createDirectory(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The folder " + folder + " for the database cannot be created.");
        }
    }

    private static HikariDataSource openPool(DatabaseUrl url, String name, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setJdbcUrl(url.jdbcUrl());
        return new HikariDataSource(config);
    }

    /** One connection without the pool, which would tell the log at length what the operator is to read in a sentence. */
    private static void verifyConnection(DatabaseUrl url) {
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl())) {
            if (!connection.isValid(5))
                throw new DatabaseUnavailableException("The database " + url + " does not answer.");
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The database " + url + " cannot be opened: " + reason(url, e) + ".");
        }
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:db/common", url.dialect().migrationLocation())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
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
        return line.replace(url.jdbcUrl(), url.toString()).replaceAll("[.\\s]+$", "");
    }

    public Dialect dialect() {
        return url.dialect();
    }

    public WriteQueue writeQueue() {
        return writeQueue;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    /** Connections of their own for the engine's bookkeeping, so that it never waits for work that it started itself. */
    public HikariDataSource openEngineDataSource() {
        return openPool(url.withAsyncCommit(), "lifeline-engine", 4);
    }

    /** Connections for what a power cut may take: a commit is seen by all at once, and is on disk a little later. */
    public synchronized HikariDataSource asyncCommitDataSource() {
        HikariDataSource open = asyncCommitPool;
        if (open == null) open = openPool(url.withAsyncCommit(), "lifeline-sql-async-commit", 2);
        asyncCommitPool = open;
        return open;
    }

    @Override
    public synchronized void close() {
        if (asyncCommitPool != null) asyncCommitPool.close();
        dataSource.close();
    }
}
