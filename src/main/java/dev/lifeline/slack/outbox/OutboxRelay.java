package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.slack.webapi.FailureBackoff;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How does a lane get empty? One letter after the other; the first that cannot go yet stops the lane, one that never can does not. */
public final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    /** A word of Slack's that no list knows may pass, or not; after so many attempts it is taken not to. */
    private static final int MAX_ATTEMPTS = 6;

    private final Outbox outbox;
    private final MessageSender sender;
    private final DeliveryFailureListener failureListener;
    private final WorkspaceResolver workspaceResolver;
    private final InstantSource clock;
    private final FailureBackoff backoff = new FailureBackoff();

    public OutboxRelay(
            Outbox outbox,
            MessageSender sender,
            DeliveryFailureListener failureListener,
            WorkspaceResolver workspaceResolver,
            InstantSource clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.failureListener = failureListener;
        this.workspaceResolver = workspaceResolver;
        this.clock = clock;
    }

    /**
     * Delivers what waits.
     *
     * @return empty when nothing is left, else when to come again
     */
    public Optional<Instant> deliver(String lane) {
        Set<Long> done = new HashSet<>();
        List<OutboxMessage> waiting = outbox.pending(lane);
        while (waiting.stream().anyMatch(outboxMessage -> !done.contains(outboxMessage.id()))) {
            for (OutboxMessage letter : waiting) {
                Optional<Instant> again = done.add(letter.id()) ? tryDeliver(letter) : Optional.empty();
                if (again.isPresent()) return again;
            }
            waiting = outbox.pending(lane);
        }
        return Optional.empty();
    }

    private Optional<Instant> tryDeliver(OutboxMessage outboxMessage) {
        try {
            workspaceResolver.requireValidToken();
            Optional<Instant> turn = sender.send(outboxMessage);
            if (turn.isEmpty()) backoff.reset(outboxMessage.streamKey());
            return turn;
        } catch (SlackCallException failure) {
            return handleFailure(outboxMessage, failure);
        }
    }

    private Optional<Instant> handleFailure(OutboxMessage outboxMessage, SlackCallException failure) {
        int times = backoff.recordFailure(outboxMessage.streamKey());
        boolean later = failure.errorKind().isRetryable()
                || (failure.errorKind() == SlackErrorKind.OTHER
                        && countUnrecognizedError(outboxMessage) < MAX_ATTEMPTS);
        LOG.warn(
                "Letter {} of lane {} not delivered: {}; {}",
                outboxMessage.id(),
                outboxMessage.streamKey(),
                failure.getMessage(),
                later ? "later" : "never");
        if (later) return Optional.of(clock.instant().plus(retryDelay(failure, times)));
        backoff.reset(outboxMessage.streamKey());
        failureListener.onUndeliverable(outboxMessage, reason(failure.errorKind()));
        outbox.markUndeliverable(outboxMessage, failure.code());
        return Optional.empty();
    }

    /** How often was this very letter refused with a word that nobody knows? An outage before does not count. */
    private int countUnrecognizedError(OutboxMessage outboxMessage) {
        return backoff.recordFailure("outbox message " + outboxMessage.id());
    }

    private static Duration retryDelay(SlackCallException failure, int times) {
        return failure.retryAfter().orElseGet(() -> FailureBackoff.delay(times));
    }

    private static DeliveryFailureListener.Reason reason(SlackErrorKind error) {
        return switch (error) {
            case NOT_INVITED -> DeliveryFailureListener.Reason.NOT_INVITED;
            case CHANNEL_CLOSED -> DeliveryFailureListener.Reason.CHANNEL_CLOSED;
            case USER_UNREACHABLE -> DeliveryFailureListener.Reason.USER_UNREACHABLE;
            case RATE_LIMITED, UNAVAILABLE, UNAUTHORIZED, MESSAGE_GONE, INVALID_CONTENT, OTHER ->
                DeliveryFailureListener.Reason.REJECTED;
        };
    }
}
