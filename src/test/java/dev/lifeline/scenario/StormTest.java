package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
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
class StormTest {

    private static final int VOICES = 16;
    private static final Pattern ANSWER = Pattern.compile("I do not know hail (\\d+) stones");
    private static final List<String> PEOPLE = List.of("asha", "bruno", "chiara", "elena");

    @Test
    void a_squall_loses_and_doubles_nothing() {
        storm(300, 20);
    }

    @Test
    @Tag("long")
    void a_storm_loses_and_doubles_nothing() {
        storm(5_000, 60);
    }

    private static void storm(int deliveries, int seconds) {
        try (World world = World.inSeconds()) {
            world.linked("chiara").linked("elena");
            faults(world, seconds);
            long heap = heapInUse();
            long began = System.nanoTime();
            AtomicIntegerArray shouts = new AtomicIntegerArray(deliveries);
            ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();
            var cuts = scissors.scheduleAtFixedRate(
                    () -> world.slack(Map.of("fault", "drop-socket")), 2, 4, TimeUnit.SECONDS);
            ExecutorService voices = Executors.newFixedThreadPool(VOICES);
            for (int i = 0; i < deliveries; i++) {
                int number = i;
                Speaker speaker = world.person(PEOPLE.get(i % PEOPLE.size())).in("random");
                voices.execute(() -> insists(speaker, question(number), () -> shouts.incrementAndGet(number)));
            }
            Speaker asha = world.person("asha");
            again(() -> asha.shouts("/rescue web-07"), asha, "Boot web-07.example.com into the rescue kernel?");
            voices.shutdown();
            await().atMost(Duration.ofMinutes(10)).until(voices::isTerminated);
            cuts.cancel(true);
            scissors.shutdownNow();
            long over = System.nanoTime();
            confirmed(asha);
            settled(world);
            report(world, deliveries, shouts, (over - began) / 1e9, heap);

            Rows rows = new Rows(world);
            assertThat(rows.count("inbox where answered_at is null")).isZero();
            assertThat(rows.count("letters where state = 'undeliverable'")).isZero();
            eachAnswerIsSeenOnce(world, shouts);
            assertThat(asha.thread("web-07")).doesNotHaveDuplicates();
            assertThat(String.join("\n", asha.thread("web-07")))
                    .containsSubsequence("confirmed.", "The provider accepted", "is in the rescue kernel at");
            assertThat(world.calls("executeRescueLayer")).isEqualTo(1);
        }
    }

    /** Answered with these words in it, so that each answer tells which question it is of. */
    private static String question(int number) {
        return "/rescue hail " + number + " stones";
    }

    /**
     * As many as there were asks; and of each question at most as many as it was typed: what had to be typed again, since no ack came,
     * may have been taken in all the same. Who could not be looked up in the storm is told that instead, so that not every answer has
     * its question in it.
     */
    private static void eachAnswerIsSeenOnce(World world, AtomicIntegerArray shouts) {
        List<String> all =
                PEOPLE.stream().flatMap(name -> answersTo(world.person(name))).toList();
        int[] seen = new int[shouts.length()];
        all.stream()
                .flatMap(text -> ANSWER.matcher(text).results())
                .forEach(answer -> seen[Integer.parseInt(answer.group(1))]++);
        for (int i = 0; i < seen.length; i++)
            assertThat(seen[i]).as("answers to question %d", i).isLessThanOrEqualTo(shouts.get(i));
        assertThat(all).hasSize((int) new Rows(world).count("letters where kind = 'Private'"));
    }

    /** Where the address that came along did not work, and the bot is not in the channel: in their own talk with it. */
    private static Stream<String> answersTo(Speaker person) {
        return Stream.of(
                        person.in("random").notices(),
                        person.in("incident-42").notices(),
                        person.in("@lifeline").texts())
                .flatMap(List::stream);
    }

    private static void faults(World world, int seconds) {
        world.slack(Map.of("fault", "duplicate-envelope", "for", seconds, "share", 0.1));
        world.slack(Map.of("fault", "ratelimited", "for", seconds, "share", 0.1, "seconds", 1));
        world.slack(Map.of("fault", "http-503", "for", seconds, "share", 0.05));
        world.slack(Map.of("fault", "internal_error", "for", seconds, "share", 0.05));
    }

    /** What is typed while no socket is open is lost, as Slack tells the person: they type again. */
    private static void insists(Speaker person, String text, Runnable each) {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofMinutes(2)).until(() -> {
            each.run();
            return person.shouts(text);
        });
    }

    /** Who could not be looked up in the storm is told to try again in a minute, and does so sooner. */
    private static void again(Runnable deed, Speaker person, String sight) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(3))
                .atMost(Duration.ofMinutes(10))
                .until(() -> {
                    if (!person.everything().contains(sight)) deed.run();
                    return person.everything().contains(sight);
                });
    }

    private static void confirmed(Speaker person) {
        again(() -> person.tries("Yes, boot into rescue"), person, "confirmed.");
        await().atMost(Duration.ofMinutes(10))
                .until(() -> person.everything().contains("web-07.example.com is in the rescue kernel"));
    }

    private static void settled(World world) {
        Rows rows = new Rows(world);
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> rows.count("inbox where answered_at is null") == 0
                        && rows.count("letters where settled_at is null") == 0);
    }

    private static void report(World world, int deliveries, AtomicIntegerArray shouts, double seconds, long heap) {
        Rows rows = new Rows(world);
        System.out.printf(
                "Storm: %d typed in %.0f s, all acked after %d attempts, %d asks on disk, %d letters delivered,"
                        + " heap %d MB more than before%n",
                deliveries,
                seconds,
                IntStream.range(0, shouts.length()).map(shouts::get).sum(),
                rows.count("inbox"),
                rows.count("letters where state = 'delivered'"),
                (heapInUse() - heap) >> 20);
    }

    private static long heapInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A look into the bot's database. */
    private record Rows(World world) {
        long count(String from) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.database());
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
