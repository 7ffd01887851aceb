package dev.lifeline.simulation;

import dev.lifeline.store.database.Dialect;
import dev.lifeline.store.database.DueJobSignal;
import dev.lifeline.store.database.EngineClock;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.MonotonicTimeline;
import dev.lifeline.store.database.TestTimelines;
import dev.lifeline.store.database.Timeline;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkHandover;
import dev.lifeline.store.jobs.SteppedEngine;
import dev.lifeline.store.sql.SqlAccountLinks;
import dev.lifeline.store.sql.SqlAuditLog;
import dev.lifeline.store.sql.SqlInbox;
import dev.lifeline.store.sql.SqlLinkTokens;
import dev.lifeline.store.sql.SqlNotifier;
import dev.lifeline.store.sql.SqlOutbox;
import dev.lifeline.store.sql.SqlPendingAccessChanges;
import dev.lifeline.store.sql.SqlPendingVotes;
import dev.lifeline.store.sql.SqlPhaseDurations;
import dev.lifeline.store.sql.SqlRescueRequests;
import dev.lifeline.store.sql.UnreadableRows;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The parts of {@link dev.lifeline.store.Store} on the one connection of a simulation, without pools, threads and migrations. */
final class ReplicaStore {

    /** What is parsed once is known to all simulations. */
    private static final ColonPrefixSqlParser SQL_PARSER = new ColonPrefixSqlParser();

    static final Json JSON = new Json();

    private final DataSource dataSource;
    private final Dialect dialect;
    private final InstantSource clock;
    private final UnreadableRows unreadableRows = new UnreadableRows();
    private final EngineClock engineClock;
    private final Transactions transactions;
    private final JobSchedule jobSchedule;
    private final WorkHandover handover;
    private final SqlInbox inbox;
    private final SqlRescueRequests requests;
    private final SqlPhaseDurations phaseDurations;
    private int leases;
    private final DueJobSignal dueJobSignal = new DueJobSignal();

    /** @param shared whether all replicas go by the clock of the database's server, as on PostgreSQL */
    /** @param name of the process, in which the owners of its leases begin: a random one would change the order of rows */
    ReplicaStore(
            String name,
            DataSource dataSource,
            Dialect dialect,
            InstantSource hostClock,
            LongSupplier nanoClock,
            boolean shared) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(SqlStatements.class).setSqlParser(SQL_PARSER).setTemplateEngine(TemplateEngine.NOP);
        Timeline timeline = shared
                ? TestTimelines.ofServer(jdbi, hostClock.instant(), nanoClock)
                : new MonotonicTimeline(hostClock.instant(), nanoClock);
        this.clock = shared ? timeline : hostClock;
        this.engineClock = new EngineClock(timeline, clock);
        this.transactions = TestTimelines.transactions(jdbi, dueJobSignal);
        this.jobSchedule = new JobSchedule(transactions, dialect, engineClock);
        this.handover = new WorkHandover(transactions, jobSchedule, engineClock, () -> name + "-" + ++leases);
        this.requests = new SqlRescueRequests(transactions, jobSchedule, JSON, clock, unreadableRows);
        this.phaseDurations = new SqlPhaseDurations(transactions, nanoClock::getAsLong);
        this.inbox = new SqlInbox(transactions, handover, JSON, clock, unreadableRows);
    }

    void open() {
        engineClock.open();
    }

    InstantSource clock() {
        return clock;
    }

    Transactions transactions() {
        return transactions;
    }

    SqlInbox inbox() {
        return inbox;
    }

    SqlRescueRequests requests() {
        return requests;
    }

    SqlPhaseDurations phaseDurations() {
        return phaseDurations;
    }

    SqlAccountLinks accountLinks() {
        return new SqlAccountLinks(transactions, unreadableRows);
    }

    SqlLinkTokens linkTokens() {
        return new SqlLinkTokens(transactions, clock);
    }

    SqlPendingAccessChanges pendingAccessChanges() {
        return new SqlPendingAccessChanges(transactions, JSON, unreadableRows);
    }

    SqlPendingVotes pendingVotes() {
        return new SqlPendingVotes(transactions, inbox, JSON, unreadableRows);
    }

    SqlNotifier notifier() {
        return new SqlNotifier(transactions, handover, JSON, clock);
    }

    SqlOutbox outbox() {
        return new SqlOutbox(transactions, handover, JSON, clock, unreadableRows);
    }

    SqlAuditLog auditLog() {
        return new SqlAuditLog(transactions, JSON, unreadableRows);
    }

    void onDueJobs(Consumer<Set<JobType>> listener) {
        dueJobSignal.addListener(listener);
    }

    /** Calls a listener for each key that is taken in hand. */
    void onInHand(Consumer<JobType> listener) {
        handover.inHand().listen(listener);
    }

    SteppedEngine engine(String name, dev.lifeline.store.jobs.JobEngine.Jobs jobs) {
        return new SteppedEngine(
                name, new SteppedEngine.Parts(transactions, handover, engineClock, dataSource), jobs, dialect);
    }
}
