package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.EnvironmentOptions;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A burst of events up to Slack's limit and beyond, and subscriptions that are switched off (src/docs/platform/slack.md, section Rate limits). */
class EventBurstScenarioTest {

    private static final int BURST = 1_000;
    /** Every so many events one is a mention, which is stored and answered; the others open the Home tab. */
    private static final int EVENTS_PER_MENTION = 10;

    private static final int SENDER_THREADS = 8;
    private static final List<String> USER_NAMES = List.of("asha", "bruno");
    private static final String QUESTION = "Boot web-07.example.com into the rescue kernel?";

    @Test
    void P2_each_of_a_thousand_events_is_acknowledged_each_mention_answered_once_and_beyond_the_limit_commands_go_on() {
        try (BotEnvironment environment = EnvironmentOptions.startWithEventsPerHour(BURST)) {
            sendBurst(environment);

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> answers(environment).size() >= BURST / EVENTS_PER_MENTION);
            assertThat(answers(environment))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, BURST)
                            .filter(EventBurstScenarioTest::isMention)
                            .boxed()
                            .toList());
            assertUnheardUntilTheHourIsOver(environment);
        }
    }

    private static boolean isMention(int number) {
        return number % EVENTS_PER_MENTION == 0;
    }

    private static void sendBurst(BotEnvironment environment) {
        ExecutorService senders = Executors.newFixedThreadPool(SENDER_THREADS);
        try {
            List<CompletableFuture<Void>> sent = new ArrayList<>();
            for (int i = 0; i < BURST; i++) {
                int number = i;
                SimulatedUser user = environment.user(USER_NAMES.get(i % USER_NAMES.size()));
                sent.add(CompletableFuture.runAsync(() -> send(user, number), senders));
            }
            sent.forEach(CompletableFuture::join); // throws where an event was not acknowledged in time
        } finally {
            senders.shutdown();
        }
    }

    private static void send(SimulatedUser user, int number) {
        if (isMention(number)) user.post("@lifeline hail " + number + " stones");
        else user.openHome();
    }

    /** The numbers of the mentions that were answered, as often as they were. */
    private static List<Integer> answers(BotEnvironment environment) {
        return USER_NAMES.stream()
                .flatMap(name -> environment.user(name).ephemeralTexts().stream())
                .filter(text -> text.contains("I do not know hail"))
                .map(text -> Integer.valueOf(text.replaceAll("(?s).*hail (\\d+) stones.*", "$1")))
                .collect(Collectors.toList());
    }

    /** The event that is one too many brings the notice instead, which the bot acknowledges. */
    private static void assertUnheardUntilTheHourIsOver(BotEnvironment environment) {
        SimulatedUser asha = environment.user("asha");
        assertThat(asha.typeUnchecked("@lifeline rescue web-08")).isFalse();

        asha.type("/rescue web-07").waitForText(QUESTION);
        asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
        assertThat(asha.visibleText()).doesNotContain("Boot web-08.example.com");

        environment.advanceClock(Duration.ofMinutes(61));
        asha.post("@lifeline rescue web-08");
        asha.waitForText("Boot web-08.example.com");
    }

    @Test
    void where_subscriptions_are_switched_off_commands_clicks_and_shortcuts_go_on() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.injectSlackFault(Map.of("fault", "disable-subscriptions"));
            SimulatedUser asha = environment.user("asha");

            assertThat(asha.typeUnchecked("@lifeline rescue web-08")).isFalse();
            asha.runShortcut("rescue_device").waitForModalText("Which device?").closeModal();
            asha.type("/rescue web-07").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");

            environment.clearSlackFaults();
            asha.post("@lifeline rescue web-08");
            asha.waitForText("Boot web-08.example.com");
        }
    }
}
