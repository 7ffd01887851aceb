package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.meta.BoltLibraryVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lifeline.app.LogConfiguration;
import dev.lifeline.slack.BoltProcessCheck;
import dev.lifeline.slack.LogCapture;
import dev.lifeline.slack.PlainBolt;
import dev.lifeline.slack.SamplePayloads;
import dev.lifeline.slack.StubSlack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Known issues in the setup and start of Bolt (src/docs/platform/slack.md, section Known issues). */
class SetupKnownIssuesTest {

    private static final Path SCHEMA_FILE = Path.of("../shared/data/slack-manifest.schema.2.0.0.json");

    @Test
    void trap_1_every_part_of_bolt_is_of_the_one_version_that_resolves() {
        assertThat(BoltLibraryVersion.get()).isEqualTo("1.48.0");
        for (String part : List.of(
                "com/slack/api/bolt/App.class",
                "com/slack/api/bolt/socket_mode/SocketModeApp.class",
                "com/slack/api/methods/MethodsClient.class",
                "com/slack/api/model/Message.class",
                "com/slack/api/app_backend/SlackSignature.class"))
            assertThat(resourceUrls(part)).as(part).singleElement().asString().contains("1.48.0");
    }

    @Test
    void trap_2_there_is_one_okhttp_with_classes_in_it_and_the_log_is_heard() {
        assertThat(resourceUrls("okhttp3/Interceptor.class")).hasSize(1);
        assertThat(resourceUrls("okhttp3/OkHttpClient.class"))
                .singleElement()
                .asString()
                .contains("okhttp-jvm");
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).startsWith("ch.qos.logback");
    }

    @Test
    void trap_5_the_websocket_library_whose_watch_dies_is_not_there() {
        assertThat(resourceUrls("org/java_websocket/client/WebSocketClient.class"))
                .isEmpty();
        assertThat(resourceUrls("org/glassfish/tyrus/client/ClientManager.class"))
                .hasSize(1);
    }

    @Test
    void trap_11_letters_beyond_ascii_are_genuine_whatever_the_locale() throws Exception {
        assertThat(runCheck("signature", Map.of(), "-Dfile.encoding=US-ASCII"))
                .contains("signature, plain false")
                .contains("signature, ours true");
    }

    @Test
    void trap_11_signatures_are_compared_in_a_time_that_tells_nothing() {
        assertThat(methodsCalledBy(SlackSignature.Verifier.class)).contains("java.lang.String.equals");
        assertThat(methodsCalledBy(RequestVerifier.class))
                .contains("java.security.MessageDigest.isEqual")
                .noneMatch(method -> method.endsWith(".equals"));
    }

    private static List<String> methodsCalledBy(Class<?> by) {
        return new ClassFileImporter()
                .importClasses(by).get(by).getMethodCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner().getName() + "."
                                + call.getTarget().getName())
                        .toList();
    }

    @Test
    void trap_12_what_the_environment_holds_for_others_changes_nothing() throws Exception {
        Map<String, String> environment = Map.of(
                "SLACK_CLIENT_ID", "1.2",
                "SLACK_CLIENT_SECRET", "s",
                "SLACK_SCOPES", "commands",
                "HTTP_PROXY", "http://127.0.0.1:9");

        assertThat(runCheck("environment", environment))
                .contains("environment, plain true http://127.0.0.1:9")
                .contains("environment, ours false null");
    }

    @Test
    void trap_16_bolts_own_log_stays_quiet() throws Exception {
        try (StubSlack slack = new StubSlack();
                LogCapture debug = LogCapture.atLevel("com.slack.api", Level.DEBUG)) {
            PlainBolt plain = new PlainBolt(slack.account().apiUrl(), StubSlack.BOT_TOKEN);
            plain.run(new SamplePayloads("").all().getOrDefault("slash command", ""));
            plain.slack()
                    .methods(StubSlack.BOT_TOKEN)
                    .chatPostMessage(post -> post.text(SamplePayloads.USER_TEXT_CANARY));
            assertThat(debug.messages()).contains(SamplePayloads.USER_TEXT_CANARY);
        }

        LoggerContext context = new LoggerContext();
        LogConfiguration.apply(context);
        for (String library : List.of("com.slack.api", "okhttp3", "org.glassfish.tyrus", "org.eclipse.jetty"))
            assertThat(context.getLogger(library).getEffectiveLevel())
                    .as(library)
                    .isEqualTo(Level.WARN);
        context.stop();
    }

    @Test
    void trap_17_a_misspelt_scope_or_event_does_not_pass_us() throws IOException {
        JsonNode manifest = readManifest();
        assertThat(ManifestTest.unknownScopes(manifest)).isEmpty();
        assertThat(ManifestTest.unknownEvents(manifest)).isEmpty();

        assertThat(ManifestTest.unknownScopes(misspelledManifest())).containsExactly("chat:wrlte");
        assertThat(ManifestTest.unknownEvents(misspelledManifest())).containsExactly("app_home_open");
    }

    @Test
    void trap_17_a_misspelt_scope_or_event_passes_slacks_schema() throws IOException {
        assumeTrue(Files.exists(SCHEMA_FILE), "Skipped: Slack's manifest schema is not at " + SCHEMA_FILE);
        JsonNode schema = new YAMLMapper().readTree(SCHEMA_FILE.toFile());

        var problems = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schema)
                .validate(misspelledManifest());

        assertThat(problems).isEmpty();
    }

    private static JsonNode misspelledManifest() throws IOException {
        JsonNode manifest = readManifest();
        ((ArrayNode) manifest.at("/oauth_config/scopes/bot")).add("chat:wrlte");
        ((ArrayNode) manifest.at("/settings/event_subscriptions/bot_events")).add("app_home_open");
        return manifest;
    }

    private static JsonNode readManifest() throws IOException {
        return new YAMLMapper().readTree(Path.of("manifest.yml").toFile());
    }

    @Test
    void trap_18_nothing_of_the_sdk_outlives_us_and_a_short_token_breaks_nothing() throws Exception {
        assertThat(runCheck("remains", Map.of()))
                .contains("short token, ours fine", "threads left, ours none")
                .contains("short token, plain broken")
                .containsPattern("threads left, plain [1-9]");
    }

    /** Standard output of a process that was started with this argument. */
    private static String runCheck(String check, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BoltProcessCheck.class.getName(), check));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> resourceUrls(String resource) {
        try {
            return Collections.list(SetupKnownIssuesTest.class.getClassLoader().getResources(resource)).stream()
                    .map(String::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
