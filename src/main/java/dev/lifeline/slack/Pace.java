package dev.lifeline.slack;

import dev.lifeline.message.Budgets.Rate;
import java.time.Duration;
import java.util.Map;

/** How fast may the bot talk? Below Slack's limits instead of running into them (slack.md 4.3). */
final class Pace {

    /** One message a second and channel; Slack tolerates short bursts. */
    static final Rate POSTS_IN_A_CHANNEL = new Rate(Duration.ofSeconds(1), 5);

    /** One edit a second and message, so that a reader can follow. */
    static final Rate EDITS_OF_A_MESSAGE = new Rate(Duration.ofSeconds(1), 3);

    /** Tier 3, 50 a minute, shared by all that the bot shows. */
    static final Rate EDITS = new Rate(Duration.ofMillis(1_200), 30);

    private Pace() {}

    /** What a limit of Slack's is about: posting is limited by channel, everything else by method. */
    static String kind(ApiMethod method, Map<String, String> arguments) {
        return method == ApiMethod.POST
                ? method.method() + ":" + arguments.getOrDefault("channel", "")
                : method.method();
    }
}
