package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.slack.api.bolt.meta.BoltLibraryVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Traps of slack.md in how Bolt is brought in and started (src/docs/slack-traps.md). */
class SetupTrapsTest {

    private static final Path SCHEMA = Path.of("../shared/data/slack-manifest.schema.2.0.0.json");

    @Test
    void trap_1_every_part_of_bolt_is_of_the_one_version_that_resolves() {
        assertThat(BoltLibraryVersion.get()).isEqualTo("1.48.0");
        for (String part : List.of(
                "com/slack/api/bolt/App.class",
                "com/slack/api/bolt/socket_mode/SocketModeApp.class",
                "com/slack/api/methods/MethodsClient.class",
                "com/slack/api/model/Message.class",
                "com/slack/api/app_backend/SlackSignature.class"))
            assertThat(places(part)).as(part).singleElement().asString().contains("1.48.0");
    }

    @Test
    void trap_2_there_is_one_okhttp_with_classes_in_it_and_the_log_is_heard() {
        assertThat(places("okhttp3/Interceptor.class")).hasSize(1);
        assertThat(places("okhttp3/OkHttpClient.class"))
                .singleElement()
                .asString()
                .contains("okhttp-jvm");
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).startsWith("ch.qos.logback");
    }

    @Test
    void trap_5_the_websocket_library_whose_watch_dies_is_not_there() {
        assertThat(places("org/java_websocket/client/WebSocketClient.class")).isEmpty();
        assertThat(places("org/glassfish/tyrus/client/ClientManager.class")).hasSize(1);
    }

    @Test
    void trap_12_what_the_environment_holds_for_others_changes_nothing() throws Exception {
        ProcessBuilder probe = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EnvironmentProbe.class.getName());
        probe.environment()
                .putAll(Map.of(
                        "SLACK_CLIENT_ID", "1.2",
                        "SLACK_CLIENT_SECRET", "s",
                        "SLACK_SCOPES", "commands",
                        "HTTP_PROXY", "http://127.0.0.1:9"));
        Process process = probe.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("plain true http://127.0.0.1:9").contains("ours false null");
    }

    @Test
    void trap_16_bolts_own_log_stays_quiet() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/logback.xml"));

        assertThat(settings).contains("<root level=\"WARN\">").doesNotContain("com.slack");
        assertThat(settings).doesNotContain("DEBUG\"").doesNotContain("TRACE\"");
    }

    @Test
    void trap_17_a_misspelt_scope_or_event_passes_the_schema_and_not_us() throws IOException {
        assumeTrue(Files.exists(SCHEMA), "Skipped: Slack's manifest schema is not at " + SCHEMA);
        JsonNode manifest = new YAMLMapper().readTree(Path.of("manifest.yml").toFile());
        ((ArrayNode) manifest.at("/oauth_config/scopes/bot")).add("chat:wrlte");
        ((ArrayNode) manifest.at("/settings/event_subscriptions/bot_events")).add("app_home_open");
        JsonNode schema = new YAMLMapper().readTree(SCHEMA.toFile());

        var problems = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schema)
                .validate(manifest);

        assertThat(problems)
                .as("the schema does not see them; ManifestTest does")
                .isEmpty();
        assertThat(ManifestTest.unknownScopes(manifest)).containsExactly("chat:wrlte");
        assertThat(ManifestTest.unknownEvents(manifest)).containsExactly("app_home_open");
    }

    private static List<String> places(String resource) {
        try {
            return Collections.list(SetupTrapsTest.class.getClassLoader().getResources(resource)).stream()
                    .map(String::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
