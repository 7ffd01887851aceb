package dev.lifeline.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open database with the tables of this release: its connection pools and its write queue. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final String COMMON_MIGRATIONS = "classpath:db/common";

    private static final int MAX_CONNECTIONS = 10;
    private static final int MAX_ENGINE_CONNECTIONS = 4;
    private static final int MAX_ASYNC_COMMIT_CONNECTIONS = 2;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(5);

    private final DatabaseUrl url;
    private final HikariDataSource dataSource;
    private final WriteQueue writeQueue;
    private @Nullable HikariDataSource asyncCommitPool;

    /** Does no I/O; {@link #open} comes before the first use. */
    public Database(DatabaseUrl url) {
        this.url = url;
        this.dataSource = lazyPool(url, "lifeline", MAX_CONNECTIONS);
        this.writeQueue = url.dialect().newWriteQueue();
    }

    /**
     * Opens the database, creates its folder and its tables where they are missing, and brings the tables up to date.
     *
     * @throws IncompatibleDatabaseException when it was made before the first release; it is left as it was
     * @throws DatabaseUnavailableException when it cannot be used for another reason
     */
    public void open() {
        url.file().map(Path::getParent).ifPresent(Database::createDirectory);
        if (url.file().filter(PreReleaseSchema::isIn).isPresent()) throw new IncompatibleDatabaseException(url);
        verifyConnection(url);
        migrate();
        LOG.info("Database {} opened", url);
    }

    private static void createDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The folder " + directory + " for the database cannot be created.");
        }
    }

    /** A pool that connects when the first connection is taken from it. */
    private static HikariDataSource lazyPool(DatabaseUrl url, String name, int maxConnections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(maxConnections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        pool.setJdbcUrl(url.jdbcUrl());
        return pool;
    }

    /** Opens one connection without the pool, which would log a stack trace where the operator needs one sentence. */
    private static void verifyConnection(DatabaseUrl url) {
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl())) {
            if (!connection.isValid((int) VALIDATION_TIMEOUT.toSeconds()))
                throw new DatabaseUnavailableException("The database " + url + " does not answer.");
            if (PreReleaseSchema.isIn(connection)) throw new IncompatibleDatabaseException(url);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The database " + url + " cannot be opened: " + reason(url, e) + ".");
        }
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations(COMMON_MIGRATIONS, url.dialect().migrationLocation())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(
                    "The tables of the database " + url + " cannot be brought up to date: " + reason(url, e) + ".");
        }
    }

    /** Returns the first line of the innermost message, with the URL as {@code toString} shows it: some drivers quote it whole. */
    private static String reason(DatabaseUrl url, Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        String message = Optional.ofNullable(innermost.getMessage())
                .orElse(innermost.getClass().getSimpleName());
        String firstLine = message.lines().findFirst().orElse("");
        return firstLine.replace(url.jdbcUrl(), url.toString()).replaceAll("[.\\s]+$", "");
    }

    public Dialect dialect() {
        return url.dialect();
    }

    public WriteQueue writeQueue() {
        return writeQueue;
    }

    /** Returns the pool for all reads and writes of the store; a commit on it is durable. Closed with this database. */
    public HikariDataSource dataSource() {
        return dataSource;
    }

    /**
     * Returns a new pool for db-scheduler's bookkeeping, so that the bookkeeping never waits for a connection that a running job
     * holds. The caller closes it.
     */
    public HikariDataSource openEngineDataSource() {
        return lazyPool(url.withAsyncCommit(), "lifeline-engine", MAX_ENGINE_CONNECTIONS);
    }

    /**
     * Returns the pool for rows that may be lost in a power failure: a commit is visible at once and on disk a little later. The same pool
     * each time, opened by the first call and closed with this database.
     */
    public synchronized HikariDataSource asyncCommitDataSource() {
        HikariDataSource pool = asyncCommitPool;
        if (pool == null)
            pool = lazyPool(url.withAsyncCommit(), "lifeline-sql-async-commit", MAX_ASYNC_COMMIT_CONNECTIONS);
        asyncCommitPool = pool;
        return pool;
    }

    @Override
    public synchronized void close() {
        if (asyncCommitPool != null) asyncCommitPool.close();
        dataSource.close();
    }
}
