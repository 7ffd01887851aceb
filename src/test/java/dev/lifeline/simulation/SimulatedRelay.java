package dev.lifeline.simulation;

import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.job.Job;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.DeliveryFailureListener.Reason;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.transport.OutsideCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Delivers the messages of the real outbox into the simulated workspace, by the rules of the outbox relay. */
final class SimulatedRelay implements Job {

    private final SimulatedWorld world;
    private final ReplicaProcess process;
    private final Outbox outbox;
    private final DeliveryFailureListener failureListener;
    private final InstantSource clock;

    SimulatedRelay(
            SimulatedWorld world,
            ReplicaProcess process,
            Outbox outbox,
            DeliveryFailureListener failureListener,
            InstantSource clock) {
        this.world = world;
        this.process = process;
        this.outbox = outbox;
        this.failureListener = failureListener;
        this.clock = clock;
    }

    /** Thrown when Slack does not take a message; with a reason where it never will. */
    private static final class NotDelivered extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Reason> lasting;

        private NotDelivered(Optional<Reason> lasting) {
            super("simulated", null, false, false);
            this.lasting = lasting;
        }
    }

    @Override
    public Optional<Instant> run(String key) {
        StreamKey streamKey = StreamKey.parse(key);
        Set<Long> handled = new HashSet<>();
        List<OutboxMessage> pending = outbox.pending(streamKey);
        while (pending.stream().anyMatch(message -> !handled.contains(message.id()))) {
            for (OutboxMessage message : pending) {
                Optional<Instant> retryAt = handled.add(message.id()) ? deliver(message) : Optional.empty();
                if (retryAt.isPresent()) return retryAt;
            }
            pending = outbox.pending(streamKey);
        }
        return Optional.empty();
    }

    @Override
    public Collection<String> pending() {
        return outbox.pendingStreams().stream().map(StreamKey::toString).toList();
    }

    private Optional<Instant> deliver(OutboxMessage message) {
        try {
            outbox.markAttempted(message);
            Optional<MessageRef> statusMessage = send(message);
            outbox.markDelivered(message, statusMessage);
            return Optional.empty();
        } catch (NotDelivered e) {
            if (e.lasting.isEmpty()) return Optional.of(clock.instant().plus(Duration.ofSeconds(4)));
            world.trace(
                    process.name(),
                    "undeliverable " + message.streamKey() + " "
                            + message.content().getClass().getSimpleName());
            giveUp(message, e.lasting.get());
            return Optional.empty();
        }
    }

    /** Whoever waits for an approval, or is waited for, is told in another way. */
    private void giveUp(OutboxMessage message, Reason reason) {
        world.lookNow();
        long toldBefore = world.privateMessages();
        outbox.markUndeliverable(message, "simulated", failureListener.onUndeliverable(message, reason));
        world.lookNow();
        boolean awaited = message.content() instanceof Content.StatusMessage
                && message.streamKey() instanceof StreamKey.Request stream
                && world.orders().isAwaitingApproval(stream.request());
        if (awaited && world.privateMessages() == toldBefore)
            world.violated("P2", "nobody is told of " + message.streamKey() + ", which waits for approvals");
    }

    private Optional<MessageRef> send(OutboxMessage message) {
        OutsideCalls.check("chat");
        Content content = message.content();
        if (content instanceof Content.StatusMessage status)
            return Optional.of(showStatus(message, status.channel(), status.message()));
        if (content instanceof Content.ThreadReply reply) post(message, reply.channel(), reply.message());
        if (content instanceof Content.DirectMessage direct) tell(direct.user(), direct.message());
        if (content instanceof Content.ApproverMessage approver) tell(approver.user(), approver.message());
        if (content instanceof Content.EphemeralMessage ephemeral) reply(ephemeral.recipient(), ephemeral.message());
        return Optional.empty();
    }

    private MessageRef showStatus(OutboxMessage outboxMessage, ChannelId channel, Message message) {
        Optional<MessageRef> posted = outbox.statusMessage(outboxMessage.streamKey());
        if (posted.isEmpty()) return post(outboxMessage, channel, message);
        return slack("chat.update", () -> {
            requireOpen(channel);
            world.workspace().show(posted.get(), message, members());
            return posted.get();
        });
    }

    private MessageRef post(OutboxMessage outboxMessage, ChannelId channel, Message message) {
        Optional<MessageRef> found =
                outboxMessage.attempted() ? world.workspace().findPosted(outboxMessage.id()) : Optional.empty();
        return found.orElseGet(() -> slack("chat.postMessage", () -> {
            requireOpen(channel);
            return world.workspace().post(channel, outboxMessage.id(), message, members());
        }));
    }

    private void reply(Recipient recipient, Message message) {
        tell(recipient.user(), message);
    }

    private void tell(SlackUserId user, Message message) {
        slack("chat.postEphemeral", () -> {
            if (world.humans().slackUser(user).kind() != SlackUser.UserKind.MEMBER)
                throw new NotDelivered(Optional.of(Reason.USER_UNREACHABLE));
            world.workspace().tell(user, SimulatedWorkspace.INCIDENT, message);
            return true;
        });
    }

    private List<SlackUserId> members() {
        return world.humans().slackUsers().stream().map(SlackUser::id).toList();
    }

    private void requireOpen(ChannelId channel) {
        if (world.workspace().isArchived(channel)) throw new NotDelivered(Optional.of(Reason.CHANNEL_CLOSED));
    }

    private <T> T slack(String method, java.util.function.Supplier<T> call) {
        return process.call(method, () -> {
            if (world.seed().fault("limited@" + method, 0.01)) throw new NotDelivered(Optional.empty());
            T answer = call.get();
            world.noteDelivery();
            if (world.seed().fault("answer-lost@" + method, 0.01)) throw new NotDelivered(Optional.empty());
            return answer;
        });
    }
}
