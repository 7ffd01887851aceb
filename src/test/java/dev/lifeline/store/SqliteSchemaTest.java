package dev.lifeline.store;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.store.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSchemaTest extends SchemaContracts {

    @TempDir
    Path folder;

    @Override
    String emptyDatabaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    @Test
    void whoever_reads_creates_no_file() {
        Store.inspect(emptyDatabaseUrl());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoever_reads_leaves_no_file_that_the_bot_could_not_write() {
        Store.open(emptyDatabaseUrl(), InstantSource.fixed(NOON)).close();

        Store.openToRead(emptyDatabaseUrl(), InstantSource.fixed(NOON), found -> {})
                .close();

        assertThat(folder.resolve("lifeline.db-wal")).doesNotExist();
        assertThat(folder.resolve("lifeline.db-shm")).doesNotExist();
    }

    @Test
    void a_file_of_another_program_keeps_its_journal() throws IOException {
        Path file = folder.resolve("lifeline.db");
        new RawSql("jdbc:sqlite:" + file).execute("create table orders (id int)");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Store.open(emptyDatabaseUrl(), InstantSource.fixed(NOON)))
                .isInstanceOf(DatabaseUnavailableException.class);

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    @SuppressWarnings("try") // it is closed early
    void a_second_bot_on_the_same_file_is_refused_with_the_process_that_has_it() {
        try (Store first = new Store(emptyDatabaseUrl(), InstantSource.fixed(NOON));
                Store second = new Store(emptyDatabaseUrl(), InstantSource.fixed(NOON))) {
            first.claim();
            assertThatThrownBy(second::claim)
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("in use by another bot, process "
                            + ProcessHandle.current().pid());
            first.close();
            second.claim();
        }
    }
}
