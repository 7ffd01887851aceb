package dev.lifeline.simulation;

import dev.lifeline.store.database.Dialect;
import dev.lifeline.store.database.JobType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One real database on one connection, which all processes use in turn: a transaction never spans an event. A commit may fail, or be done
 * with its answer lost, or be the last thing that a process does. The clock of the server is the simulation's.
 */
final class SimulatedDatabase {

    private static final double COMMIT_FAULT_CHANCE = 0.0003;
    private static final String OWNED = """
            select exists (select 1 from inbox where processed_at is null and owner <> '')
              or exists (select 1 from outbox_messages where completed_at is null and owner <> '')
            """;
    private static final String CLOCK_QUERY = "select cast(extract(epoch";
    private static final String JOB_TABLE = "scheduled_tasks";
    private static final String AUDIT_TABLE = "audit_log";
    private static final String MESSAGE_TABLE = "outbox_messages";
    private static final Set<String> NEEDS_LIFE = Set.of("prepareStatement", "createStatement", "commit");

    private final RealDatabase database;
    private final Connection connection;
    private final SimulatedWorld world;
    private final LongSupplier serverMillis;
    private final Map<JobType, Instant> due = new EnumMap<>(JobType.class);
    private long writes;
    private long recordWrites;
    private boolean jobsWritten = true;
    private boolean picked;
    private boolean owned;

    SimulatedDatabase(RealDatabase database, SimulatedWorld world, LongSupplier serverMillis) {
        this.database = database;
        this.connection = database.connection();
        this.world = world;
        this.serverMillis = serverMillis;
    }

    Dialect dialect() {
        return database.dialect();
    }

    /** How often something was written, at least. */
    long writes() {
        return writes;
    }

    /** How often something was written into the audit log or the outbox, at least. */
    long recordWrites() {
        return recordWrites;
    }

    /** Something may have changed without a write, such as a clock. */
    void touch() {
        writes++;
    }

    boolean hasPicked() {
        return picked;
    }

    /** Whether a process has something in hand, be it dead or alive. */
    boolean hasOwned() {
        return owned;
    }

    /** The ids of the interactions that are not processed yet. */
    List<String> pendingInteractions() {
        return query("select id from inbox where processed_at is null", row -> row.getString(1));
    }

    /** When the next row of each type is due, by the clock of the engine; rows that are picked wait for nobody. */
    Map<JobType, Instant> nextDue() {
        if (jobsWritten) readDue();
        return new EnumMap<>(due);
    }

    private void readDue() {
        jobsWritten = false;
        due.clear();
        picked = false;
        owned = query(OWNED, row -> row.getBoolean(1)).get(0);
        String sql = "select task_name, picked, min(execution_time) from scheduled_tasks group by task_name, picked";
        query(sql, row -> {
            if (row.getBoolean(2)) picked = true;
            else due.put(JobType.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), database.readTime(row, 3));
            return true;
        });
    }

    record AuditRow(long sequence, String entry, String previousHash, String hash) {}

    record MessageRow(long id, String kind, String body) {}

    /** The audit entries after one, in order. */
    List<AuditRow> auditAfter(long sequence) {
        return query(
                "select sequence, entry, previous_hash, hash from audit_log where sequence > ? order by sequence",
                row -> new AuditRow(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                sequence);
    }

    List<MessageRow> messagesAfter(long id) {
        return query(
                "select id, kind, body from outbox_messages where id > ? order by id",
                row -> new MessageRow(row.getLong(1), row.getString(2), row.getString(3)),
                id);
    }

    /** A row that a process has picked, by the names of its task and its instance. */
    record PickedRow(String task, String pickedBy) {}

    List<PickedRow> picked() {
        return query(
                "select task_name || ' ' || task_instance, picked_by from scheduled_tasks where picked",
                row -> new PickedRow(row.getString(1), row.getString(2)));
    }

    int countOpen(String device) {
        String sql = "select count(*) from rescue_requests where stage <> 'Closed' and device = ?";
        return query(sql, row -> row.getInt(1), device).get(0);
    }

    /** The ids of all requests, also of those that are history. */
    List<String> requests() {
        return query(
                "select id from rescue_requests union select id from rescue_request_history", row -> row.getString(1));
    }

    /** The ids of all interactions that were stored. */
    Set<String> interactions() {
        return Set.copyOf(query("select id from inbox", row -> row.getString(1)));
    }

    /** The text columns in which a secret could have been left. */
    String dump() {
        List<String> texts = new ArrayList<>();
        for (String column : List.of("body from inbox", "body from outbox_messages", "body from rescue_requests"))
            texts.addAll(query("select " + column, row -> row.getString(1)));
        return String.join("\n", texts);
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = database.prepare(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            return read(statement, reader);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) read.add(reader.read(rows));
            return read;
        }
    }

    /** The database without faults, as the simulation itself looks at it. */
    DataSource observed() {
        return dataSource(() -> new Session(null));
    }

    /** The database as one process sees it. */
    DataSource dataSource(ReplicaProcess process) {
        return dataSource(() -> new Session(process));
    }

    private DataSource dataSource(java.util.function.Supplier<Session> sessions) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) return invoke(connection, method, arguments);
            return sessions.get().open();
        });
    }

    /** A connection as it is lent to a process. */
    private final class Session implements InvocationHandler {
        private final @Nullable ReplicaProcess process;
        private boolean closed;
        private boolean ended;

        private Session(@Nullable ReplicaProcess process) {
            this.process = process;
        }

        private Connection open() {
            if (process != null) process.requireAlive();
            return proxy(Connection.class, this);
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (process != null && NEEDS_LIFE.contains(name)) process.requireAlive();
            if (name.equals("close")) return close();
            if (name.equals("isClosed")) return closed;
            if (name.equals("commit")) return commit();
            if (name.equals("rollback")) jobsWritten = true;
            if (name.equals("rollback") && ended) return null;
            if (name.equals("setAutoCommit") && arguments != null && Boolean.FALSE.equals(arguments[0])) ended = false;
            if (name.equals("prepareStatement") && arguments != null) return prepare((String) arguments[0]);
            return SimulatedDatabase.invoke(connection, method, arguments);
        }

        private @Nullable Object close() throws SQLException {
            closed = true;
            if (!connection.getAutoCommit()) {
                jobsWritten = true;
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return null;
        }

        private @Nullable Object commit() throws SQLException {
            boolean fails = process != null && world.seed().fault("commit-fails", COMMIT_FAULT_CHANCE);
            if (fails) throw new SQLException("simulated: the commit failed");
            connection.commit();
            ended = true;
            if (process == null) return null;
            if (world.seed().fault("commit-answer-lost", COMMIT_FAULT_CHANCE))
                throw new SQLException("simulated: the answer to the commit was lost");
            if (world.seed().fault("kill@after-commit", COMMIT_FAULT_CHANCE)) {
                process.kill("after a commit");
                throw new ProcessKilled();
            }
            return null;
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        if (!sql.stripLeading().startsWith("select")) {
            writes++;
            jobsWritten |= sql.contains(JOB_TABLE);
            recordWrites += sql.contains(AUDIT_TABLE) || sql.contains(MESSAGE_TABLE) ? 1 : 0;
        }
        return sql.startsWith(CLOCK_QUERY)
                ? connection.prepareStatement("select " + serverMillis.getAsLong())
                : database.prepare(sql);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(SimulatedDatabase.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
