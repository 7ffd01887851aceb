package dev.lifeline.slack.outbox;

import dev.lifeline.job.Job;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.DeliveryFailureListener.Reason;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.slack.webapi.FailureBackoff;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that delivers the outbox: one key for each stream, its messages in order, except that the status message goes before the replies
 * once it was posted: it says what holds now. A message that has to wait stops its stream, except that replies which wait for their rate
 * limit do not hold up the status message; one that can never be delivered is reported to the listener and skipped.
 *
 * <p>Waits as long as Slack says, else 1 s, 2 s, 4 s and so on up to 60 s. Thread-safe for different streams.
 */
public final class OutboxRelay implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    /** Attempts with an unknown error code before it counts as permanent. */
    private static final int MAX_ATTEMPTS = 6;

    /** Attempts to write to a channel that was there before; with the pauses between them 15 s. */
    private static final int MAX_CHANNEL_ATTEMPTS = 5;

    private static final String CHANNEL_NOT_FOUND = "channel_not_found";

    private final Outbox outbox;
    private final MessageSender sender;
    private final DeliveryFailureListener failureListener;
    private final Workspaces workspaces;
    private final InstantSource clock;
    private final FailureBackoff backoff = new FailureBackoff();

    public OutboxRelay(
            Outbox outbox,
            MessageSender sender,
            DeliveryFailureListener failureListener,
            Workspaces workspaces,
            InstantSource clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.failureListener = failureListener;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** Delivers the pending messages of a stream; blocks for the calls. Throws only when the outbox cannot be read or written. */
    @Override
    public Optional<Instant> run(String key) {
        StreamKey streamKey = StreamKey.parse(key);
        StreamDelivery delivery = new StreamDelivery(this::tryDeliver);
        Set<Long> handled = new HashSet<>();
        List<OutboxMessage> unhandled = unhandled(streamKey, handled);
        while (!unhandled.isEmpty()) {
            unhandled.forEach(outboxMessage -> handled.add(outboxMessage.id()));
            delivery.deliver(unhandled, isStatusPosted(streamKey));
            unhandled = unhandled(streamKey, handled);
        }
        return delivery.retryAt();
    }

    /** Replies to one person have no status message to look for. */
    private boolean isStatusPosted(StreamKey streamKey) {
        return !(streamKey instanceof StreamKey.Ephemeral)
                && outbox.statusMessage(streamKey).isPresent();
    }

    private List<OutboxMessage> unhandled(StreamKey streamKey, Set<Long> handled) {
        return outbox.pending(streamKey).stream()
                .filter(outboxMessage -> !handled.contains(outboxMessage.id()))
                .toList();
    }

    @Override
    public Collection<String> pending() {
        return outbox.pendingStreams().stream().map(StreamKey::toString).toList();
    }

    private StreamDelivery.Result tryDeliver(List<OutboxMessage> batch) {
        try {
            workspaces.requireValidToken(Addressee.workspace(batch.get(0).content()));
            Optional<Instant> retryAt = sender.send(batch);
            if (retryAt.isEmpty()) resetBackoff(batch.get(0).streamKey());
            return new StreamDelivery.Result(retryAt, false);
        } catch (SlackCallException e) {
            Optional<Instant> retryAt = handleFailure(batch, e);
            return new StreamDelivery.Result(retryAt, retryAt.isPresent());
        }
    }

    /** Replies that were refused together are tried one by one, and at once, so that one that can never be delivered takes no other along. */
    private Optional<Instant> handleFailure(List<OutboxMessage> batch, SlackCallException failure) {
        OutboxMessage first = batch.get(0);
        boolean oneByOne = batch.size() > 1 && !failure.errorKind().isRetryable();
        return oneByOne ? Optional.of(clock.instant()) : handleFailure(first, failure);
    }

    private Optional<Instant> handleFailure(OutboxMessage outboxMessage, SlackCallException failure) {
        String streamKey = outboxMessage.streamKey().toString();
        int failures = backoff.recordFailure(streamKey);
        if (isRetryable(outboxMessage, failure)) {
            Duration delay = failure.retryAfter().orElseGet(() -> FailureBackoff.delay(failures));
            LOG.warn(
                    "Outbox message {} of stream {} not delivered, retried in {} s: {}",
                    outboxMessage.id(),
                    streamKey,
                    delay.toSeconds(),
                    failure.getMessage());
            return Optional.of(clock.instant().plus(delay));
        }
        LOG.warn(
                "Outbox message {} of stream {} undeliverable: {}",
                outboxMessage.id(),
                streamKey,
                failure.getMessage());
        backoff.reset(streamKey);
        Runnable instead = failureListener.onUndeliverable(outboxMessage, reason(failure.errorKind()));
        outbox.markUndeliverable(outboxMessage, failure.code(), instead);
        return Optional.empty();
    }

    private void resetBackoff(StreamKey streamKey) {
        backoff.reset(streamKey.toString());
        backoff.reset(channelKey(streamKey));
    }

    private boolean isRetryable(OutboxMessage outboxMessage, SlackCallException failure) {
        return failure.errorKind().isRetryable()
                || (failure.errorKind() == SlackErrorKind.OTHER && countUnknownError(outboxMessage) < MAX_ATTEMPTS)
                || mayHaveMoved(outboxMessage.streamKey(), failure);
    }

    /**
     * Whether the channel may only have got another id: the bot wrote to it before, and the event that tells the new id may be under way
     * (src/docs/platform/slack.md, section Who is clicking). The attempts are those of the stream: once they are used up, its messages
     * wait no more until one is delivered.
     */
    private boolean mayHaveMoved(StreamKey streamKey, SlackCallException failure) {
        return failure.code().equals(CHANNEL_NOT_FOUND)
                && outbox.statusMessage(streamKey).isPresent()
                && backoff.recordFailure(channelKey(streamKey)) < MAX_CHANNEL_ATTEMPTS;
    }

    private static String channelKey(StreamKey streamKey) {
        return "channel of " + streamKey;
    }

    /** How often this message met an unknown error code; failures of another kind do not count. */
    private int countUnknownError(OutboxMessage outboxMessage) {
        return backoff.recordFailure("outbox message " + outboxMessage.id());
    }

    private static Reason reason(SlackErrorKind error) {
        return switch (error) {
            case NOT_INVITED -> Reason.NOT_INVITED;
            case CHANNEL_CLOSED, NOT_INSTALLED -> Reason.CHANNEL_CLOSED;
            case USER_UNREACHABLE, SCOPE_MISSING -> Reason.USER_UNREACHABLE;
            case RATE_LIMITED, UNAVAILABLE, NOT_SENT, UNAUTHORIZED, MESSAGE_GONE, INVALID_CONTENT, OTHER ->
                Reason.REJECTED;
        };
    }
}
