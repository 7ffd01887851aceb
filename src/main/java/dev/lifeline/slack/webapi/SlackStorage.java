package dev.lifeline.slack.webapi;

import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.port.SharedRateLimiter;

/**
 * What does the door put down and take up?
 *
 * @param seenSignatures shared by all replicas, as are the budgets
 */
public record SlackStorage(
        Inbox inbox,
        Outbox outbox,
        ChannelRedirects channelRedirects,
        SeenSignatures seenSignatures,
        SharedRateLimiter rateLimiter) {

    /** What is to be delivered, addressed to where each channel is today. */
    public Outbox redirectingOutbox() {
        return new RedirectingOutbox(outbox, channelRedirects);
    }
}
