package dev.lifeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Forger;
import dev.lifeline.testkit.Stampede;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** P1, P2: fifty clicks at once on two bot processes that share one PostgreSQL. */
@EnabledIfEnvironmentVariable(
        named = ReplicasTest.POSTGRES,
        matches = ".+",
        disabledReason = ReplicasTest.POSTGRES + " names no PostgreSQL to try this on")
class ReplicasStampedeTest {

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void P1_P2_fifty_clicks_at_once_on_two_bots_have_one_outcome_and_an_answer_each()
            throws IOException, InterruptedException, ExecutionException {
        String database = ReplicasTest.emptySchema();
        try (Town town = new Town();
                Serving one = Serving.begins(town, settings(town, database), folder);
                Serving other = Serving.begins(town, settings(town, database), folder)) {
            List<URI> doors = List.of(door(one), door(other));
            AtomicInteger turn = new AtomicInteger();
            town.deliversTo(doors.get(0).toString());
            assertThat(town.asha("types", "/rescue web-07")).isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> town.everything().contains("Boot web-07.example.com"));
            Stampede stampede = new Stampede(database, name -> new Forger(doors.get(turn.getAndIncrement() % 2), name));

            stampede.clicks();

            assertThat(stampede.onRecord("approved") + stampede.onRecord("denied") + stampede.onRecord("cancelled"))
                    .as("one outcome")
                    .isEqualTo(1);
            assertThat(town.calls("executeRescueLayer")).isLessThanOrEqualTo(stampede.onRecord("approved"));
        }
    }

    private Map<String, String> settings(Town town, String database) throws IOException {
        Map<String, String> settings = town.settings(database);
        settings.remove("SLACK_APP_TOKEN");
        settings.put("SLACK_SIGNING_SECRET", "sandbox-lifeline-signing-secret");
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "rules: [{name: web, approvals: 1}]");
        settings.put("LIFELINE_POLICY", policy.toString());
        return settings;
    }

    private static URI door(Serving bot) {
        return URI.create(bot.url() + "/slack/events");
    }
}
