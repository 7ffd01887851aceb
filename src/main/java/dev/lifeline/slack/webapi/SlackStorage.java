package dev.lifeline.slack.webapi;

import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.port.SharedRateLimiter;

/**
 * What the Slack adapter stores and reads.
 *
 * @param seenSignatures shared by all replicas, like the rate limiter
 */
public record SlackStorage(
        Inbox inbox,
        Outbox outbox,
        ChannelRedirects channelRedirects,
        SeenSignatures seenSignatures,
        SharedRateLimiter rateLimiter) {

    /** The outbox, addressed to the current id of each channel. */
    public Outbox redirectingOutbox() {
        return new RedirectingOutbox(outbox, channelRedirects);
    }
}
