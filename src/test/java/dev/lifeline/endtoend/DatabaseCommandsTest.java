package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.store.PreReleaseDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands do to a database that is away, empty, older, newer or not theirs. */
class DatabaseCommandsTest {

    @TempDir
    Path folder;

    private static FakePlatforms platforms;

    @BeforeAll
    static void open() {
        platforms = new FakePlatforms();
    }

    @AfterAll
    static void close() {
        platforms.close();
    }

    private Map<String, String> settings() {
        return platforms.settings(databaseUrl());
    }

    private Map<String, String> settings(String name, String value) {
        Map<String, String> changed = settings();
        changed.put(name, value);
        return changed;
    }

    private String databaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    @ParameterizedTest
    @CsvSource({
        "serve, jdbc:sqlite:/, jdbc:sqlite:/",
        "migrate, jdbc:sqlite:/, jdbc:sqlite:/",
        "serve, jdbc:postgresql://127.0.0.1:9/bot?user=bot&password=hush-hush, 127.0.0.1:9/bot",
        "migrate, jdbc:postgresql://127.0.0.1:9/bot?user=bot&password=hush-hush, 127.0.0.1:9/bot",
        "audit export, jdbc:postgresql://127.0.0.1:9/bot?user=bot&password=hush-hush, nothing answers",
        "serve, mysql://bot:hush-hush@db, jdbc:postgresql:",
        "audit export, jdbc:sqlite:/tmp/no-such-folder/lifeline.db, serve and migrate create them"
    })
    void a_database_that_cannot_be_used_is_a_wrong_setting(String command, String url, String named) {
        CliOutput output = CliOutput.run(settings("LIFELINE_DATABASE_URL", url), command.split(" "));

        CliCommandsTest.assertFails(2, output, named);
    }

    @Test
    void only_serve_and_migrate_make_a_database() {
        assertThat(CliOutput.run(settings(), "doctor").exitCode()).isZero();
        assertThat(folder).isEmptyDirectory();

        assertThat(CliOutput.run(settings(), "migrate").standardOutput())
                .startsWith("Found none; the database has tables of version ");
        assertThat(CliOutput.run(settings(), "audit", "verify").exitCode()).isZero();
    }

    @Test
    void a_command_that_reads_tables_of_another_release_says_so_beside_its_output() {
        CliOutput.run(settings(), "migrate");
        Jdbi.create(databaseUrl())
                .useHandle(handle -> handle.execute("delete from flyway_schema_history where installed_rank = "
                        + "(select max(installed_rank) from flyway_schema_history)"));

        CliOutput read = CliOutput.run(settings(), "audit", "verify");

        assertThat(read.exitCode()).isZero();
        assertThat(read.standardError())
                .contains("the database has tables of version", "serve and migrate bring them to");
        assertThat(CliOutput.run(settings(), "doctor").standardOutput()).contains("WARN  database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "audit verify"})
    void a_database_made_before_the_first_release_is_refused_with_what_to_do(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(databaseUrl())) {
            PreReleaseDatabase.createIn(connection);
        }
        CliOutput output = CliOutput.run(settings(), command.split(" "));
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.standardError())
                .contains("made before the first release", "LIFELINE_DATABASE_URL", "move this file away");
        CliCommandsTest.assertNoSecretsOrTraces(output);
    }
}
