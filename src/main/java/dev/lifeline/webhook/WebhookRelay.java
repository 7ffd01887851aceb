package dev.lifeline.webhook;

import dev.lifeline.job.Job;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.DeliveryFailureListener.Reason;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content.WebhookMessage;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.transport.ExponentialBackoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that delivers the webhook calls of the outbox, at least once each: a crash after an attempt repeats it with the same id. A call that
 * fails is repeated after 1 s, 2 s, 4 s and so on up to 60 s until it is of no use; one that can never be delivered is reported to the
 * listener. Thread-safe for different streams.
 */
public final class WebhookRelay implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRelay.class);
    private static final ExponentialBackoff BACKOFF =
            new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final Outbox outbox;
    private final WebhookClient client;
    private final DeliveryFailureListener failureListener;
    private final InstantSource clock;
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

    public WebhookRelay(
            Outbox outbox, WebhookClient client, DeliveryFailureListener failureListener, InstantSource clock) {
        this.outbox = outbox;
        this.client = client;
        this.failureListener = failureListener;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> run(String key) {
        for (OutboxMessage message : outbox.pending(StreamKey.parse(key))) {
            Optional<Instant> retryAt = deliver(message, ((WebhookMessage) message.content()).call());
            if (retryAt.isPresent()) return retryAt;
        }
        return Optional.empty();
    }

    private Optional<Instant> deliver(OutboxMessage message, WebhookCall call) {
        outbox.markAttempted(message);
        WebhookClient.Outcome outcome = client.send(call);
        LOG.info("Webhook call {} to {}: {}", call.id(), call.url().getHost(), outcome);
        if (outcome == WebhookClient.Outcome.DELIVERED) {
            failures.remove(message.id());
            outbox.markDelivered(message, Optional.empty());
            return Optional.empty();
        }
        Instant retryAt = clock.instant().plus(BACKOFF.delay(failures.merge(message.id(), 1, Integer::sum)));
        if (outcome == WebhookClient.Outcome.FAILED && retryAt.isBefore(call.giveUpAt())) return Optional.of(retryAt);
        failures.remove(message.id());
        outbox.markUndeliverable(message, outcome.name(), failureListener.onUndeliverable(message, Reason.REJECTED));
        return Optional.empty();
    }

    /** The streams of all messages are those of the outbox, whoever delivers them. */
    @Override
    public Collection<String> pending() {
        return outbox.pendingStreams().stream()
                .filter(StreamKey.Webhook.class::isInstance)
                .map(StreamKey::toString)
                .toList();
    }
}
