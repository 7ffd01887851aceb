package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Timings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two replicas on one PostgreSQL: a rescue happens once, whichever of them is killed (promises P1 and P7). */
@EnabledIfEnvironmentVariable(
        named = ReplicasTest.POSTGRES_URL_VARIABLE,
        matches = ".+",
        disabledReason = ReplicasTest.POSTGRES_URL_VARIABLE + " names no PostgreSQL to try this on")
class ReplicasTest {

    static final String POSTGRES_URL_VARIABLE = "LIFELINE_TEST_POSTGRES_URL";

    @TempDir
    Path folder;

    static String emptySchemaUrl() {
        String url = System.getenv(POSTGRES_URL_VARIABLE);
        String schema = "replicas_" + UUID.randomUUID().toString().replace("-", "");
        Jdbi.create(url).useHandle(handle -> handle.execute("create schema " + schema));
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    @Test
    void P7_either_replica_dies_now_and_then_and_the_rescue_goes_through_once() {
        List<Kill> kills = List.of(
                Kill.at(KillPoint.COMMAND_ACKED),
                Kill.at(KillPoint.CONFIRM_ACKED),
                Kill.at(KillPoint.LAUNCH_SENT),
                Kill.at(KillPoint.IN_RESCUE_REPORTED),
                Kill.at(KillPoint.EXIT_SENT));
        String database = emptySchemaUrl();
        try (FakePlatforms fakePlatforms = new FakePlatforms();
                RestartableBot one = RestartableBot.start(fakePlatforms, fakePlatforms.settings(database), folder);
                RestartableBot other = RestartableBot.start(fakePlatforms, fakePlatforms.settings(database), folder)) {
            Deque<RestartableBot> rotation = new ArrayDeque<>(List.of(one, other));
            Runnable killNext = () -> {
                rotation.addLast(rotation.removeFirst());
                rotation.getLast().killAndRestart();
            };
            assertRuns(
                    new RescueRun(fakePlatforms, killNext, new BotDatabase(database), RescueDevice.GUEST, kills),
                    one,
                    other);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "true, CONFIRM_ACKED",
        "false, CONFIRM_ACKED",
        "true, LAUNCH_SENT",
        "false, LAUNCH_SENT",
        "true, EXIT_ACKED",
        "false, EXIT_ACKED"
    })
    void P7_one_replica_dies_for_good_and_the_other_goes_on(boolean first, KillPoint killPoint) {
        String database = emptySchemaUrl();
        try (FakePlatforms fakePlatforms = new FakePlatforms();
                RestartableBot one = RestartableBot.start(fakePlatforms, fakePlatforms.settings(database), folder);
                RestartableBot other = RestartableBot.start(fakePlatforms, fakePlatforms.settings(database), folder)) {
            Runnable killOne = () -> (first ? one : other).process().kill();
            assertRuns(
                    new RescueRun(
                            fakePlatforms,
                            killOne,
                            new BotDatabase(database),
                            RescueDevice.GUEST,
                            List.of(Kill.at(killPoint))),
                    one,
                    other);
        }
    }

    private static void assertRuns(RescueRun rescueRun, RestartableBot one, RestartableBot other) {
        long start = System.nanoTime();
        try {
            assertThat(rescueRun.run()).isIn((Object[]) RescueRun.Result.values());
        } catch (AssertionError | RuntimeException failures) {
            System.out.println(
                    one.process().standardError() + "\n---\n" + other.process().standardError());
            throw failures;
        }
        Timings.record("a rescue by two replicas that die", (System.nanoTime() - start) / 1_000_000);
    }
}
