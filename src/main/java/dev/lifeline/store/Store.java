package dev.lifeline.store;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.rescue.PhaseDurations;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransactionRunner;
import dev.lifeline.slack.port.Installations;
import dev.lifeline.slack.port.OAuthStates;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.store.database.CommitThread;
import dev.lifeline.store.database.Database;
import dev.lifeline.store.database.DatabaseHeartbeat;
import dev.lifeline.store.database.DatabaseUnavailableException;
import dev.lifeline.store.database.DatabaseUrl;
import dev.lifeline.store.database.DueJobSignal;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.SchemaStatus;
import dev.lifeline.store.database.ServerClock;
import dev.lifeline.store.database.Timeline;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkHandover;
import dev.lifeline.store.jobs.JobEngine;
import dev.lifeline.store.jobs.JobEngineFactory;
import dev.lifeline.store.sql.ReplicaTable;
import dev.lifeline.store.sql.SqlAccountLinks;
import dev.lifeline.store.sql.SqlAuditLog;
import dev.lifeline.store.sql.SqlChannelRedirects;
import dev.lifeline.store.sql.SqlInbox;
import dev.lifeline.store.sql.SqlInstallations;
import dev.lifeline.store.sql.SqlLinkTokens;
import dev.lifeline.store.sql.SqlNotifier;
import dev.lifeline.store.sql.SqlOAuthStates;
import dev.lifeline.store.sql.SqlOutbox;
import dev.lifeline.store.sql.SqlPendingAccessChanges;
import dev.lifeline.store.sql.SqlPendingVotes;
import dev.lifeline.store.sql.SqlPhaseDurations;
import dev.lifeline.store.sql.SqlRateLimiter;
import dev.lifeline.store.sql.SqlRescueRequests;
import dev.lifeline.store.sql.SqlSeenSignatures;
import dev.lifeline.store.sql.UnreadableRows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The open database behind the ports of the inner packages. Thread-safe; every call blocks for the database. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final InstantSource hostClock;
    private final InstantSource clock;
    private final Json json = new Json();
    private final UnreadableRows unreadableRows = new UnreadableRows();
    private final DueJobSignal dueJobSignal = new DueJobSignal();
    private final EngineClock engineClock;
    private final CommitThread commitThread;
    private final Transactions transactions;
    private final JobSchedule jobSchedule;
    private final WorkHandover handover;
    private final Inbox inbox;
    private final PhaseDurations phaseDurations;

    /**
     * Does no I/O; {@link #open()} comes before the first use.
     *
     * @param jdbcUrl {@code jdbc:sqlite:FILE}, whose folder is created, or {@code jdbc:postgresql:…} with user and password in it
     * @throws DatabaseUnavailableException when it is none of the two
     */
    public Store(String jdbcUrl, InstantSource clock) {
        this(new Database(DatabaseUrl.parse(jdbcUrl)), clock, System::nanoTime, false);
    }

    private Store(Database database, InstantSource hostClock, LongSupplier nanoClock, boolean sharedClock) {
        this.database = database;
        this.hostClock = hostClock;
        Jdbi jdbi = createJdbi(database.dataSource());
        Timeline timeline = database.dialect().newTimeline(jdbi, hostClock.instant(), nanoClock);
        this.clock = sharedClock && timeline instanceof ServerClock serverClock ? serverClock : hostClock;
        this.engineClock = new EngineClock(timeline, clock);
        this.commitThread = new CommitThread(nanoClock);
        this.transactions =
                new Transactions(jdbi, database.dialect(), database.writeQueue(), dueJobSignal, commitThread);
        this.jobSchedule = new JobSchedule(transactions, database.dialect(), engineClock);
        this.handover = new WorkHandover(transactions, jobSchedule, engineClock);
        this.inbox = new SqlInbox(transactions, handover, json, clock, unreadableRows);
        this.phaseDurations = new SqlPhaseDurations(transactions, nanoClock::getAsLong);
    }

    /**
     * Opens the database, creates or updates its tables, and reads the clock of a server.
     *
     * @throws DatabaseUnavailableException when it cannot be opened, or was made before the first release
     */
    public void open() {
        database.open();
        engineClock.open();
    }

    /**
     * Keeps other bots away from an SQLite file until the store is closed; replicas share PostgreSQL. Called before {@link #open()}.
     *
     * @throws DatabaseUnavailableException when another bot has the file
     */
    public void claim() {
        database.claim();
    }

    /** A store that is open; closed again where that fails. */
    public static Store open(String jdbcUrl, InstantSource clock) {
        return open(jdbcUrl, clock, System::nanoTime);
    }

    /**
     * A store that is open; closed again where that fails.
     *
     * @param nanoClock a monotonic clock in nanoseconds, such as {@code System::nanoTime}, by which the job engine's time advances
     */
    public static Store open(String jdbcUrl, InstantSource clock, LongSupplier nanoClock) {
        Store store = new Store(new Database(DatabaseUrl.parse(jdbcUrl)), clock, nanoClock, false);
        try {
            store.open();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * A store for a command that reads: it creates nothing and changes nothing, whatever release the tables are of. Closed again where
     * that fails.
     *
     * @param reportSchema takes what the tables are, where they are not of this release
     * @throws DatabaseUnavailableException when there are no tables of the bot, or they cannot be read
     */
    public static Store openToRead(String jdbcUrl, InstantSource clock, Consumer<SchemaStatus> reportSchema) {
        Store store = new Store(Database.readOnly(DatabaseUrl.parse(jdbcUrl)), clock, System::nanoTime, false);
        try {
            SchemaStatus found = store.database.openToRead();
            if (found.state() != SchemaStatus.State.CURRENT) reportSchema.accept(found);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * What a database holds; creates nothing and changes nothing.
     *
     * @throws DatabaseUnavailableException when it cannot be read
     */
    public static SchemaStatus inspect(String jdbcUrl) {
        try (Database database = Database.readOnly(DatabaseUrl.parse(jdbcUrl))) {
            return database.inspect();
        }
    }

    /**
     * The time of a database server; empty for a file, which has no clock. Changes nothing.
     *
     * @throws DatabaseUnavailableException when it cannot be read
     */
    public static Optional<Instant> serverTime(String jdbcUrl) {
        try (Database database = Database.readOnly(DatabaseUrl.parse(jdbcUrl))) {
            return database.serverTime();
        }
    }

    /**
     * Creates the tables or brings them up to date.
     *
     * @return what was found before
     * @throws DatabaseUnavailableException when they are not for this release, a bot has the file, or it cannot be written
     */
    public static SchemaStatus migrate(String jdbcUrl) {
        try (Database database = new Database(DatabaseUrl.parse(jdbcUrl))) {
            SchemaStatus found = database.inspect();
            database.claim();
            database.open();
            return found;
        }
    }

    /**
     * A store by the clock that all its replicas share: that of a PostgreSQL server, or that of the host for a file. Does no I/O;
     * {@link #open()} comes before the first use, and until then the clock is that of the host.
     *
     * @param hostClock the clock of this host
     * @throws DatabaseUnavailableException when the URL is of no known database
     */
    public static Store withSharedClock(String jdbcUrl, InstantSource hostClock) {
        return new Store(new Database(DatabaseUrl.parse(jdbcUrl)), hostClock, System::nanoTime, true);
    }

    /** The clock by which everything of this store is dated. Before {@link #open()} it is that of the host. */
    public InstantSource clock() {
        return clock;
    }

    /** Jdbi would quote bound values in its exceptions, and so in the log: texts of users, and response URLs (promise P9). */
    private static Jdbi createJdbi(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    public RescueRequests requests() {
        return new SqlRescueRequests(transactions, jobSchedule, json, clock, unreadableRows);
    }

    /** Returns the same durations each time, so that all who ask share what was read. */
    public PhaseDurations phaseDurations() {
        return phaseDurations;
    }

    public AccountLinks accountLinks() {
        return new SqlAccountLinks(transactions, unreadableRows);
    }

    public LinkTokens linkTokens() {
        return new SqlLinkTokens(transactions, clock);
    }

    public PendingAccessChanges pendingAccessChanges() {
        return new SqlPendingAccessChanges(transactions, json, unreadableRows);
    }

    public PendingVotes pendingVotes() {
        return new SqlPendingVotes(transactions, inbox, json, unreadableRows);
    }

    public Notifier notifier() {
        return new SqlNotifier(transactions, handover, json, clock);
    }

    public Outbox outbox() {
        return new SqlOutbox(transactions, handover, json, clock, unreadableRows);
    }

    /** Signatures that any replica accepted; they share the commits of the inbox. */
    public SeenSignatures seenSignatures() {
        return new SqlSeenSignatures(transactions, clock);
    }

    public ChannelRedirects channelRedirects() {
        return new SqlChannelRedirects(transactions);
    }

    /** The workspaces in which the bot was installed by OAuth. */
    public Installations installations() {
        return new SqlInstallations(transactions, clock);
    }

    public OAuthStates oauthStates() {
        return new SqlOAuthStates(transactions, clock);
    }

    /** Rate limits that all replicas share. */
    public SharedRateLimiter rateLimiter() {
        return new SqlRateLimiter(transactions, clock);
    }

    /** Returns the same inbox each time, so that concurrent writers share a group commit. */
    public Inbox inbox() {
        return inbox;
    }

    public AuditLog auditLog() {
        return new SqlAuditLog(transactions, json, unreadableRows);
    }

    public TransactionRunner transactionRunner() {
        return transactions;
    }

    /** Creates a job engine on this database. The caller starts it, and closes it before the store. */
    public JobEngine createEngine(JobEngine.Jobs jobs, JobEngine.PollSettings pollSettings) {
        return new JobEngineFactory(database, transactions, handover, dueJobSignal, engineClock)
                .create(jobs, pollSettings);
    }

    /** How many rows this process could not read since it started, each counted once: of a newer release, or damaged. */
    public long unreadableRows() {
        return unreadableRows.count();
    }

    /** A new heartbeat of the database, which the caller lets beat. */
    public DatabaseHeartbeat newHeartbeat() {
        return database.newHeartbeat(transactions);
    }

    /** The processes that serve. */
    public ReplicaTable replicas() {
        return new ReplicaTable(transactions, clock, hostClock);
    }

    /** How much the store holds; blocks for a few queries, each over an index of what is pending. */
    public StoreStatistics statistics() {
        return transactions.read(handle -> {
            Map<String, Long> stages = handle.createQuery(
                            "select stage, count(*) as requests from rescue_requests where open_device is not null and device not like 'simulated:%' group by stage")
                    .reduceRows(new HashMap<>(), (map, row) -> {
                        map.put(row.getColumn("stage", String.class), row.getColumn("requests", Long.class));
                        return map;
                    });
            long[] inbox = countAndOldest(handle, "received_at", "inbox where processed_at is null");
            long[] outbox = countAndOldest(handle, "created_at", "outbox_messages where completed_at is null");
            return new StoreStatistics(stages, inbox[0], inbox[1], outbox[0], outbox[1]);
        });
    }

    private static long[] countAndOldest(Handle handle, String column, String rows) {
        return handle.createQuery("select count(*) as pending, coalesce(min(" + column + "), 0) as oldest from " + rows)
                .map((row, context) -> new long[] {row.getLong("pending"), row.getLong("oldest")})
                .one();
    }

    /** Has the connection pools counted by a meter registry; before {@link #open()}. */
    public void observePools(Object meterRegistry) {
        database.observePools(meterRegistry);
    }

    @Override
    public void close() {
        commitThread.close();
        database.close();
    }
}
