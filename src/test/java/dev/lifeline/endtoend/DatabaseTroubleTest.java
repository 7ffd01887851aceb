package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that goes away under a running bot: who asks is answered, who watches is told, and afterwards all goes on. */
@EnabledIfEnvironmentVariable(
        named = ReplicasTest.POSTGRES_URL_VARIABLE,
        matches = ".+",
        disabledReason = ReplicasTest.POSTGRES_URL_VARIABLE + " names no PostgreSQL to try this on")
class DatabaseTroubleTest {

    /** Longer than a lease, shorter than the time-outs of a session. */
    private static final Duration STALL_TIME = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CUT, nothing answers|terminat|I/O error|closed on the way|has not answered",
        "SILENT, has not answered|no answer in time|not available|closed on the way"
    })
    void P2_while_the_database_is_away_people_are_told_and_afterwards_served(
            DatabaseLine.State trouble, String reason) {
        String database = ReplicasTest.emptySchemaUrl();
        try (FakePlatforms platforms = new FakePlatforms();
                DatabaseLine line = new DatabaseLine(database);
                RestartableBot bot = RestartableBot.start(platforms, platforms.settings(line.url(database)), folder)) {
            line.set(trouble);
            Awaitility.await("not ready").until(() -> ready(platforms, bot).status() == 503);

            assertThat(ready(platforms, bot).body())
                    .contains("\"database\":false")
                    .containsPattern(reason);
            assertThat(platforms.tryGet(bot.httpUrl() + "/health/live").status())
                    .isEqualTo(200);
            assertThat(platforms.tryGet(bot.httpUrl() + "/metrics").body())
                    .contains("lifeline_requests_open{drill=\"false\"} 0.0");
            assertThat(platforms.actAsAsha("types", "/rescue web-07")).isTrue();
            assertThat(platforms.visibleText()).contains("Nothing was done: Lifeline is busy");

            line.set(DatabaseLine.State.WORKING);
            bot.awaitReady();
            assertThat(platforms.actAsAsha("types", "/rescue web-08")).isTrue();
            Awaitility.await()
                    .until(() -> platforms.visibleText().contains("Boot web-08.example.com into the rescue kernel?"));
        }
    }

    @Test
    void P7_connections_that_carry_nothing_ever_again_are_given_up_for_new_ones() {
        String database = ReplicasTest.emptySchemaUrl();
        try (FakePlatforms platforms = new FakePlatforms();
                DatabaseLine line = new DatabaseLine(database);
                RestartableBot bot = RestartableBot.start(platforms, platforms.settings(line.url(database)), folder)) {
            line.set(DatabaseLine.State.STALE);

            Awaitility.await("answered again").until(() -> {
                platforms.actAsAsha("types", "/rescue web-08");
                return platforms.visibleText().contains("Boot web-08.example.com into the rescue kernel?");
            });
            bot.awaitReady();
        }
    }

    @Test
    void P1_a_line_that_stalls_for_longer_than_a_lease_and_goes_on_doubles_nothing() {
        String database = ReplicasTest.emptySchemaUrl();
        try (FakePlatforms platforms = new FakePlatforms();
                DatabaseLine line = new DatabaseLine(database);
                RestartableBot stalling =
                        RestartableBot.start(platforms, platforms.settings(line.url(database)), folder);
                RestartableBot other = RestartableBot.start(platforms, platforms.settings(database), folder)) {
            RescueRun run = new RescueRun(
                    platforms,
                    () -> stall(line),
                    new BotDatabase(database),
                    RescueDevice.GUEST,
                    List.of(Kill.at(KillPoint.CONFIRM_ACKED), Kill.at(KillPoint.EXIT_ACKED)));

            assertThat(run.run()).isIn((Object[]) RescueRun.Result.values());
            assertThat(stalling.process().isRunning() && other.process().isRunning())
                    .isTrue();
        }
    }

    private static void stall(DatabaseLine line) {
        line.set(DatabaseLine.State.STALLED);
        Awaitility.await()
                .pollDelay(STALL_TIME)
                .atMost(STALL_TIME.multipliedBy(2))
                .until(() -> true);
        line.set(DatabaseLine.State.WORKING);
    }

    private static FakePlatforms.HttpReply ready(FakePlatforms platforms, RestartableBot bot) {
        return platforms.tryGet(bot.httpUrl() + "/health/ready");
    }
}
