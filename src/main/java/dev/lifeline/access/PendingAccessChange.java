package dev.lifeline.access;

import java.time.Instant;

/**
 * A change that somebody may make by pressing a button.
 *
 * @param actorId who alone may press it
 * @param targetId whose access it is about, in Slack
 * @param expiresAt when it is over
 */
public record PendingAccessChange(
        PendingAccessChangeId id,
        SlackUserId actorId,
        SlackUserId targetId,
        AccessChange accessChange,
        Instant expiresAt) {}
