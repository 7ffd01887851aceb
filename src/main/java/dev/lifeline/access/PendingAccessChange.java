package dev.lifeline.access;

import java.time.Instant;

/**
 * An access change that one Slack user may make by clicking a button.
 *
 * @param actorId the only Slack user who may click it
 * @param targetId the Slack user whose access it changes
 * @param expiresAt when the button stops working
 */
public record PendingAccessChange(
        PendingAccessChangeId id,
        SlackUserId actorId,
        SlackUserId targetId,
        AccessChange accessChange,
        Instant expiresAt) {}
