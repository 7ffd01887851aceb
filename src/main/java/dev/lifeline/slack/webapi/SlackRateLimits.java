package dev.lifeline.slack.webapi;

import dev.lifeline.slack.port.SharedRateLimiter.Rate;
import java.time.Duration;
import java.util.Map;

/** How fast may the bot talk? Below Slack's limits instead of running into them (slack.md 4.3). */
public final class SlackRateLimits {

    /** One message a second and channel; Slack tolerates short bursts. */
    public static final Rate POSTS_PER_CHANNEL = new Rate(Duration.ofSeconds(1), 5);

    /** One edit a second and message, so that a reader can follow. */
    public static final Rate UPDATES_PER_MESSAGE = new Rate(Duration.ofSeconds(1), 3);

    /** Tier 3, 50 a minute, shared by all that the bot shows. */
    public static final Rate UPDATES_TOTAL = new Rate(Duration.ofMillis(1_200), 30);

    private SlackRateLimits() {}

    /** What a limit of Slack's is about: posting is limited by channel, everything else by method. */
    static String limitKey(ApiMethod method, Map<String, String> arguments) {
        return method == ApiMethod.CHAT_POST_MESSAGE
                ? method.methodName() + ":" + arguments.getOrDefault("channel", "")
                : method.methodName();
    }
}
