package dev.lifeline.store;

import static dev.lifeline.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.store.database.IncompatibleDatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class PreReleaseDatabaseTest {

    @TempDir
    Path folder;

    private static void assertRefused(String url, String nextStep) {
        assertThatThrownBy(() -> Store.open(url, InstantSource.fixed(NOON)))
                .isInstanceOf(IncompatibleDatabaseException.class)
                .hasMessageContaining("made before the first release")
                .hasMessageContaining(nextStep)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_file_made_before_the_first_release_is_refused_and_left_as_it_was() throws SQLException, IOException {
        Path file = folder.resolve("life line.db");
        try (Connection connection = openAsBefore(file)) {
            PreReleaseDatabase.createIn(connection);
        }
        FileTime modified = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(file, modified);
        byte[] bytes = Files.readAllBytes(file);

        assertRefused("jdbc:sqlite:" + file, "move this file away");

        assertThat(filesIn(folder)).containsExactly(file);
        assertThat(file).hasBinaryContent(bytes);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(modified);
    }

    @Test
    void a_file_whose_newest_commits_are_in_its_log_only_is_refused_and_left_as_it_was()
            throws SQLException, IOException {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        Path file = killed.resolve("lifeline.db");
        Path log = killed.resolve("lifeline.db-wal");
        try (Connection connection = openAsBefore(folder.resolve("lifeline.db"))) {
            PreReleaseDatabase.createIn(connection);
            for (Path open : filesIn(folder))
                if (Files.isRegularFile(open))
                    Files.copy(open, killed.resolve(open.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] logBytes = Files.readAllBytes(log);
        assertThat(logBytes).isNotEmpty();

        assertRefused("jdbc:sqlite:" + file, "set LIFELINE_DATABASE_URL to another file");

        assertThat(file).hasBinaryContent(bytes);
        assertThat(log).hasBinaryContent(logBytes);
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = PostgresqlTestDatabase.URL_VARIABLE,
            matches = ".+",
            disabledReason = PostgresqlTestDatabase.DISABLED_REASON)
    void a_schema_made_before_the_first_release_is_refused_and_left_as_it_was() throws SQLException {
        String url = PostgresqlTestDatabase.emptySchemaUrl();
        try (Connection connection = DriverManager.getConnection(url)) {
            PreReleaseDatabase.createIn(connection);
        }

        assertRefused(url + "&password=hunter2", "set LIFELINE_DATABASE_URL to another database or schema");

        RawSql rawSql = new RawSql(url);
        assertThat(rawSql.countRows("information_schema.tables where table_schema = current_schema()"))
                .isEqualTo(2);
        assertThat(rawSql.countRows("flyway_schema_history")).isEqualTo(9);
        assertThat(rawSql.countRows("inbox where answered_at is null")).isEqualTo(1);
    }

    private static Connection openAsBefore(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
