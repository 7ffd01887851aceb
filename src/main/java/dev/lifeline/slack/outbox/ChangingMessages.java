package dev.lifeline.slack.outbox;

import dev.lifeline.message.port.MessageRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Messages that this process had to update within the last 10 s. Thread-safe. */
final class ChangingMessages {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Map<MessageRef, Instant> changedAt = new HashMap<>();

    ChangingMessages(InstantSource clock) {
        this.clock = clock;
    }

    /** How many they are, with one that has to be updated now. */
    synchronized int countWith(MessageRef messageRef) {
        Instant now = clock.instant();
        changedAt.values().removeIf(at -> !at.plus(WINDOW).isAfter(now));
        changedAt.put(messageRef, now);
        return changedAt.size();
    }
}
