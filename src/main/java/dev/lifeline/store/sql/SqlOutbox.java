package dev.lifeline.store.sql;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Letters as rows. What a letter said is wiped once it is settled: from then on only that there was one is of use. */
public final class SqlOutbox implements Outbox {

    private final Transactions transactions;
    private final Json json;
    private final InstantSource clock;

    public SqlOutbox(Transactions transactions, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<StreamKey> pendingStreams() {
        String sql = "select lane from letters where settled_at is null group by lane order by min(id)";
        return transactions.read(
                handle -> handle.createQuery(sql).mapTo(String.class).map(StreamKey::parse).list());
    }

    @Override
    public List<OutboxMessage> pending(StreamKey streamKey) {
        return transactions.read(handle -> {
            List<OutboxMessage> unsettled = handle.createQuery(
                            "select id, lane, body, state from letters where lane = :lane and settled_at is null order by id")
                    .bind("lane", streamKey.toString())
                    .map(this::toMessage)
                    .list();
            return new PendingMessages(statusMessage(handle, streamKey), unsettled).toDeliver();
        });
    }

    private OutboxMessage toMessage(ResultSet row, StatementContext context) throws SQLException {
        Content content = json.read(Content.class, row.getString("body"));
        boolean begun = row.getString("state").equals("begun");
        return new OutboxMessage(row.getLong("id"), StreamKey.parse(row.getString("lane")), content, begun);
    }

    @Override
    public void markAttempted(OutboxMessage outboxMessage) {
        transactions.write(handle -> handle.createUpdate(
                        "update letters set state = 'begun' where id = :id and settled_at is null")
                .bind("id", outboxMessage.id())
                .execute());
    }

    @Override
    public void markDelivered(OutboxMessage outboxMessage, Optional<MessageRef> card) {
        transactions.write(handle -> {
            complete(handle, outboxMessage, "delivered", "");
            card.ifPresent(messageRef -> saveStatusMessageRef(handle, outboxMessage.streamKey(), messageRef));
        });
    }

    @Override
    public void markUndeliverable(OutboxMessage outboxMessage, String reason) {
        transactions.write(handle -> complete(handle, outboxMessage, "undeliverable", reason));
    }

    private void complete(Handle handle, OutboxMessage outboxMessage, String state, String reason) {
        handle.createUpdate(
                        "update letters set state = :state, reason = :reason, body = '', settled_at = :now where id = :id")
                .bind("state", state)
                .bind("reason", reason)
                .bind("now", clock.millis())
                .bind("id", outboxMessage.id())
                .execute();
        if (outboxMessage.content() instanceof Content.StatusMessage)
            supersedeOlderStatusMessages(handle, outboxMessage);
    }

    private void supersedeOlderStatusMessages(Handle handle, OutboxMessage newest) {
        String sql = """
                update letters set state = 'superseded', body = '', settled_at = :now
                where lane = :lane and kind = 'StatusMessage' and id < :id and settled_at is null
                """;
        handle.createUpdate(sql)
                .bind("now", clock.millis())
                .bind("lane", newest.streamKey().toString())
                .bind("id", newest.id())
                .execute();
    }

    private static void saveStatusMessageRef(Handle handle, StreamKey streamKey, MessageRef card) {
        String sql = """
                insert into postings (lane, place, id) values (:lane, :place, :id)
                on conflict (lane) do update set place = excluded.place, id = excluded.id
                """;
        handle.createUpdate(sql)
                .bind("lane", streamKey.toString())
                .bind("place", card.channelId())
                .bind("id", card.messageTs())
                .execute();
    }

    @Override
    public Optional<MessageRef> statusMessage(StreamKey streamKey) {
        return transactions.read(handle -> statusMessage(handle, streamKey));
    }

    private static Optional<MessageRef> statusMessage(Handle handle, StreamKey streamKey) {
        return handle.createQuery("select place, id from postings where lane = :lane")
                .bind("lane", streamKey.toString())
                .map((row, context) -> new MessageRef(row.getString("place"), row.getString("id")))
                .findOne();
    }
}
