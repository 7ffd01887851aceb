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

/** A bad day of Slack: doubled deliveries, cut sockets, limits and errors on a fifth of the calls; and nothing is lost or doubled. */
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
            long began = System.nanoTime();
            AtomicIntegerArray shouts = new AtomicIntegerArray(deliveries);
            ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();
            var cuts = scissors.scheduleAtFixedRate(
                    () -> botEnvironment.slack(Map.of("fault", "drop-socket")), 2, 4, TimeUnit.SECONDS);
            ExecutorService voices = Executors.newFixedThreadPool(SENDER_THREADS);
            for (int i = 0; i < deliveries; i++) {
                int number = i;
                SimulatedUser simulatedUser = botEnvironment
                        .user(USER_NAMES.get(i % USER_NAMES.size()))
                        .inChannel("random");
                voices.execute(
                        () -> typeUntilAcked(simulatedUser, commandText(number), () -> shouts.incrementAndGet(number)));
            }
            SimulatedUser asha = botEnvironment.user("asha");
            repeatUntilVisible(
                    () -> asha.typeUnchecked("/rescue web-07"),
                    asha,
                    "Boot web-07.example.com into the rescue kernel?");
            voices.shutdown();
            await().atMost(Duration.ofMinutes(10)).until(voices::isTerminated);
            cuts.cancel(true);
            scissors.shutdownNow();
            long over = System.nanoTime();
            confirmAndAwaitRescue(asha);
            awaitQueuesEmpty(botEnvironment);
            report(botEnvironment, deliveries, shouts, (over - began) / 1e9, heap);

            RawSql rawSql = new RawSql(botEnvironment);
            assertThat(rawSql.countRows("inbox where processed_at is null")).isZero();
            assertThat(rawSql.countRows("outbox_messages where state = 'undeliverable'"))
                    .isZero();
            assertNoDuplicateReplies(botEnvironment, shouts);
            assertThat(asha.threadReplies("web-07")).doesNotHaveDuplicates();
            assertThat(String.join("\n", asha.threadReplies("web-07")))
                    .containsSubsequence("confirmed.", "The provider accepted", "is in the rescue kernel at");
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    /** Answered with these words in it, so that each answer tells which question it is of. */
    private static String commandText(int number) {
        return "/rescue hail " + number + " stones";
    }

    /**
     * As many as there were asks; and of each question at most as many as it was typed: what had to be typed again, since no ack came,
     * may have been taken in all the same. Who could not be looked up in the storm is told that instead, so that not every answer has
     * its question in it.
     */
    private static void assertNoDuplicateReplies(BotEnvironment botEnvironment, AtomicIntegerArray shouts) {
        List<String> all = USER_NAMES.stream()
                .flatMap(name -> repliesTo(botEnvironment.user(name)))
                .toList();
        int[] seen = new int[shouts.length()];
        all.stream()
                .flatMap(text -> REPLY_PATTERN.matcher(text).results())
                .forEach(answer -> seen[Integer.parseInt(answer.group(1))]++);
        for (int i = 0; i < seen.length; i++)
            assertThat(seen[i]).as("answers to question %d", i).isLessThanOrEqualTo(shouts.get(i));
        assertThat(all).hasSize((int) new RawSql(botEnvironment).countRows("outbox_messages where kind = 'EphemeralMessage'"));
    }

    /** Where the address that came along did not work, and the bot is not in the channel: in their own talk with it. */
    private static Stream<String> repliesTo(SimulatedUser person) {
        return Stream.of(
                        person.inChannel("random").ephemeralTexts(),
                        person.inChannel("incident-42").ephemeralTexts(),
                        person.inChannel("@lifeline").messageTexts())
                .flatMap(List::stream);
    }

    private static void injectFaults(BotEnvironment botEnvironment, int seconds) {
        botEnvironment.slack(Map.of("fault", "duplicate-envelope", "for", seconds, "share", 0.1));
        botEnvironment.slack(Map.of("fault", "ratelimited", "for", seconds, "share", 0.1, "seconds", 1));
        botEnvironment.slack(Map.of("fault", "http-503", "for", seconds, "share", 0.05));
        botEnvironment.slack(Map.of("fault", "internal_error", "for", seconds, "share", 0.05));
    }

    /** What is typed while no socket is open is lost, as Slack tells the person: they type again. */
    private static void typeUntilAcked(SimulatedUser person, String text, Runnable each) {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofMinutes(2)).until(() -> {
            each.run();
            return person.typeUnchecked(text);
        });
    }

    /** Who could not be looked up in the storm is told to try again in a minute, and does so sooner. */
    private static void repeatUntilVisible(Runnable deed, SimulatedUser person, String sight) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofMinutes(10))
                .until(() -> {
                    if (!person.visibleText().contains(sight)) deed.run();
                    return person.visibleText().contains(sight);
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
            BotEnvironment botEnvironment, int deliveries, AtomicIntegerArray shouts, double seconds, long heap) {
        RawSql rawSql = new RawSql(botEnvironment);
        System.out.printf(
                "Storm: %d typed in %.0f s, all acked after %d attempts, %d asks on disk, %d letters delivered,"
                        + " heap %d MB more than before%n",
                deliveries,
                seconds,
                IntStream.range(0, shouts.length()).map(shouts::get).sum(),
                rawSql.countRows("inbox"),
                rawSql.countRows("outbox_messages where state = 'delivered'"),
                (usedHeapBytes() - heap) >> 20);
    }

    private static long usedHeapBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A look into the bot's database. */
    private record RawSql(BotEnvironment environment) {
        long countRows(String from) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + environment.database());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
                rows.next();
                return rows.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
