package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.awaitility.Awaitility;
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

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CUT, nothing answers|terminat|I/O error|closed on the way",
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
            assertThat(platforms.tryGet(bot.httpUrl() + "/metrics").body()).contains("lifeline_requests_open{drill=\"false\"} 0.0");
            assertThat(platforms.actAsAsha("types", "/rescue web-07")).isTrue();
            assertThat(platforms.visibleText()).contains("Nothing was done: Lifeline is busy");

            line.set(DatabaseLine.State.WORKING);
            bot.awaitReady();
            assertThat(platforms.actAsAsha("types", "/rescue web-08")).isTrue();
            Awaitility.await()
                    .until(() -> platforms.visibleText().contains("Boot web-08.example.com into the rescue kernel?"));
        }
    }

    private static FakePlatforms.HttpReply ready(FakePlatforms platforms, RestartableBot bot) {
        return platforms.tryGet(bot.httpUrl() + "/health/ready");
    }
}
