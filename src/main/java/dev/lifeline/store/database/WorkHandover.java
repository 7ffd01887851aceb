package dev.lifeline.store.database;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Hands new work over in the transaction that makes it due: to this process, which owns the row and runs it without a row in the schedule;
 * or to the schedule, where this process has no lease or enough to do. Thread-safe.
 */
public final class WorkHandover {

    private static final String DEAD_OWNERS = """
            select owner from (
              select owner from inbox where processed_at is null and owner <> ''
              union select owner from outbox_messages where completed_at is null and owner <> '') owned
            where not exists (select 1 from replica_leases lease where lease.owner = owned.owner and lease.lease_until > :now)
            """;

    private final Transactions transactions;
    private final JobSchedule jobSchedule;
    private final ReplicaLease lease;
    private final JobRights jobRights;
    private final InHand inHand = new InHand();
    private final CommittedValues committedValues = new CommittedValues();

    /** Under a random owner. */
    public WorkHandover(Transactions transactions, JobSchedule jobSchedule, EngineClock engineClock) {
        this(transactions, jobSchedule, engineClock, () -> UUID.randomUUID().toString());
    }

    /** @param newOwner gives an owner for each lease, that no process had before */
    public WorkHandover(
            Transactions transactions, JobSchedule jobSchedule, EngineClock engineClock, Supplier<String> newOwner) {
        this.transactions = transactions;
        this.jobSchedule = jobSchedule;
        this.lease = new ReplicaLease(transactions, engineClock, newOwner);
        this.jobRights = new JobRights(transactions, lease);
    }

    public ReplicaLease lease() {
        return lease;
    }

    public InHand inHand() {
        return inHand;
    }

    public JobRights jobRights() {
        return jobRights;
    }

    public JobSchedule jobSchedule() {
        return jobSchedule;
    }

    /** The owner for a row of the thread's transaction: empty text where it is to wait for the schedule. */
    public String ownerFor(JobType jobType, Handle handle) {
        return inHand.hasRoom(jobType) ? lease.join(handle).orElse("") : "";
    }

    /** Keeps the value of a row of the thread's transaction until it is taken, where this process owns the row. */
    public void keepValue(JobType jobType, String rowId, String owner, Object value) {
        if (!owner.isEmpty()) transactions.onceCommitted(() -> committedValues.put(jobType, rowId, value));
    }

    /** The value of a row, as this process has committed it; empty where it has to be read. What became of the row meanwhile it does not say. */
    public <T> Optional<T> takeValue(JobType jobType, String rowId, Class<T> type) {
        return committedValues.take(jobType, rowId, type);
    }

    /** Has the work run at once after the commit. */
    public void handOver(JobType jobType, String key, String owner, Instant now) {
        if (owner.isEmpty()) jobSchedule.schedule(jobType, key, now);
        else transactions.afterCommit(() -> inHand.add(jobType, key));
    }

    /** Has the schedule run a key of an owner at that time. Blocks for a commit. */
    public void release(JobType jobType, String key, String owner, Instant at) {
        String sql = jobType == JobType.INTERACTIONS
                ? "update inbox set owner = '' where id = :key and owner = :owner and processed_at is null"
                : "update outbox_messages set owner = '' where stream_key = :key and owner = :owner and completed_at is null";
        transactions.inGroup(() -> transactions.inTransaction(handle -> {
            int released = handle.createUpdate(sql)
                    .bind("key", key)
                    .bind("owner", owner)
                    .execute();
            if (released > 0) jobSchedule.schedule(jobType, key, at);
            return released;
        }));
    }

    /** Has the schedule run at once what processes had in hand whose lease has ended. Returns how many processes these were. */
    public int takeOverFromDead(Instant engineTime, Instant now) {
        List<String> dead = transactions.read(handle -> handle.createQuery(DEAD_OWNERS)
                .bind("now", engineTime.toEpochMilli())
                .mapTo(String.class)
                .list());
        dead.forEach(owner -> releaseAll(owner, engineTime, now));
        return dead.size();
    }

    /** Ends the lease of this process and has the schedule run what it had in hand. Whatever of it still runs has lost its right. */
    public void releaseAll(Instant now) {
        inHand.clear();
        String owner = lease.owner();
        lease.end();
        releaseAll(owner, Instant.ofEpochMilli(Long.MAX_VALUE), now);
    }

    /** A process that prolongs its lease meanwhile keeps what it has. */
    private void releaseAll(String owner, Instant engineTime, Instant now) {
        transactions.write(handle -> {
            handle.createUpdate("delete from replica_leases where owner = :owner and lease_until <= :now")
                    .bind("owner", owner)
                    .bind("now", engineTime.toEpochMilli())
                    .execute();
            if (isAlive(handle, owner)) return;
            jobSchedule.schedule(JobType.INTERACTIONS, disownInteractions(handle, owner), now);
            jobSchedule.schedule(JobType.OUTBOX_DELIVERIES, disownStreams(handle, owner), now);
        });
    }

    private static boolean isAlive(Handle handle, String owner) {
        return handle.createQuery("select count(*) from replica_leases where owner = :owner")
                        .bind("owner", owner)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static List<String> disownInteractions(Handle handle, String owner) {
        return handle.createQuery(
                        "update inbox set owner = '' where owner = :owner and owner <> '' and processed_at is null returning id")
                .bind("owner", owner)
                .mapTo(String.class)
                .list();
    }

    private static List<String> disownStreams(Handle handle, String owner) {
        return handle
                .createQuery(
                        "update outbox_messages set owner = '' where owner = :owner and owner <> '' and completed_at is null returning stream_key")
                .bind("owner", owner)
                .mapTo(String.class)
                .stream()
                .distinct()
                .toList();
    }

    /** Has this process run what it owns and does not run. A row may have been committed although its writer was told otherwise. */
    public void adoptOwned() {
        String owner = lease.owner();
        if (!lease.isHeld(owner)) return;
        transactions
                .read(handle -> handle.createQuery(
                                "select id from inbox where owner = :owner and owner <> '' and processed_at is null")
                        .bind("owner", owner)
                        .mapTo(String.class)
                        .list())
                .forEach(id -> inHand.add(JobType.INTERACTIONS, id));
        transactions
                .read(handle -> handle.createQuery(
                                "select distinct stream_key from outbox_messages where owner = :owner and owner <> '' and completed_at is null")
                        .bind("owner", owner)
                        .mapTo(String.class)
                        .list())
                .forEach(streamKey -> inHand.add(JobType.OUTBOX_DELIVERIES, streamKey));
    }
}
