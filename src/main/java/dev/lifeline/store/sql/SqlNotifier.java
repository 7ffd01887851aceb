package dev.lifeline.store.sql;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.MessageTarget;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import dev.lifeline.store.database.WorkHandover;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes messages into the outbox, in the transaction of what they are about, and schedules their delivery. */
public final class SqlNotifier implements Notifier {

    private static final String INSERT = """
            insert into outbox_messages (stream_key, kind, body, owner, state, reason, created_at)
            select key, :kind, :body, owner, case when owner = '' then 'pending' else 'attempted' end, '', :now
            from (
              select key, case when exists (
                  select 1 from outbox_messages waiting
                  where waiting.stream_key = key and waiting.completed_at is null and waiting.owner = '')
                then '' else cast(:owner as text) end as owner
              from (select cast(:streamKey as text) as key) given) message
            returning id, owner
            """;

    private final Transactions transactions;
    private final WorkHandover handover;
    private final Json json;
    private final InstantSource clock;

    public SqlNotifier(Transactions transactions, WorkHandover handover, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.handover = handover;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void updateStatusMessage(RequestId request, MessageTarget target, Message statusMessage) {
        enqueue(
                new StreamKey.Request(request),
                new Content.StatusMessage(target.channel(), target.thread(), statusMessage));
    }

    @Override
    public void replyInThread(RequestId request, MessageTarget target, Message reply) {
        enqueue(new StreamKey.Request(request), new Content.ThreadReply(target.channel(), target.thread(), reply));
    }

    @Override
    public void updateReviewMessage(RequestId request, MessageTarget target, Message reviewMessage) {
        enqueue(
                new StreamKey.Review(request),
                new Content.StatusMessage(target.channel(), target.thread(), reviewMessage));
    }

    @Override
    public void updateApproverMessage(SlackUserId approver, RequestId request, Translations text) {
        enqueue(
                new StreamKey.Approver(request, approver),
                new Content.ApproverMessage(approver, text.message(), request, text.linkLabel(), text.others()));
    }

    @Override
    public void callWebhook(RequestId request, WebhookCall call) {
        enqueue(new StreamKey.Webhook(request), new Content.WebhookMessage(request, call));
    }

    @Override
    public void cancelWebhook(RequestId request) {
        String sql = """
                update outbox_messages set state = 'superseded', body = '', completed_at = :now
                where stream_key = :streamKey and completed_at is null
                """;
        transactions.write(handle -> handle.createUpdate(sql)
                .bind("now", clock.millis())
                .bind("streamKey", new StreamKey.Webhook(request).toString())
                .execute());
    }

    @Override
    public void sendDirectMessage(SlackUserId user, RequestId request, Translations text) {
        enqueue(
                new StreamKey.Direct(user),
                new Content.DirectMessage(user, text.message(), request, text.linkLabel(), 0, text.others()));
    }

    @Override
    public void sendInstead(SlackUserId user, RequestId request, Message message, String linkLabel, int fallbackDepth) {
        enqueue(
                new StreamKey.Direct(user),
                new Content.DirectMessage(user, message, request, linkLabel, fallbackDepth));
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message message) {
        enqueue(new StreamKey.Ephemeral(recipient.user()), new Content.EphemeralMessage(recipient, message));
    }

    @Override
    public void sendEphemeral(Recipient recipient, Message message, RequestId request, String linkLabel) {
        enqueue(
                new StreamKey.Ephemeral(recipient.user()),
                new Content.EphemeralMessage(
                        recipient, message, Optional.of(new Outbox.StatusLink(request, linkLabel))));
    }

    private void enqueue(StreamKey streamKey, Content content) {
        transactions.write(handle -> {
            if (streamKey instanceof StreamKey.Ephemeral) enqueueEphemeral(handle, streamKey, content);
            else enqueueInOrder(handle, streamKey, content);
        });
    }

    /** Schedules the delivery first: that locks the stream's job until the commit, so that ids grow in the order of the commits. */
    private void enqueueInOrder(Handle handle, StreamKey streamKey, Content content) {
        handover.handOver(JobType.OUTBOX_DELIVERIES, streamKey.toString(), "", clock.instant());
        insert(handle, streamKey, content, "");
    }

    /** Goes behind what waits for the schedule; else this process delivers it itself. */
    private void enqueueEphemeral(Handle handle, StreamKey streamKey, Content content) {
        String owner = insert(handle, streamKey, content, handover.ownerFor(JobType.OUTBOX_DELIVERIES, handle));
        handover.handOver(JobType.OUTBOX_DELIVERIES, streamKey.toString(), owner, clock.instant());
    }

    /**
     * Inserts a message and returns its owner. One that is in hand counts as attempted from the start: its delivery may begin at any
     * moment, and is recorded by no other write.
     */
    private String insert(Handle handle, StreamKey streamKey, Content content, String owner) {
        return handle.createQuery(INSERT)
                .bind("streamKey", streamKey.toString())
                .bind("kind", content.getClass().getSimpleName())
                .bind("body", json.write(Content.class, content))
                .bind("owner", owner)
                .bind("now", clock.millis())
                .map((row, context) -> keepContent(row.getString("id"), row.getString("owner"), content))
                .one();
    }

    private String keepContent(String id, String owner, Content content) {
        handover.keepValue(JobType.OUTBOX_DELIVERIES, id, owner, content);
        return owner;
    }
}
