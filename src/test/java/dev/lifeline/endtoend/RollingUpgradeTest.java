package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A release and a made-up next one, which adds to the tables, side by side on one PostgreSQL while people go on typing; then the old one is
 * terminated, replica by replica (promises P2 and P7). How a schema may change: src/docs/upgrades.md.
 */
@EnabledIfEnvironmentVariable(
        named = ReplicasTest.POSTGRES_URL_VARIABLE,
        matches = ".+",
        disabledReason = ReplicasTest.POSTGRES_URL_VARIABLE + " names no PostgreSQL to try this on")
class RollingUpgradeTest {

    private static final Duration MAX_SHUTDOWN = Duration.ofSeconds(10);

    /** Adds, and takes nothing away: the release before still writes these tables. */
    private static final String NEXT_MIGRATION = """
            alter table rescue_requests add column next_note text not null default '';
            alter table inbox add column next_weight bigint not null default 0;
            create table next_things (id text primary key);
            """;

    /** As a stage that the release before does not know, on a device of its own. */
    private static final String ROW_OF_THE_NEXT_RELEASE = """
            insert into rescue_requests
              (id, version, stage, device, open_device, poll_only, review_pending, break_glass_used, body, created_at, updated_at)
            select 'nextrelease1', 7, 'InOrbit', 'virtual_guest:1', 'virtual_guest:1', 1, 0, 0,
              replace(replace(body, id, 'nextrelease1'), '"' || stage || '"', '"InOrbit"'), created_at, updated_at
            from rescue_requests limit 1
            """;

    @TempDir
    Path folder;

    @Test
    void P7_an_old_and_a_new_release_serve_side_by_side_and_no_click_is_lost() throws IOException {
        String database = ReplicasTest.emptySchemaUrl();
        try (FakePlatforms platforms = new FakePlatforms();
                RestartableBot old = RestartableBot.start(platforms, platforms.settings(database), folder);
                RestartableBot older = RestartableBot.start(platforms, platforms.settings(database), folder)) {
            Typist typist = new Typist(platforms);
            platforms.actAsAsha("types", "/rescue web-07");
            await(platforms, "Boot web-07.example.com into the rescue kernel?");
            try (RestartableBot next =
                    RestartableBot.startNextRelease(platforms, nextRelease(), platforms.settings(database), folder)) {
                platforms.actAsAsha("presses", "Yes, boot into rescue");
                await(platforms, "is in the rescue kernel at");
                assertRowOfTheNextReleaseIsLeftAlone(platforms, List.of(old, older), database);
                terminate(old);
                terminate(older);
                platforms.actAsAsha("presses", "End rescue");
                await(platforms, "is back in its installed system");
                typist.stop();
                typist.assertEachAckedCommandIsAnsweredOnce();
                assertThat(next.process().isRunning()).isTrue();
                assertOldReleaseRefusesTheNewerTables(platforms, database);
            }
            assertThat(platforms.providerCalls("executeRescueLayer")).isEqualTo(1);
            assertThat(platforms.providerCalls("rebootDefault")).isEqualTo(1);
        }
    }

    private Path nextRelease() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("next/db/common"));
        Files.writeString(migrations.resolve("V1_900__made_up_next_release.sql"), NEXT_MIGRATION);
        return folder.resolve("next");
    }

    private static void await(FakePlatforms platforms, String text) {
        Awaitility.await(text).until(() -> platforms.visibleText().contains(text));
    }

    private static void assertRowOfTheNextReleaseIsLeftAlone(
            FakePlatforms platforms, List<RestartableBot> olds, String database) {
        Jdbi jdbi = Jdbi.create(database);
        jdbi.useHandle(handle -> handle.execute(ROW_OF_THE_NEXT_RELEASE));
        String before = row(jdbi);
        for (RestartableBot old : olds)
            Awaitility.await("counted")
                    .until(() -> platforms
                            .tryGet(old.httpUrl() + "/metrics")
                            .body()
                            .matches("(?s).*lifeline_rows_unreadable\\S* [1-9].*"));
        assertThat(row(jdbi)).isEqualTo(before);
        jdbi.useHandle(handle -> handle.execute("delete from rescue_requests where id = 'nextrelease1'"));
    }

    private static String row(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select version || stage || updated_at || body from rescue_requests where id = 'nextrelease1'")
                .mapTo(String.class)
                .one());
    }

    private static void terminate(RestartableBot bot) {
        long start = System.nanoTime();
        bot.process().terminate();
        bot.process().awaitExitWithin(MAX_SHUTDOWN);
        Timings.record("from SIGTERM to the end of a replica under load", (System.nanoTime() - start) / 1_000_000);
    }

    private void assertOldReleaseRefusesTheNewerTables(FakePlatforms platforms, String database) {
        try (BotProcess again = BotProcess.start(platforms.settings(database), folder, "serve")) {
            assertThat(again.awaitExitCode()).isEqualTo(2);
            assertThat(again.standardError()).contains("by a newer release");
        }
    }

    /** Types one command after another, each with a word of its own that the answer repeats. */
    private static final class Typist {

        private final FakePlatforms platforms;
        private final Set<String> acked = new ConcurrentSkipListSet<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CompletableFuture<Void> typing;

        Typist(FakePlatforms platforms) {
            this.platforms = platforms;
            this.typing = CompletableFuture.runAsync(this::type);
        }

        private void type() {
            for (int i = 100_000; !stopped.get(); i++) {
                String word = "nothing" + i;
                if (platforms.actAsAsha("types", "/rescue list " + word)) acked.add(word);
            }
        }

        void stop() {
            stopped.set(true);
            typing.join();
        }

        /** By the list it asked for, or by the word that the bot is busy and did nothing. */
        void assertEachAckedCommandIsAnsweredOnce() {
            assertThat(acked).isNotEmpty();
            Awaitility.await("answers").until(() -> unanswered().size() <= busyReplies());
            String seen = platforms.visibleText();
            assertThat(acked)
                    .allSatisfy(word -> assertThat(seen.split(word, -1)).hasSizeLessThanOrEqualTo(2));
            assertThat(unanswered()).hasSize(busyReplies());
            System.out.println("Measured commands acked during a rolling upgrade: " + acked.size()
                    + ", of these told busy: " + busyReplies());
        }

        private int busyReplies() {
            return platforms.visibleText().split("Nothing was done: Lifeline ", -1).length - 1;
        }

        private Set<String> unanswered() {
            Set<String> unanswered = new TreeSet<>(acked);
            String seen = platforms.visibleText();
            unanswered.removeIf(seen::contains);
            return unanswered;
        }
    }
}
