package dev.lifeline.slack.inbound;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slack's time stamps: seconds since 1970 with decimals, which name a message or the moment of a click
 * (https://docs.slack.dev/messaging/retrieving-messages).
 */
final class SlackTimestamp {

    private static final String FORMAT = "[0-9]{1,12}(\\.[0-9]{1,9})?";

    private SlackTimestamp() {}

    /** The moment; empty for anything else. */
    static Optional<Instant> parse(@Nullable String timestamp) {
        if (timestamp == null || !timestamp.matches(FORMAT)) return Optional.empty();
        return Optional.of(
                Instant.ofEpochMilli(new BigDecimal(timestamp).movePointRight(3).longValue()));
    }
}
