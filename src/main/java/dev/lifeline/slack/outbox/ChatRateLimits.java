package dev.lifeline.slack.outbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.slack.webapi.SlackRateLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Slack's rate limits for posting and updating messages (src/docs/platform/slack.md, section Rate limits), shared by all replicas. Each
 * method takes a permit and returns empty, or takes none and returns when the stream is to try again: its turn in the line of those that wait.
 */
public final class ChatRateLimits {

    /** With more messages than that under way, their updates would use up the common limit. */
    private static final int MAX_MESSAGES_WHEN_QUIET = 3;

    private final SharedRateLimiter rateLimiter;
    private final WaitingLines waitingLines;
    private final ChangingMessages changingMessages;

    /** @param clock by which it is judged whether several messages change at the same time, and whose turn it is */
    public ChatRateLimits(SharedRateLimiter rateLimiter, InstantSource clock) {
        this.rateLimiter = rateLimiter;
        this.waitingLines = new WaitingLines(rateLimiter, clock);
        this.changingMessages = new ChangingMessages(clock);
    }

    Optional<Instant> tryAcquirePost(String channel, StreamKey stream) {
        return waitingLines.tryAcquire("post:" + channel, SlackRateLimits.POSTS_PER_CHANNEL, stream);
    }

    Optional<Instant> tryAcquireDirectMessage(SlackUserId user, StreamKey stream) {
        return tryAcquirePost("person:" + user, stream);
    }

    Optional<Instant> tryAcquireUpdate(MessageRef messageRef, StreamKey stream) {
        boolean busy = changingMessages.countWith(messageRef) > MAX_MESSAGES_WHEN_QUIET;
        return rateLimiter
                .tryAcquire(
                        "edit:" + messageRef.channelId() + ":" + messageRef.messageTs(),
                        busy ? SlackRateLimits.UPDATES_PER_MESSAGE_WHEN_BUSY : SlackRateLimits.UPDATES_PER_MESSAGE)
                .or(() -> waitingLines.tryAcquire("edit", SlackRateLimits.UPDATES_TOTAL, stream));
    }
}
