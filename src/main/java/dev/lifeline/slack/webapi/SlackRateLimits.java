package dev.lifeline.slack.webapi;

import dev.lifeline.slack.port.SharedRateLimiter.Rate;
import java.time.Duration;
import java.util.Map;

/** Rates at which the bot calls Slack, below Slack's limits (https://docs.slack.dev/apis/web-api/rate-limits). */
public final class SlackRateLimits {

    /** One message per second and channel; Slack tolerates short bursts. */
    public static final Rate POSTS_PER_CHANNEL = new Rate(Duration.ofSeconds(1), 5);

    /** One update per second and message, so that a reader can follow. */
    public static final Rate UPDATES_PER_MESSAGE = new Rate(Duration.ofSeconds(1), 3);

    /**
     * While several messages change, each is updated once in 2.5 s, which shows at once what changed meanwhile: so seven of them share {@link
     * #UPDATES_TOTAL} without waiting for each other.
     */
    public static final Rate UPDATES_PER_MESSAGE_WHEN_BUSY = new Rate(Duration.ofMillis(2_500), 1);

    /** Tier 3, 50 updates per minute, shared by all messages. */
    public static final Rate UPDATES_TOTAL = new Rate(Duration.ofMillis(1_200), 30);

    /** One Home tab a second and person, as often as they open it again. */
    public static final Rate HOMES_PER_USER = new Rate(Duration.ofSeconds(1), 3);

    /** Tier 4, 100 Home tabs per minute, shared by all people. */
    public static final Rate HOMES_TOTAL = new Rate(Duration.ofMillis(700), 20);

    private SlackRateLimits() {}

    /** The key of the limit that a call counts against: posting is limited per channel, everything else per method. */
    static String limitKey(ApiMethod method, Map<String, String> arguments) {
        return method == ApiMethod.CHAT_POST_MESSAGE
                ? method.methodName() + ":" + arguments.getOrDefault("channel", "")
                : method.methodName();
    }
}
