package dev.lifeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.BotEnvironment;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is under way when the bot is closed is finished: the adapters that running work needs are closed after it. */
class LifelineBotCloseTest {

    @Test
    void P7_a_message_that_slack_is_slow_to_take_is_recorded_as_delivered_before_the_bot_is_closed() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.injectSlackFault(
                    Map.of("fault", "slow", "method", "chat.postMessage", "seconds", 2, "times", 1));
            environment.user("asha").type("/rescue web-07");
            await().until(() -> messageStates(environment).contains("attempted"));

            environment.stopBot();

            assertThat(messageStates(environment)).isNotEmpty().containsOnly("delivered");
        }
    }

    private static List<String> messageStates(BotEnvironment environment) {
        return Jdbi.create("jdbc:sqlite:" + environment.database())
                .withHandle(handle -> handle.createQuery("select state from outbox_messages")
                        .mapTo(String.class)
                        .list());
    }
}
