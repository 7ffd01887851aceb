package dev.lifeline.store;

import static dev.lifeline.contract.Samples.ASHA;
import static dev.lifeline.contract.Samples.INCIDENT;
import static dev.lifeline.contract.Samples.NOON;
import static dev.lifeline.contract.Samples.saying;
import static dev.lifeline.contract.Samples.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.Link;
import dev.lifeline.rescue.RequestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    private static Store open(String url) {
        return Store.open(url, InstantSource.fixed(NOON));
    }

    @Test
    void what_was_written_is_there_after_a_restart() {
        try (Store store = open(url())) {
            store.inbox().put(typed("ask-1"));
        }
        try (Store store = open(url())) {
            assertThat(store.inbox().find("ask-1")).contains(typed("ask-1"));
        }
    }

    @Test
    void an_open_database_is_healthy_and_a_closed_one_is_not() {
        Store store = open(url());
        assertThat(store.healthy()).isTrue();
        store.close();
        assertThat(store.healthy()).isFalse();
    }

    @Test
    void the_folder_of_the_file_is_created() {
        try (Store store = open("jdbc:sqlite:" + folder.resolve("a/b/lifeline.db"))) {
            assertThat(store.healthy()).isTrue();
        }
        assertThat(folder.resolve("a/b/lifeline.db")).exists();
    }

    @Test
    void a_file_that_is_no_database_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("lifeline.db"), "shopping list: " + "milk ".repeat(500));
        assertThatThrownBy(() -> open("jdbc:sqlite:" + file))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_folder_that_cannot_be_created_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        assertThatThrownBy(() -> open("jdbc:sqlite:" + file.resolve("lifeline.db")))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_database_in_memory_is_refused() {
        assertThatThrownBy(() -> open("jdbc:sqlite::memory:")).isInstanceOf(DatabaseUnusable.class);
    }

    @Test
    void an_unknown_kind_of_database_is_refused_without_quoting_its_password() {
        assertThatThrownBy(() -> open("jdbc:mysql://bot:hunter2@db/lifeline"))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_server_that_does_not_answer_is_named_without_its_password() {
        assertThatThrownBy(
                        () -> open("jdbc:postgresql://127.0.0.1:1/lifeline?user=bot&password=hunter2&connectTimeout=1"))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("127.0.0.1:1/lifeline")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void a_malformed_url_is_refused_without_quoting_its_password() {
        assertThatThrownBy(() -> open("jdbc:postgresql://bot:hunter2@:nonsense:/lifeline"))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void what_was_said_and_asked_is_wiped_once_it_is_settled() {
        try (Store store = open(url())) {
            store.inbox().put(typed("ask-1"));
            store.announcer().inThread(new RequestId("request001"), INCIDENT, saying("words"));
            store.inbox().answered("ask-1");
            store.outbox()
                    .waiting("request:request001")
                    .forEach(letter -> store.outbox().delivered(letter, Optional.empty()));
            Rows rows = new Rows(url());
            assertThat(rows.count("inbox where body = ''")).isEqualTo(1);
            assertThat(rows.count("letters where body = '' and state = 'delivered'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void links_of_the_first_release_are_links_by_email() throws SQLException {
        Flyway.configure()
                .dataSource(url(), null, null)
                .locations("classpath:db/sqlite")
                .target("2")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into links values ('U0ASHA', 1001, " + NOON.toEpochMilli() + ")");
        }
        try (Store store = open(url())) {
            Link.Made made = new Link.Made(Link.Basis.BY_EMAIL, ASHA.person(), NOON);
            assertThat(store.links().of(ASHA.person()))
                    .contains(new Link(ASHA.person(), ASHA.user(), Optional.empty(), made));
        }
    }

    @Test
    void codes_of_tickets_are_not_on_disk() throws IOException {
        String code;
        try (Store store = open(url())) {
            code = store.tickets().offer(ASHA.person(), NOON.plus(Duration.ofMinutes(10)));
        }
        String id = code.substring(0, code.indexOf('.'));
        assertThat(new String(Files.readAllBytes(folder.resolve("lifeline.db")), StandardCharsets.ISO_8859_1))
                .contains("U0ASHA")
                .doesNotContain(id);
    }

    @Test
    void what_was_settled_long_ago_is_purged_and_nothing_else() {
        try (Store store = open(url())) {
            store.inbox().put(typed("old"));
            store.inbox().answered("old");
            store.inbox().put(typed("unanswered"));
        }
        InstantSource later = InstantSource.fixed(NOON.plus(Duration.ofDays(8)));
        try (Store store = Store.open(url(), later);
                Engine engine = store.engine(new Recorded(store).jobs(), Engine.Pace.USUAL)) {
            store.inbox().put(typed("new"));
            engine.start();
            Rows rows = new Rows(url());
            assertThat(rows.count("inbox where id = 'old'")).isZero();
            assertThat(rows.count("inbox")).isEqualTo(2);
        }
    }
}
