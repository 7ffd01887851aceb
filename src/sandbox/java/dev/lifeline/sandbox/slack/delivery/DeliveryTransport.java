package dev.lifeline.sandbox.slack.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A way to reach the app. Implementations are thread-safe. */
interface DeliveryTransport {

    /** How long the app has to acknowledge (src/docs/platform/slack.md, section Times). */
    Duration ACK_TIMEOUT = Duration.ofSeconds(3);

    /** Whether the app can be reached this way now. */
    boolean isAvailable();

    /**
     * Sends the envelope without blocking. The future completes with the ack or after {@link #ACK_TIMEOUT}, and never
     * exceptionally.
     */
    CompletableFuture<Ack> deliver(Envelope envelope);
}
