package dev.lifeline.store.sql;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.store.database.JobRights;
import dev.lifeline.store.database.JobRights.Right;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.LeaseLostException;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkHandover;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Outbox messages as rows. The body is emptied when the message is completed; the row stays until it is purged. A message that cannot be
 * read stays pending, and the others of its stream go before it.
 */
public final class SqlOutbox implements Outbox {

    private static final String PENDING = """
            select id, body, state from outbox_messages
            where stream_key = :streamKey and completed_at is null and owner = :owner order by id
            """;

    /** Some of what is in hand, whose order needs no look at the rest: all that a person is owed after a burst is megabytes. */
    private static final String IN_HAND = " limit 20";

    private static final String PENDING_IDS = """
            select id from outbox_messages
            where stream_key = :streamKey and completed_at is null and owner = :owner order by id
            """;

    private final Transactions transactions;
    private final WorkHandover handover;
    private final Json json;
    private final InstantSource clock;
    private final UnreadableRows unreadableRows;

    public SqlOutbox(
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
    public List<StreamKey> pendingStreams() {
        String sql =
                "select stream_key from outbox_messages where completed_at is null and owner = '' group by stream_key order by min(id)";
        return transactions.read(handle -> handle
                .createQuery(sql)
                .mapTo(String.class)
                .map(key -> unreadableRows.readOrSkip("outbox stream", key, () -> StreamKey.parse(key)))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public List<OutboxMessage> pending(StreamKey streamKey) {
        Optional<Right> right = jobRights().current();
        if (!jobRights().isHeld(right)) return List.of();
        return transactions.read(handle -> {
            List<OutboxMessage> all = right.orElse(null) instanceof Right.Owned owned
                    ? inHand(handle, streamKey, owned.owner())
                    : readPending(handle, PENDING, streamKey, "");
            boolean anyUpdate =
                    all.stream().anyMatch(message -> message.content().isUpdatedInPlace());
            Optional<MessageRef> posted = anyUpdate ? statusMessage(handle, streamKey) : Optional.empty();
            return new PendingMessages(posted, all).toDeliver();
        });
    }

    private JobRights jobRights() {
        return handover.jobRights();
    }

    /** Which rows there are is read; what they say only where this process has not just written them all. */
    private List<OutboxMessage> inHand(Handle handle, StreamKey streamKey, String owner) {
        List<OutboxMessage> known = new ArrayList<>();
        List<Long> ids = handle.createQuery(PENDING_IDS + IN_HAND)
                .bind("streamKey", streamKey.toString())
                .bind("owner", owner)
                .mapTo(Long.class)
                .list();
        for (long id : ids)
            handover.takeValue(JobType.OUTBOX_DELIVERIES, Long.toString(id), Content.class)
                    .map(content -> new OutboxMessage(id, streamKey, content, true))
                    .ifPresent(known::add);
        return known.size() == ids.size() ? known : readPending(handle, PENDING + IN_HAND, streamKey, owner);
    }

    /** @param owner empty for what nobody has in hand: that is what a job of the schedule has to do with */
    private List<OutboxMessage> readPending(Handle handle, String sql, StreamKey streamKey, String owner) {
        return handle
                .createQuery(sql)
                .bind("streamKey", streamKey.toString())
                .bind("owner", owner)
                .map((row, context) -> toMessage(streamKey, row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<OutboxMessage> toMessage(StreamKey streamKey, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        String body = row.getString("body");
        boolean attempted = row.getString("state").equals("attempted");
        return unreadableRows
                .readOrSkip("outbox message", Long.toString(id), () -> json.read(Content.class, body))
                .map(content -> new OutboxMessage(id, streamKey, content, attempted));
    }

    @Override
    public void markAttempted(OutboxMessage outboxMessage) {
        Optional<Right> right = jobRights().current();
        boolean mayBegin = outboxMessage.attempted()
                ? jobRights().isHeld(right)
                : transactions.inGroup(() -> jobRights().isHeld(right) && setAttempted(outboxMessage));
        if (!mayBegin) throw new LeaseLostException("stream " + outboxMessage.streamKey());
    }

    @Override
    public void checkRight() {
        if (!jobRights().isHeld(jobRights().current())) throw new LeaseLostException("a delivery that was begun");
    }

    /** Whether the message is still to be delivered. */
    private boolean setAttempted(OutboxMessage outboxMessage) {
        return transactions.inTransaction(handle -> handle.createUpdate(
                                "update outbox_messages set state = 'attempted' where id = :id and completed_at is null")
                        .bind("id", outboxMessage.id())
                        .execute()
                == 1);
    }

    @Override
    public void markDelivered(OutboxMessage outboxMessage, Optional<MessageRef> statusMessage) {
        transactions.run(() -> transactions.write(handle -> {
            boolean first = complete(handle, outboxMessage, "delivered", "");
            statusMessage.ifPresent(messageRef -> saveStatusMessage(handle, outboxMessage, messageRef));
            if (!first && outboxMessage.content().isUpdatedInPlace()) showNewestAgain(handle, outboxMessage);
        }));
    }

    /**
     * Another process has completed this message meanwhile, and perhaps newer ones: then this delivery, which had stood still, has written
     * its older text over theirs.
     */
    private void showNewestAgain(Handle handle, OutboxMessage late) {
        String sql = """
                insert into outbox_messages (stream_key, kind, body, state, reason, created_at)
                select stream_key, :kind, shown_body, 'pending', '', :now from status_messages
                where stream_key = :streamKey and shown_id > :id and shown_body <> ''
                """;
        handle.createUpdate(sql)
                .bind("now", clock.millis())
                .bind("kind", late.content().getClass().getSimpleName())
                .bind("streamKey", late.streamKey().toString())
                .bind("id", late.id())
                .execute();
    }

    @Override
    public void markUndeliverable(OutboxMessage outboxMessage, String reason, Runnable instead) {
        transactions.run(() -> transactions.write(handle -> {
            if (complete(handle, outboxMessage, "undeliverable", reason)) instead.run();
        }));
    }

    /** Whether the message was not completed before. */
    private boolean complete(Handle handle, OutboxMessage outboxMessage, String state, String reason) {
        String sql = """
                update outbox_messages set state = :state, reason = :reason, body = '', completed_at = :now
                where id = :id and completed_at is null
                """;
        int completed = handle.createUpdate(sql)
                .bind("state", state)
                .bind("reason", reason)
                .bind("now", clock.millis())
                .bind("id", outboxMessage.id())
                .execute();
        if (outboxMessage.content().isUpdatedInPlace()) supersedeOlderStatusMessages(handle, outboxMessage);
        return completed > 0;
    }

    private void supersedeOlderStatusMessages(Handle handle, OutboxMessage newest) {
        String sql = """
                update outbox_messages set state = 'superseded', body = '', completed_at = :now
                where stream_key = :streamKey and kind = :kind and id < :id and completed_at is null
                """;
        handle.createUpdate(sql)
                .bind("now", clock.millis())
                .bind("streamKey", newest.streamKey().toString())
                .bind("kind", newest.content().getClass().getSimpleName())
                .bind("id", newest.id())
                .execute();
    }

    private void saveStatusMessage(Handle handle, OutboxMessage shown, MessageRef messageRef) {
        String sql = """
                insert into status_messages (stream_key, channel_id, message_ts, shown_id, shown_body, request_id)
                values (:streamKey, :channelId, :messageTs, :id, :body, :requestId)
                on conflict (stream_key) do update
                set channel_id = excluded.channel_id, message_ts = excluded.message_ts, shown_id = excluded.shown_id, shown_body = excluded.shown_body
                where status_messages.shown_id < excluded.shown_id
                """;
        handle.createUpdate(sql)
                .bind("streamKey", shown.streamKey().toString())
                .bind("channelId", messageRef.channelId())
                .bind("messageTs", messageRef.messageTs())
                .bind("id", shown.id())
                .bind("body", json.write(Content.class, shown.content()))
                .bind("requestId", approverRequest(shown.streamKey()))
                .execute();
    }

    private static String approverRequest(StreamKey streamKey) {
        return streamKey instanceof StreamKey.Approver approver
                ? approver.request().value()
                : "";
    }

    @Override
    public Optional<MessageRef> statusMessage(StreamKey streamKey) {
        return transactions.read(handle -> statusMessage(handle, streamKey));
    }

    private static Optional<MessageRef> statusMessage(Handle handle, StreamKey streamKey) {
        return handle.createQuery("select channel_id, message_ts from status_messages where stream_key = :streamKey")
                .bind("streamKey", streamKey.toString())
                .map((row, context) -> new MessageRef(row.getString("channel_id"), row.getString("message_ts")))
                .findOne();
    }
}
