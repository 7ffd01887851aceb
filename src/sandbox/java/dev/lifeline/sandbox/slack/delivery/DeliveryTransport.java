package dev.lifeline.sandbox.slack.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A way to reach the app. */
interface DeliveryTransport {

    /** How long the app has to acknowledge (slack.md 4.2). */
    Duration ACK_TIMEOUT = Duration.ofSeconds(3);

    /** Whether the app can be reached this way now. */
    boolean isAvailable();

    /** Tells the app; completes with the ack, or when Slack's patience is over, and never exceptionally. */
    CompletableFuture<Ack> deliver(Envelope envelope);
}
