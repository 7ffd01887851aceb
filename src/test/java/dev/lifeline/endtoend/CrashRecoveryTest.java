package dev.lifeline.endtoend;

import static dev.lifeline.endtoend.KillPoint.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Timings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code serve} is killed at any point of a rescue, and the next process goes on from there (promises P1 and P7). */
class CrashRecoveryTest {

    private static final int RANDOM_RUNS = Integer.getInteger("lifeline.stories", 20);
    private static final int MAX_DELAY_MILLIS = 2_500;
    private static final Map<RescueRun.Result, Integer> RESULT_COUNTS = new EnumMap<>(RescueRun.Result.class);

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        System.out.println("Measured ends of killed rescues: " + RESULT_COUNTS);
    }

    @Test
    void P7_a_rescue_outlives_a_kill_between_posting_and_its_response_and_at_each_command() {
        assertThat(run(
                        RescueDevice.GUEST,
                        List.of(
                                Kill.at(MESSAGE_POSTING),
                                Kill.at(CONFIRM_ACKED),
                                Kill.at(LAUNCH_SENT),
                                Kill.at(EXIT_SENT))))
                .isIn((Object[]) RescueRun.Result.values());
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void P7_a_rescue_outlives_a_kill_at_each_moment(KillPoint killPoint) {
        assertThat(run(RescueDevice.GUEST, List.of(Kill.at(killPoint)))).isIn((Object[]) RescueRun.Result.values());
    }

    static Stream<RescueDevice> devices() {
        return Stream.of(
                RescueDevice.GUEST,
                RescueDevice.WINDOWS_GUEST,
                RescueDevice.BARE_METAL,
                RescueDevice.WINDOWS_BARE_METAL,
                RescueDevice.BARE_METAL_WITHOUT_OS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("devices")
    void P7_a_rescue_of_any_kind_outlives_a_kill_at_every_moment(RescueDevice rescueDevice) {
        assertThat(run(
                        rescueDevice,
                        Arrays.stream(KillPoint.values()).map(Kill::at).toList()))
                .isIn((Object[]) RescueRun.Result.values());
    }

    static LongStream seeds() {
        long seed = Long.getLong("lifeline.seed", System.nanoTime() % 1_000_000);
        return LongStream.range(seed, seed + RANDOM_RUNS);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("seeds")
    void P7_a_rescue_outlives_kills_at_random_moments(long seed) {
        Random random = new Random(seed);
        List<RescueDevice> rescueDevices = devices().toList();
        RescueDevice rescueDevice = rescueDevices.get(random.nextInt(rescueDevices.size()));
        List<Kill> kills = new ArrayList<>();
        for (KillPoint killPoint : values())
            if (random.nextInt(3) == 0) kills.add(new Kill(killPoint, random.nextInt(MAX_DELAY_MILLIS)));
        System.out.println("seed " + seed + ": " + rescueDevice.hostname() + " with kills at " + kills);
        assertThat(run(rescueDevice, kills)).isIn((Object[]) RescueRun.Result.values());
    }

    @Tag("long")
    @Test
    void P7_a_drill_outlives_a_kill_after_each_click_and_sends_nothing() {
        String database = "jdbc:sqlite:" + folder.resolve("lifeline.db");
        try (FakePlatforms platforms = new FakePlatforms();
                RestartableBot bot = RestartableBot.start(platforms, platforms.settings(database), folder)) {
            Awaitility.await().until(() -> platforms.actAsAsha("types", "/rescue drill web-07"));
            bot.killAndRestart();
            Awaitility.await().until(() -> platforms.visibleText().contains("Boot drill:web-07.example.com"));
            Awaitility.await().until(() -> platforms.actAsAsha("presses", "Yes, boot into rescue"));
            bot.killAndRestart();
            Awaitility.await()
                    .until(() -> platforms.visibleText().contains("drill:web-07.example.com is in the rescue"));
            Awaitility.await().until(() -> platforms.actAsAsha("presses", "End rescue"));
            bot.killAndRestart();
            Awaitility.await().until(() -> platforms.visibleText().contains("is back in its installed system"));
            assertThat(List.of("executeRescueLayer", "rebootDefault", "rebootHard"))
                    .allSatisfy(method ->
                            assertThat(platforms.providerCalls(method)).isZero());
        }
    }

    private RescueRun.Result run(RescueDevice rescueDevice, List<Kill> kills) {
        long start = System.nanoTime();
        String database = "jdbc:sqlite:" + folder.resolve("lifeline.db");
        try (FakePlatforms fakePlatforms = new FakePlatforms();
                RestartableBot bot = RestartableBot.start(fakePlatforms, fakePlatforms.settings(database), folder)) {
            try {
                RescueRun.Result result = new RescueRun(
                                fakePlatforms, bot::killAndRestart, new BotDatabase(database), rescueDevice, kills)
                        .run();
                RESULT_COUNTS.merge(result, 1, Integer::sum);
                Timings.record("a rescue with " + kills.size() + " kills", (System.nanoTime() - start) / 1_000_000);
                return result;
            } catch (AssertionError | RuntimeException failures) {
                System.out.println(
                        fakePlatforms.visibleText() + "\n" + bot.process().standardError());
                throw failures;
            }
        }
    }
}
