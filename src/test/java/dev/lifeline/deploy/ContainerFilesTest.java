package dev.lifeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.config.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Dockerfile and the compose files, which have to agree with each other and with the bot. */
class ContainerFilesTest {

    private static final String DATA_FOLDER = "/home/lifeline/lifeline-data";

    private static String line(String instruction) {
        return DeployFiles.dockerfile().stream()
                .filter(line -> line.startsWith(instruction))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void the_volume_belongs_to_the_user_that_writes_to_it() {
        assertThat(line("USER")).isNotEqualTo("USER root");
        assertThat(line("VOLUME")).isEqualTo("VOLUME " + DATA_FOLDER);
        assertThat(DeployFiles.dockerfile().stream().filter(line -> line.contains("install -d -o lifeline")))
                .singleElement()
                .asString()
                .endsWith(DATA_FOLDER);
    }

    @Test
    void the_image_checks_itself_with_its_own_jar_and_unpacks_nothing() {
        assertThat(line("HEALTHCHECK")).contains("\"lifeline.jar\", \"health\"");
        assertThat(line("ENTRYPOINT")).contains("-Dorg.sqlite.lib.path=native");
        assertThat(line("CMD")).isEqualTo("CMD [\"serve\"]");
        assertThat(line("STOPSIGNAL")).isEqualTo("STOPSIGNAL SIGTERM");
    }

    @Test
    void both_bases_can_be_pinned_by_digest() {
        assertThat(DeployFiles.dockerfile().stream().filter(line -> line.startsWith("FROM")))
                .containsExactly("FROM ${BUILD_IMAGE} AS build", "FROM ${JRE_IMAGE}");
    }

    @Test
    void only_what_is_copied_is_sent_to_the_builder() {
        List<String> sent = DeployFiles.read(Path.of(".dockerignore"))
                .lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        List<String> copied = DeployFiles.dockerfile().stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> line.split(" ")[1])
                .toList();

        assertThat(sent).containsExactlyElementsOf(copied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose-sqlite.yaml"})
    void a_composed_bot_runs_read_only_but_for_one_folder_in_memory(String file) {
        JsonNode bot = DeployFiles.compose(file).at("/services/lifeline");

        assertThat(bot.path("read_only").asBoolean()).isTrue();
        assertThat(bot.path("tmpfs")).singleElement().asString().contains("/tmp:");
        assertThat(bot.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(bot.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
        List<String> names = new ArrayList<>();
        bot.path("environment").fieldNames().forEachRemaining(names::add);
        assertThat(names).isSubsetOf(SettingsReader.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose-sqlite.yaml"})
    void every_volume_that_is_mounted_is_declared(String file) {
        JsonNode compose = DeployFiles.compose(file);
        List<String> mounted = new ArrayList<>();
        compose.path("services")
                .forEach(service -> service.path("volumes")
                        .forEach(volume -> mounted.add(volume.asText().split(":")[0])));

        assertThat(mounted)
                .isNotEmpty()
                .allMatch(name -> compose.path("volumes").has(name));
    }

    @Test
    void a_bot_alone_keeps_its_file_in_the_volume_of_the_image() {
        assertThat(DeployFiles.compose("compose-sqlite.yaml")
                        .at("/services/lifeline/volumes/0")
                        .asText())
                .isEqualTo("data:" + DATA_FOLDER);
    }

    @Test
    void the_example_of_an_environment_names_settings() {
        Stream<String> names = DeployFiles.read(DeployFiles.FOLDER.resolve("lifeline.env.example"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=")[0]);

        assertThat(names).isNotEmpty().allMatch(SettingsReader.names()::contains);
    }
}
