package dev.lifeline.access;

import java.time.Instant;

/**
 * A change that somebody may make by pressing a button.
 *
 * @param to who alone may press it
 * @param about whose access it is about, in Slack
 * @param until when it is over
 */
public record Offer(OfferId id, SlackUserId to, SlackUserId about, Change change, Instant until) {}
