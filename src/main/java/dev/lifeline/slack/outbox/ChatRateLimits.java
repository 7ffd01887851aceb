package dev.lifeline.slack.outbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.webapi.SlackRateLimits;
import java.time.Instant;
import java.util.Optional;

/**
 * Slack's rate limits for posting and updating messages (src/docs/platform/slack.md, section Rate limits), shared by all replicas. Each
 * method takes a permit and returns empty, or takes none and returns when to try again.
 */
public final class ChatRateLimits {

    private final SharedRateLimiter rateLimiter;

    public ChatRateLimits(SharedRateLimiter rateLimiter) {
        this.rateLimiter = rateLimiter;
    }

    Optional<Instant> tryAcquirePost(String channel) {
        return rateLimiter.tryAcquire("post:" + channel, SlackRateLimits.POSTS_PER_CHANNEL);
    }

    Optional<Instant> tryAcquireDirectMessage(SlackUserId user) {
        return tryAcquirePost("person:" + user);
    }

    Optional<Instant> tryAcquireUpdate(MessageRef messageRef) {
        return rateLimiter
                .tryAcquire(
                        "edit:" + messageRef.channelId() + ":" + messageRef.messageTs(),
                        SlackRateLimits.UPDATES_PER_MESSAGE)
                .or(() -> rateLimiter.tryAcquire("edit", SlackRateLimits.UPDATES_TOTAL));
    }
}
