package dev.lifeline.store;

import static dev.lifeline.contract.Samples.slashCommand;
import static dev.lifeline.contract.Samples.textMessage;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.store.database.DatabaseUnavailableException;
import dev.lifeline.store.jobs.JobEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    Path folder;

    private String databaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    private static Store openStore(String url) {
        return Store.open(url, InstantSource.fixed(NOON));
    }

    @Test
    void what_was_written_is_there_after_a_restart() {
        try (Store store = openStore(databaseUrl())) {
            store.inbox().add(slashCommand("interaction-1"));
        }
        try (Store store = openStore(databaseUrl())) {
            assertThat(store.inbox().find("interaction-1")).contains(slashCommand("interaction-1"));
        }
    }

    @Test
    void the_folder_of_the_file_is_created() {
        openStore("jdbc:sqlite:" + folder.resolve("a/b/lifeline.db")).close();

        assertThat(folder.resolve("a/b/lifeline.db")).exists();
    }

    @Test
    void a_file_that_is_no_database_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.db"), "shopping list: " + "milk ".repeat(500));
        assertThatThrownBy(() -> openStore("jdbc:sqlite:" + file))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_folder_that_cannot_be_created_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        assertThatThrownBy(() -> openStore("jdbc:sqlite:" + file.resolve("lifeline.db")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_database_in_memory_is_refused() {
        assertThatThrownBy(() -> openStore("jdbc:sqlite::memory:")).isInstanceOf(DatabaseUnavailableException.class);
    }

    @Test
    void an_unknown_kind_of_database_is_refused_without_quoting_its_password() {
        assertThatThrownBy(() -> openStore("jdbc:mysql://bot:hunter2@db/lifeline"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_its_password() {
        assertThatThrownBy(() ->
                        openStore("jdbc:postgresql://127.0.0.1:1/lifeline?user=bot&password=hunter2&connectTimeout=1"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("127.0.0.1:1/lifeline")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void a_malformed_url_is_refused_without_quoting_its_password() {
        assertThatThrownBy(() -> openStore("jdbc:postgresql://bot:hunter2@:nonsense:/lifeline"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void texts_of_completed_messages_and_interactions_are_deleted() {
        try (Store store = openStore(databaseUrl())) {
            store.inbox().add(slashCommand("interaction-1"));
            store.notifier().replyInThread(new RequestId("request001"), INCIDENT_CHANNEL, textMessage("words"));
            store.inbox().markProcessed("interaction-1");
            store.outbox()
                    .pending(StreamKey.parse("request:request001"))
                    .forEach(outboxMessage -> store.outbox().markDelivered(outboxMessage, Optional.empty()));
            RawSql rawSql = new RawSql(databaseUrl());
            assertThat(rawSql.countRows("inbox where body = ''")).isEqualTo(1);
            assertThat(rawSql.countRows("outbox_messages where body = '' and state = 'delivered'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void codes_of_link_tokens_are_not_on_disk() throws IOException {
        String code;
        try (Store store = openStore(databaseUrl())) {
            code = store.linkTokens().issue(ASHA_REQUESTER.slackUserId(), NOON.plus(Duration.ofMinutes(10)));
        }
        String id = code.substring(0, code.indexOf('.'));
        assertThat(new String(Files.readAllBytes(folder.resolve("lifeline.db")), StandardCharsets.ISO_8859_1))
                .contains("U0ASHA")
                .doesNotContain(id);
    }

    @Test
    void what_was_settled_long_ago_is_purged_and_nothing_else() {
        try (Store store = openStore(databaseUrl())) {
            store.inbox().add(slashCommand("old"));
            store.inbox().markProcessed("old");
            store.inbox().add(slashCommand("unanswered"));
            store.pendingVotes().keep(slashCommand("vote"), new RequestId("request001"), NOON.plusSeconds(900));
        }
        InstantSource later = InstantSource.fixed(NOON.plus(Duration.ofDays(8)));
        try (Store store = Store.open(databaseUrl(), later);
                JobEngine jobEngine =
                        store.createEngine(new RecordingJobs(store).jobs(), JobEngine.PollSettings.DEFAULT)) {
            store.inbox().add(slashCommand("new"));
            jobEngine.start();
            RawSql rawSql = new RawSql(databaseUrl());
            assertThat(rawSql.countRows("inbox where id = 'old'")).isZero();
            assertThat(rawSql.countRows("inbox")).isEqualTo(2);
            assertThat(rawSql.countRows("pending_votes")).isZero();
        }
    }
}
