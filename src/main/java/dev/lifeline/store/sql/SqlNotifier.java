package dev.lifeline.store.sql;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.MessageTarget;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.store.database.JobSchedule;
import dev.lifeline.store.database.JobType;
import dev.lifeline.store.database.Json;
import dev.lifeline.store.database.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** Writes messages into the outbox, in the transaction of what they are about, and schedules their delivery. */
public final class SqlNotifier implements Notifier {

    private final Transactions transactions;
    private final JobSchedule jobSchedule;
    private final Json json;
    private final InstantSource clock;

    public SqlNotifier(Transactions transactions, JobSchedule jobSchedule, Json json, InstantSource clock) {
        this.transactions = transactions;
        this.jobSchedule = jobSchedule;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void updateStatusMessage(RequestId request, MessageTarget target, Message statusMessage) {
        enqueue(new StreamKey.Request(request), new Content.StatusMessage(target.channel(), target.thread(), statusMessage));
    }

    @Override
    public void replyInThread(RequestId request, MessageTarget target, Message reply) {
        enqueue(new StreamKey.Request(request), new Content.ThreadReply(target.channel(), target.thread(), reply));
    }

    @Override
    public void updateReviewMessage(RequestId request, MessageTarget target, Message reviewMessage) {
        enqueue(new StreamKey.Review(request), new Content.StatusMessage(target.channel(), target.thread(), reviewMessage));
    }

    @Override
    public void sendDirectMessage(SlackUserId user, RequestId request, Message message, String linkLabel) {
        sendInstead(user, request, message, linkLabel, 0);
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

    /** Schedules the delivery first: that locks the stream's job until the commit, so that ids grow in the order of the commits. */
    private void enqueue(StreamKey streamKey, Content content) {
        String sql = """
                insert into outbox_messages (stream_key, kind, body, state, reason, created_at)
                values (:streamKey, :kind, :body, 'pending', '', :now)
                """;
        transactions.write(handle -> {
            jobSchedule.schedule(JobType.OUTBOX_DELIVERIES, streamKey.toString(), clock.instant());
            handle.createUpdate(sql)
                    .bind("streamKey", streamKey.toString())
                    .bind("kind", content.getClass().getSimpleName())
                    .bind("body", json.write(Content.class, content))
                    .bind("now", clock.millis())
                    .execute();
        });
    }
}
