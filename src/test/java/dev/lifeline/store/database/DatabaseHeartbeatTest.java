package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseHeartbeatTest {

    @TempDir
    Path folder;

    private final AtomicLong nanoTime = new AtomicLong();
    private Database database = new Database(DatabaseUrl.parse("jdbc:sqlite:unused.db"));
    private DatabaseHeartbeat heartbeat = heartbeat(DatabaseUrl.parse("jdbc:sqlite:unused.db"));

    private DatabaseHeartbeat heartbeat(DatabaseUrl url) {
        Transactions transactions = new Transactions(
                Jdbi.create(database.dataSource()),
                database.dialect(),
                database.writeQueue(),
                new DueJobSignal(),
                Committer.DIRECT);
        return new DatabaseHeartbeat(url, transactions, nanoTime::get);
    }

    @BeforeEach
    void open() {
        DatabaseUrl url = DatabaseUrl.parse("jdbc:sqlite:" + folder.resolve("lifeline.db"));
        database = new Database(url);
        database.open();
        heartbeat = heartbeat(url);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_database_counts_as_away_until_it_was_written_once() {
        assertThat(heartbeat.problem()).contains("not opened yet");

        heartbeat.beat();

        assertThat(heartbeat.problem()).isEmpty();
    }

    @Test
    void a_write_that_does_not_come_back_is_told_by_its_age() {
        heartbeat.beat();
        nanoTime.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(heartbeat.problem()).contains("has not answered for 30 s");
    }

    @Test
    void a_write_that_fails_is_told_with_its_reason_and_forgotten_when_one_succeeds() {
        heartbeat.beat();
        database.close();
        heartbeat.beat();
        assertThat(heartbeat.problem()).isPresent();

        open();
        heartbeat.beat();

        assertThat(heartbeat.problem()).isEmpty();
    }

    @Test
    void a_file_that_is_gone_is_told_although_the_open_one_takes_writes() throws IOException {
        heartbeat.beat();
        Files.delete(folder.resolve("lifeline.db"));

        heartbeat.beat();

        assertThat(heartbeat.problem())
                .hasValueSatisfying(said -> assertThat(said).contains("is gone"));
    }
}
