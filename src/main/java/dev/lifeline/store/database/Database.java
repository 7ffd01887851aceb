package dev.lifeline.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open database with the tables of this release: its connection pools and its write queue. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final String COMMON_MIGRATIONS = "classpath:db/common";

    private static final int MAX_CONNECTIONS = 10;
    private static final int MAX_ENGINE_CONNECTIONS = 4;

    /** Below the time-outs of the sessions. Jobs may wait for each other's connections under load. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    /** Of a connection that was idle; where it does not answer another is tried, within the time above. */
    private static final Duration VALIDATION_TIMEOUT = Duration.ofMillis(500);

    private static final int OPEN_TIMEOUT_SECONDS = 5;

    /** Idle connections are used so often, so that none is forgotten by a firewall. */
    private static final Duration KEEPALIVE_TIME = Duration.ofSeconds(60);

    private final DatabaseUrl url;
    private final DatabaseUrl poolUrl;
    private final HikariDataSource dataSource;
    private final WriteQueue writeQueue;
    private @Nullable ServingLock servingLock;
    private @Nullable Object poolMetrics;

    /** Does no I/O; {@link #open} comes before the first use. */
    public Database(DatabaseUrl url) {
        this(url, url);
    }

    private Database(DatabaseUrl url, DatabaseUrl poolUrl) {
        this.url = url;
        this.poolUrl = poolUrl;
        this.dataSource = lazyPool(poolUrl, "lifeline", MAX_CONNECTIONS);
        this.writeQueue = url.dialect().newWriteQueue();
    }

    /** A database whose connections can write nothing; {@link #openToRead} comes before the first use. */
    public static Database readOnly(DatabaseUrl url) {
        return new Database(url, url.readOnly());
    }

    /**
     * Opens the database, creates its folder and its tables where they are missing, and brings the tables up to date.
     *
     * @throws IncompatibleDatabaseException when its tables are not for this release; it is left as it was
     * @throws DatabaseUnavailableException when it cannot be used for another reason
     */
    public void open() {
        url.file().map(Path::getParent).ifPresent(Database::createDirectory);
        SchemaStatus found = refuseIncompatible();
        verifyWritable();
        migrate();
        LOG.info("Database {} opened, found {}", url, found);
    }

    /**
     * Keeps other bots away from an SQLite file until this is closed; PostgreSQL is shared. Creates the folder of the file.
     *
     * @throws DatabaseUnavailableException when another bot has it
     */
    public synchronized void claim() {
        url.file().map(Path::getParent).ifPresent(Database::createDirectory);
        if (servingLock == null)
            servingLock = url.file().map(ServingLock::acquire).orElse(null);
    }

    /**
     * Opens the database of this release or another one to read it. Creates nothing and changes nothing.
     *
     * @return what was found, never an empty database
     * @throws IncompatibleDatabaseException when the tables are of another program, or made before the first release
     * @throws DatabaseUnavailableException when there are no tables, or it cannot be used for another reason
     */
    public SchemaStatus openToRead() {
        SchemaStatus found = inspect();
        if (found.state() == SchemaStatus.State.EMPTY)
            throw new DatabaseUnavailableException("The database " + url + " has " + found + ".");
        if (found.state() != SchemaStatus.State.NEWER) refuseIncompatible();
        return found;
    }

    /**
     * Finds out what the database holds. Creates nothing and changes nothing.
     *
     * @throws DatabaseUnavailableException when it cannot be read
     */
    public SchemaStatus inspect() {
        return inspect(SchemaInspector::inspect);
    }

    private SchemaStatus refuseIncompatible() {
        return inspect(SchemaInspector::inspectAndRefuseIncompatible);
    }

    /** A look at the schema. */
    private interface Inspection {
        SchemaStatus run(SchemaInspector inspector) throws SQLException;
    }

    /** Reads without the pool, which would log a stack trace where the operator needs one sentence. */
    private SchemaStatus inspect(Inspection inspection) {
        if (url.dialect() == Dialect.SQLITE) NativeLibraryFolder.prepare();
        boolean fileMissing = url.file().filter(file -> !Files.exists(file)).isPresent();
        DataSource unpooled = url.dialect()
                .unpooled(fileMissing ? "jdbc:sqlite::memory:" : url.readOnly().jdbcUrl());
        try {
            return inspection.run(new SchemaInspector(url, unpooled, flyway(unpooled)));
        } catch (SQLException | FlywayException e) {
            throw cannotBeOpened(e);
        }
    }

    /**
     * The time of the server; empty for a file, which has no clock.
     *
     * @throws DatabaseUnavailableException when it cannot be read
     */
    public Optional<Instant> serverTime() {
        if (url.dialect() == Dialect.SQLITE) return Optional.empty();
        DataSource unpooled = url.dialect().unpooled(url.readOnly().jdbcUrl());
        try (Connection connection = unpooled.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
        } catch (SQLException e) {
            throw cannotBeOpened(e);
        }
    }

    private DatabaseUnavailableException cannotBeOpened(Exception cause) {
        return new DatabaseUnavailableException(
                "The database " + url + " cannot be opened: " + FailureReason.describe(url, cause) + ".");
    }

    private static void createDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The folder " + directory
                    + " for the database cannot be created: see who may write to the folder above it.");
        }
    }

    /** A pool that connects when the first connection is taken from it. */
    private static HikariDataSource lazyPool(DatabaseUrl url, String name, int maxConnections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(maxConnections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        pool.setValidationTimeout(VALIDATION_TIMEOUT.toMillis());
        pool.setKeepaliveTime(KEEPALIVE_TIME.toMillis());
        if (url.dialect() == Dialect.POSTGRESQL) SessionLimits.applyTo(pool);
        pool.setJdbcUrl(url.jdbcUrl());
        pool.setReadOnly(url.hasReadOnlySessions());
        return pool;
    }

    /** A file or server that takes no writes would serve, and lose the first click. */
    private void verifyWritable() {
        try (Connection connection = url.dialect().unpooled(url.jdbcUrl()).getConnection();
                Statement statement = connection.createStatement()) {
            if (!connection.isValid(OPEN_TIMEOUT_SECONDS))
                throw new DatabaseUnavailableException("The database " + url + " does not answer.");
            for (String sql : url.dialect().writeProbe()) statement.execute(sql);
        } catch (SQLException e) {
            throw cannotBeOpened(e);
        }
    }

    /** Without the pool, whose sessions do not wait as long as a migration of large tables may take. */
    private void migrate() {
        try {
            flyway(url.dialect().unpooled(url.jdbcUrl())).migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseUnavailableException(
                    "The tables of the database " + url
                            + " were made by another build than this release: run the build that made them, or restore a backup.");
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException("The tables of the database " + url
                    + " cannot be brought up to date: " + FailureReason.describe(url, e) + ".");
        }
    }

    private Flyway flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations(COMMON_MIGRATIONS, url.dialect().migrationLocation())
                .load();
    }

    public Dialect dialect() {
        return url.dialect();
    }

    /** The heartbeat of this database, which somebody has to let beat. */
    public DatabaseHeartbeat newHeartbeat(Transactions transactions) {
        return new DatabaseHeartbeat(url, transactions, System::nanoTime);
    }

    /**
     * Has the pools of this database counted; before the first connection.
     *
     * @param meterRegistry a registry that the pool knows, such as Micrometer's
     */
    public synchronized void observePools(Object meterRegistry) {
        poolMetrics = meterRegistry;
        dataSource.setMetricRegistry(meterRegistry);
    }

    private HikariDataSource observed(HikariDataSource pool) {
        if (poolMetrics != null) pool.setMetricRegistry(poolMetrics);
        return pool;
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
    public synchronized HikariDataSource openEngineDataSource() {
        return observed(lazyPool(poolUrl.withAsyncCommit(), "lifeline-engine", MAX_ENGINE_CONNECTIONS));
    }

    @Override
    public synchronized void close() {
        dataSource.close();
        if (servingLock != null) servingLock.close();
        servingLock = null;
    }
}
