package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.ConcurrentClicks;
import dev.lifeline.testkit.ForgedPayloads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Fifty concurrent clicks on two bot processes that share one PostgreSQL (promises P1 and P2). */
@EnabledIfEnvironmentVariable(
        named = ReplicasTest.POSTGRES_URL_VARIABLE,
        matches = ".+",
        disabledReason = ReplicasTest.POSTGRES_URL_VARIABLE + " names no PostgreSQL to try this on")
class ReplicasConcurrentClicksTest {

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void P1_P2_fifty_clicks_at_once_on_two_bots_have_one_outcome_and_an_answer_each()
            throws IOException, InterruptedException, ExecutionException {
        String database = ReplicasTest.emptySchemaUrl();
        try (FakePlatforms fakePlatforms = new FakePlatforms();
                RestartableBot one = RestartableBot.start(fakePlatforms, settings(fakePlatforms, database), folder);
                RestartableBot other = RestartableBot.start(fakePlatforms, settings(fakePlatforms, database), folder)) {
            List<URI> endpoints = List.of(eventsUrl(one), eventsUrl(other));
            AtomicInteger clickCount = new AtomicInteger();
            fakePlatforms.deliverTo(endpoints.get(0).toString());
            assertThat(fakePlatforms.actAsAsha("types", "/rescue web-07")).isTrue();
            Awaitility.await().until(() -> fakePlatforms.visibleText().contains("Boot web-07.example.com"));
            ConcurrentClicks concurrentClicks = new ConcurrentClicks(
                    database, name -> new ForgedPayloads(endpoints.get(clickCount.getAndIncrement() % 2), name));

            concurrentClicks.clickConcurrently();

            concurrentClicks.assertOneOutcome();
            assertThat(fakePlatforms.providerCalls("executeRescueLayer"))
                    .isLessThanOrEqualTo(concurrentClicks.countInAuditLog("approved"));
        }
    }

    private Map<String, String> settings(FakePlatforms fakePlatforms, String database) throws IOException {
        Map<String, String> settings = fakePlatforms.settings(database);
        settings.remove("SLACK_APP_TOKEN");
        settings.put("SLACK_SIGNING_SECRET", "sandbox-lifeline-signing-secret");
        Path policy = Files.writeString(
                folder.resolve("policy.yaml"), "{otherwise: permission, rules: [{name: web, approvals: 1}]}");
        settings.put("LIFELINE_POLICY", policy.toString());
        return settings;
    }

    private static URI eventsUrl(RestartableBot bot) {
        return URI.create(bot.httpUrl() + "/slack/events");
    }
}
