package dev.lifeline.store.sql;

import dev.lifeline.handler.inbox.AlreadyProcessedException;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.UnreadableInteraction;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkHandover;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Interactions as rows. Those that arrive during a commit share the next one, unless the thread is in a transaction. The body is emptied
 * when the interaction is processed; the row stays until it is purged, so that a repeated delivery is recognised.
 */
public final class SqlInbox implements Inbox {

    private static final String INSERT = """
            insert into inbox (id, body, received_at, owner) values (:id, :body, :now, :owner)
            on conflict (id) do nothing
            """;

    private final Transactions transactions;
    private final WorkHandover handover;
    private final Json json;
    private final InstantSource clock;
    private final UnreadableRows unreadableRows;

    public SqlInbox(
            Transactions transactions,
            WorkHandover handover,
            Json json,
            InstantSource clock,
            UnreadableRows unreadableRows) {
        this.transactions = transactions;
        this.handover = handover;
        this.json = json;
        this.clock = clock;
        this.unreadableRows = unreadableRows;
    }

    @Override
    public boolean add(Interaction interaction) {
        String body = json.write(Interaction.class, interaction);
        return transactions.inUrgentGroup(
                () -> transactions.inTransaction(handle -> insert(handle, interaction, body)));
    }

    private boolean insert(Handle handle, Interaction interaction, String body) {
        String id = interaction.id();
        String owner = handover.ownerFor(JobType.INTERACTIONS, handle);
        int inserted = handle.createUpdate(INSERT)
                .bind("id", id)
                .bind("body", body)
                .bind("now", clock.millis())
                .bind("owner", owner)
                .execute();
        if (inserted == 0) return false;
        handover.keepValue(JobType.INTERACTIONS, id, owner, interaction);
        handover.handOver(JobType.INTERACTIONS, id, owner, clock.instant());
        return true;
    }

    /** What this process has just stored is not read again: that it was processed meanwhile would show when it is marked. */
    @Override
    public Optional<Interaction> find(String id) {
        return handover.takeValue(JobType.INTERACTIONS, id, Interaction.class).or(() -> read(id));
    }

    private Optional<Interaction> read(String id) {
        return transactions
                .read(handle -> handle.createQuery("select body from inbox where id = :id and processed_at is null")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .map(body -> unreadableRows.read("interaction", id, () -> json.read(Interaction.class, body)));
    }

    /** Says nothing of why it cannot be read: {@link #find} has counted and logged that. */
    @Override
    public Optional<UnreadableInteraction> findUnreadable(String id) {
        String sql = "select body, received_at from inbox where id = :id and processed_at is null";
        return transactions.read(handle -> handle.createQuery(sql)
                .bind("id", id)
                .map((row, context) -> new UnreadableInteraction(
                        id, sender(row.getString("body")), Instant.ofEpochMilli(row.getLong("received_at"))))
                .findOne());
    }

    /** Every release stores these three beside what was done. */
    private Optional<Recipient> sender(String body) {
        try {
            return Optional.of(json.read(Recipient.class, body));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> pending() {
        return transactions.read(handle -> handle.createQuery(
                        "select id from inbox where processed_at is null and owner = '' order by received_at, id")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void markProcessed(String id) {
        String sql = "update inbox set body = '', processed_at = :now where id = :id and processed_at is null";
        transactions.write(handle -> {
            int rows = handle.createUpdate(sql)
                    .bind("now", clock.millis())
                    .bind("id", id)
                    .execute();
            if (rows == 0) throw new AlreadyProcessedException(id);
        });
    }
}
