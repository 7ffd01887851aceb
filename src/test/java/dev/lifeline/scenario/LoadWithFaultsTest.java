package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Load while Slack duplicates deliveries, cuts sockets and fails a fifth of the calls: nothing is lost or duplicated. */
class LoadWithFaultsTest {

    private static final int SENDER_THREADS = 16;
    private static final Pattern REPLY_PATTERN = Pattern.compile("I do not know hail (\\d+) stones");
    private static final List<String> USER_NAMES = List.of("asha", "bruno", "chiara", "elena");

    @Test
    void a_squall_loses_and_doubles_nothing() {
        runLoad(300, 20);
    }

    @Test
    @Tag("long")
    void a_storm_loses_and_doubles_nothing() {
        runLoad(5_000, 60);
    }

    private static void runLoad(int deliveries, int seconds) {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            botEnvironment.linkAccount("chiara").linkAccount("elena");
            injectFaults(botEnvironment, seconds);
            long heap = usedHeapBytes();
            long start = System.nanoTime();
            AtomicIntegerArray attempts = new AtomicIntegerArray(deliveries);
            ScheduledExecutorService socketCutter = Executors.newSingleThreadScheduledExecutor();
            var socketCuts = socketCutter.scheduleAtFixedRate(
                    () -> botEnvironment.injectSlackFault(Map.of("fault", "drop-socket")), 2, 4, TimeUnit.SECONDS);
            ExecutorService executor = Executors.newFixedThreadPool(SENDER_THREADS);
            for (int i = 0; i < deliveries; i++) {
                int number = i;
                SimulatedUser simulatedUser = botEnvironment
                        .user(USER_NAMES.get(i % USER_NAMES.size()))
                        .inChannel("random");
                executor.execute(() ->
                        typeUntilAcked(simulatedUser, commandText(number), () -> attempts.incrementAndGet(number)));
            }
            SimulatedUser asha = botEnvironment.user("asha");
            repeatUntilVisible(
                    () -> asha.typeUnchecked("/rescue web-07"),
                    asha,
                    "Boot web-07.example.com into the rescue kernel?");
            executor.shutdown();
            await().atMost(Duration.ofMinutes(10)).until(executor::isTerminated);
            socketCuts.cancel(true);
            socketCutter.shutdownNow();
            long end = System.nanoTime();
            confirmAndAwaitRescue(asha);
            awaitQueuesEmpty(botEnvironment);
            report(botEnvironment, deliveries, attempts, (end - start) / 1e9, heap);

            RawSql rawSql = new RawSql(botEnvironment);
            assertThat(rawSql.countRows("inbox where processed_at is null")).isZero();
            assertThat(rawSql.countRows("outbox_messages where state = 'undeliverable'"))
                    .isZero();
            assertNoDuplicateReplies(botEnvironment, attempts);
            assertThat(asha.threadReplies("web-07")).doesNotHaveDuplicates();
            assertThat(String.join("\n", asha.threadReplies("web-07")))
                    .containsSubsequence("confirmed.", "The provider accepted", "is in the rescue kernel at");
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    /** A command whose text the reply repeats, so that each reply identifies its command. */
    private static String commandText(int number) {
        return "/rescue hail " + number + " stones";
    }

    /**
     * Asserts as many replies as interactions, and for each command at most as many replies as it was typed: a command typed again for
     * lack of an ack may have been stored before. A failed user lookup has a reply of its own, so not every reply identifies its command.
     */
    private static void assertNoDuplicateReplies(BotEnvironment botEnvironment, AtomicIntegerArray attempts) {
        List<String> all = USER_NAMES.stream()
                .flatMap(name -> repliesTo(botEnvironment.user(name)))
                .toList();
        int[] seen = new int[attempts.length()];
        all.stream()
                .flatMap(text -> REPLY_PATTERN.matcher(text).results())
                .forEach(match -> seen[Integer.parseInt(match.group(1))]++);
        for (int i = 0; i < seen.length; i++)
            assertThat(seen[i]).as("replies to command %d", i).isLessThanOrEqualTo(attempts.get(i));
        assertThat(all)
                .hasSize((int) new RawSql(botEnvironment).countRows("outbox_messages where kind = 'EphemeralMessage'"));
    }

    /** Replies to the person, in the direct-message channel: used when the response URL failed and the bot is not in the channel. */
    private static Stream<String> repliesTo(SimulatedUser person) {
        return Stream.of(
                        person.inChannel("random").ephemeralTexts(),
                        person.inChannel("incident-42").ephemeralTexts(),
                        person.inChannel("@lifeline").messageTexts())
                .flatMap(List::stream);
    }

    private static void injectFaults(BotEnvironment botEnvironment, int seconds) {
        botEnvironment.injectSlackFault(Map.of("fault", "duplicate-envelope", "for", seconds, "share", 0.1));
        botEnvironment.injectSlackFault(Map.of("fault", "ratelimited", "for", seconds, "share", 0.1, "seconds", 1));
        botEnvironment.injectSlackFault(Map.of("fault", "http-503", "for", seconds, "share", 0.05));
        botEnvironment.injectSlackFault(Map.of("fault", "internal_error", "for", seconds, "share", 0.05));
    }

    /** Types again as long as no ack comes, as Slack asks for: without an open socket a command is lost. */
    private static void typeUntilAcked(SimulatedUser person, String text, Runnable onAttempt) {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofMinutes(2)).until(() -> {
            onAttempt.run();
            return person.typeUnchecked(text);
        });
    }

    /** Repeats the action until its effect is visible: a failed user lookup asks the person to try again. */
    private static void repeatUntilVisible(Runnable action, SimulatedUser person, String expected) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofMinutes(10))
                .until(() -> {
                    if (!person.visibleText().contains(expected)) action.run();
                    return person.visibleText().contains(expected);
                });
    }

    private static void confirmAndAwaitRescue(SimulatedUser person) {
        repeatUntilVisible(() -> person.clickUnchecked("Yes, boot into rescue"), person, "confirmed.");
        await().atMost(Duration.ofMinutes(10))
                .until(() -> person.visibleText().contains("web-07.example.com is in the rescue kernel"));
    }

    private static void awaitQueuesEmpty(BotEnvironment botEnvironment) {
        RawSql rawSql = new RawSql(botEnvironment);
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> rawSql.countRows("inbox where processed_at is null") == 0
                        && rawSql.countRows("outbox_messages where completed_at is null") == 0);
    }

    private static void report(
            BotEnvironment botEnvironment, int deliveries, AtomicIntegerArray attempts, double seconds, long heap) {
        RawSql rawSql = new RawSql(botEnvironment);
        System.out.printf(
                "Load: %d typed in %.0f s, all acked after %d attempts, %d interactions stored, %d messages delivered,"
                        + " heap %d MB more than before%n",
                deliveries,
                seconds,
                IntStream.range(0, attempts.length()).map(attempts::get).sum(),
                rawSql.countRows("inbox"),
                rawSql.countRows("outbox_messages where state = 'delivered'"),
                (usedHeapBytes() - heap) >> 20);
    }

    private static long usedHeapBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Reads the bot's database. */
    private record RawSql(BotEnvironment environment) {
        long countRows(String table) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + environment.database());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
