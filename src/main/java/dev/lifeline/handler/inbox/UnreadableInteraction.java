package dev.lifeline.handler.inbox;

import dev.lifeline.message.model.Recipient;
import java.time.Instant;
import java.util.Optional;

/**
 * A pending interaction that this release cannot read: a newer one stored it, or its row is damaged.
 *
 * @param sender who did it, where at least that can be read
 */
public record UnreadableInteraction(String id, Optional<Recipient> sender, Instant receivedAt) {}
