package dev.lifeline.store;

import dev.lifeline.access.Links;
import dev.lifeline.access.Offers;
import dev.lifeline.access.Tickets;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.command.Inbox;
import dev.lifeline.command.Replays;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Budgets;
import dev.lifeline.message.Outbox;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Atomically;
import dev.lifeline.rescue.RescueRequests;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;

/** Where is everything kept? An open database, seen through the ports that speak our words. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final InstantSource clock;
    private final Json json = new Json();
    private final Bell bell = new Bell();
    private final Transactions transactions;
    private final Timetable timetable;
    private final Inbox inbox;

    private Store(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.transactions = new Transactions(discreet(database.connections()), database.turns(), bell);
        this.timetable = new Timetable(transactions, database.dialect());
        this.inbox = new SqlInbox(transactions, timetable, json, clock);
    }

    /**
     * Opens a database, and creates or updates its tables.
     *
     * @param jdbcUrl {@code jdbc:sqlite:FILE}, whose folder is created, or {@code jdbc:postgresql:…} with user and password in it
     * @throws DatabaseUnusable when it cannot be used as it is
     */
    public static Store open(String jdbcUrl, InstantSource clock) {
        return new Store(Database.open(DatabaseUrl.of(jdbcUrl)), clock);
    }

    /** Jdbi would quote what was to be written in what it throws, and so in the log: what people asked, and where to answer them. */
    private static Jdbi discreet(DataSource connections) {
        Jdbi jdbi = Jdbi.create(connections);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    public RescueRequests requests() {
        return new SqlRescueRequests(transactions, timetable, json, clock);
    }

    public Links links() {
        return new SqlLinks(transactions);
    }

    public Tickets tickets() {
        return new SqlTickets(transactions, clock);
    }

    public Offers offers() {
        return new SqlOffers(transactions, json);
    }

    public Announcer announcer() {
        return new SqlAnnouncer(transactions, timetable, json, clock);
    }

    public Outbox outbox() {
        return new SqlOutbox(transactions, json, clock);
    }

    /** What was taken before, on whichever replica. A power cut may take the last of it: then the ask's own id still tells a copy. */
    public Replays replays() {
        Jdbi relaxed = discreet(database.relaxedConnections());
        return new SqlReplays(new Transactions(relaxed, database.turns(), bell), clock);
    }

    public Whereabouts whereabouts() {
        return new SqlWhereabouts(transactions);
    }

    /** What may be said, by all replicas together. */
    public Budgets budgets() {
        return new SqlBudgets(transactions, clock);
    }

    /** The same one each time: those who put something in share their commits. */
    public Inbox inbox() {
        return inbox;
    }

    public AuditLog auditLog() {
        return new SqlAuditLog(transactions, json);
    }

    public Atomically atomically() {
        return transactions;
    }

    /** An engine for this database, still to be started; to be closed before the store is. */
    public Engine engine(Engine.Jobs jobs, Engine.Pace pace) {
        return new EngineRoom(database, transactions, timetable, bell, clock).engine(jobs, pace);
    }

    /** Does the database answer? */
    public boolean healthy() {
        try {
            return transactions.read(handle ->
                    handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException e) {
            return false;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
