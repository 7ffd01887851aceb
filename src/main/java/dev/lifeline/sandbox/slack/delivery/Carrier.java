package dev.lifeline.sandbox.slack.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A way to reach the app. */
interface Carrier {

    /** How long the app has to acknowledge (slack.md 4.2). */
    Duration PATIENCE = Duration.ofSeconds(3);

    /** Whether the app can be reached this way now. */
    boolean ready();

    /** Tells the app; completes with the ack, or when Slack's patience is over, and never exceptionally. */
    CompletableFuture<Ack> carry(Envelope envelope);
}
