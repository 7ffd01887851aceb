package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that an operator types and their output, with good and with bad settings. */
class CliCommandsTest {

    private static final Pattern SECRET_PATTERN =
            Pattern.compile("xoxb-\\w|xapp-\\w|sandbox-lifeline-api-key|hush-hush");
    private static final Pattern STACK_TRACE_PATTERN = Pattern.compile("(?m)^\\s+at |Exception in thread");

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

    private String databaseUrl() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    private Map<String, String> settings(String name, String value) {
        Map<String, String> changed = settings();
        changed.put(name, value);
        return changed;
    }

    /** Asserts one line that states the problem, without stack trace or secret. */
    private static void assertFails(CliOutput cliOutput, String... fragments) {
        assertFails(1, cliOutput, fragments);
    }

    static void assertFails(int exitCode, CliOutput cliOutput, String... fragments) {
        assertThat(cliOutput.exitCode()).isEqualTo(exitCode);
        assertThat(cliOutput.errorWithoutLog())
                .startsWith("lifeline: ")
                .contains(fragments)
                .hasLineCount(1);
        assertNoSecretsOrTraces(cliOutput);
    }

    static void assertNoSecretsOrTraces(CliOutput cliOutput) {
        assertThat(cliOutput.standardOutput() + cliOutput.standardError())
                .doesNotContainPattern(STACK_TRACE_PATTERN)
                .doesNotContainPattern(SECRET_PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "doctor"})
    void all_that_is_missing_is_listed_by_name_at_once(String command) {
        CliOutput cliOutput = CliOutput.run(Map.of(), command);

        assertThat(cliOutput.exitCode()).isEqualTo(2);
        assertThat(cliOutput.standardError())
                .contains("4 settings")
                .contains("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SL_USERNAME", "SL_API_KEY");
        assertNoSecretsOrTraces(cliOutput);
    }

    @Test
    void all_that_is_wrong_is_listed_by_name_and_no_secret_with_it() {
        CliOutput cliOutput = CliOutput.run(
                Map.of(
                        "SLACK_BOT_TOKEN", "hush-hush",
                        "SLACK_SIGNING_SECRET", " ",
                        "SL_USERNAME", "lifeline",
                        "SL_API_KEY", "hush-hush",
                        "SL_ENDPOINT_URL", "ftp://nowhere",
                        "LIFELINE_HTTP_PORT", "70000"),
                "serve");

        assertThat(cliOutput.exitCode()).isEqualTo(2);
        assertThat(cliOutput.standardError())
                .contains("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SL_ENDPOINT_URL", "LIFELINE_HTTP_PORT");
        assertNoSecretsOrTraces(cliOutput);
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK_BOT_TOKEN, xoxb-hush-hush-hush, SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN, xapp-hush-hush-hush, SLACK_APP_TOKEN",
        "SL_API_KEY, hush-hush, SL_API_KEY",
    })
    void serve_ends_with_a_line_that_names_what_is_wrong(String name, String value, String named) {
        assertFails(CliOutput.run(settings(name, value), "serve"), named);
    }

    @Test
    void a_port_in_use_is_a_clear_line() throws IOException {
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(occupied.getLocalPort());
            assertFails(CliOutput.run(settings("LIFELINE_HTTP_PORT", port), "serve"), port, "in use");
            assertFails(CliOutput.run(Map.of(), "sandbox", "classic", "--port", port), port, "in use");
            assertFails(CliOutput.run(Map.of(), "sandbox", "slack", "--port", port), port, "in use");
            assertFails(CliOutput.run(Map.of(), "demo", "--port", port), port, "in use");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, http://127.0.0.1:9/", "::, http://[::1]:9/", "127.0.0.2, http://127.0.0.2:9/"})
    void a_bot_that_does_not_answer_is_not_healthy(String host, String asked) {
        CliOutput output = CliOutput.run(Map.of("LIFELINE_HTTP_HOST", host, "LIFELINE_HEALTH_PORT", "9"), "health");

        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.standardOutput()).contains("nothing answers at " + asked + "health/ready");
    }

    @Test
    void a_demo_can_end_as_soon_as_it_is_ready() {
        CliOutput demo = CliOutput.run(Map.of(), "demo", "--port", "0", "--second-account", "--exit-when-ready");

        assertThat(demo.exitCode()).isZero();
        assertThat(demo.standardOutput()).contains("Lifeline demo: http://");
    }

    @Test
    void the_doctor_finds_all_well() {
        CliOutput cliOutput = CliOutput.run(settings(), "doctor");

        assertThat(cliOutput.exitCode()).isZero();
        assertThat(cliOutput.standardOutput().lines()).isNotEmpty().allMatch(line -> line.startsWith("ok "));
        assertThat(CliOutput.run(settings(), "doctor", "--json")
                        .standardOutput()
                        .lines())
                .allMatch(line -> line.startsWith("{\"check\":") && line.contains("\"verdict\":\"ok\""));
        assertNoSecretsOrTraces(cliOutput);
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK_BOT_TOKEN, xoxb-hush-hush-hush, slack, OAuth & Permissions",
        "SLACK_APP_TOKEN, xapp-hush-hush-hush, slack, connections:write",
        "SLACK_API_URL, http://127.0.0.1:9/api/, slack, check the network",
        "SL_API_KEY, hush-hush, provider, SL_API_KEY",
        "SL_USERNAME, nobody, provider, SL_USERNAME",
        "SL_ENDPOINT_URL, http://127.0.0.1:9/, provider, check SL_ENDPOINT_URL",
        "LIFELINE_DATABASE_URL, jdbc:sqlite:/, database, Check LIFELINE_DATABASE_URL"
    })
    void the_doctor_names_the_one_thing_that_is_wrong_and_its_mend(
            String name, String value, String setting, String remedy) {
        CliOutput cliOutput = CliOutput.run(settings(name, value), "doctor");

        assertThat(cliOutput.exitCode()).isEqualTo(1);
        assertThat(cliOutput.standardOutput().lines().filter(line -> line.startsWith("WRONG")))
                .singleElement()
                .asString()
                .contains(setting, remedy);
        assertNoSecretsOrTraces(cliOutput);
    }

    @Test
    void the_doctor_names_the_rights_that_the_bot_lacks() {
        Map<String, String> dario = settings("SL_USERNAME", "dario");
        CliOutput cliOutput = CliOutput.run(dario, "doctor");

        assertThat(cliOutput.exitCode()).isEqualTo(1);
        assertThat(cliOutput.standardOutput()).contains("WRONG provider");
    }

    @Test
    void devices_are_listed_as_the_bot_sees_them() {
        assertThat(CliOutput.run(settings(), "devices").standardOutput())
                .contains("web-07.example.com", "db-01.example.com");
        assertThat(CliOutput.run(settings(), "devices", "web").standardOutput().lines())
                .hasSize(3);
        assertThat(CliOutput.run(settings(), "devices", "web", "--json")
                        .standardOutput()
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        CliOutput noMatch = CliOutput.run(settings(), "devices", "nothing");
        assertThat(noMatch.exitCode()).isZero();
        assertThat(noMatch.standardOutput()).contains("no device");
    }

    @Test
    void devices_with_a_wrong_key_or_nobody_there_is_a_clear_line() {
        assertFails(CliOutput.run(settings("SL_API_KEY", "hush-hush"), "devices"), "SL_API_KEY");
        assertFails(CliOutput.run(settings("SL_ENDPOINT_URL", "http://127.0.0.1:9/"), "devices"), "SL_ENDPOINT_URL");
    }

    @Test
    void help_and_what_is_no_command() {
        CliOutput help = CliOutput.run(Map.of(), "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.standardOutput()).contains("serve", "demo", "sandbox", "doctor", "devices", "audit");

        CliOutput unknown = CliOutput.run(Map.of(), "frobnicate");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.standardError()).contains("frobnicate");
        assertNoSecretsOrTraces(unknown);
    }

    @Test
    void P8_a_rescue_is_on_the_record_and_tampering_shows() throws IOException {
        try (RestartableBot bot = RestartableBot.start(platforms, settings(), folder)) {
            assertThat(platforms.actAsAsha("types", "/rescue frobnicate-99")).isTrue();
            bot.process().terminate();
            assertThat(bot.process().awaitExitCode()).isIn(0, 143);
        }
        CliOutput intact = CliOutput.run(settings(), "audit", "verify");
        assertThat(intact.exitCode()).isZero();
        CliOutput export = CliOutput.run(settings(), "audit", "export");
        assertThat(export.standardOutput().lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertCheckpointsVerified(intact.standardOutput().replaceFirst("(?s).*Newest entry: (\\S+).*", "$1"));

        Jdbi.create(databaseUrl()).useHandle(handle -> {
            handle.execute("drop trigger audit_log_append_only");
            int altered = handle.execute("update audit_log set entry = replace(entry, 'rejected-', 'allowed-')"
                    + " where entry like '%rejected-%'");
            assertThat(altered).isPositive();
        });

        CliOutput tampered = CliOutput.run(settings(), "audit", "verify");
        assertThat(tampered.exitCode()).isEqualTo(1);
        assertThat(tampered.standardOutput()).contains("tampered");
        assertThat(Files.exists(folder.resolve("lifeline.db"))).isTrue();
    }

    private void assertCheckpointsVerified(String newest) {
        CliOutput verified = CliOutput.run(settings(), "audit", "verify", "--expect", newest);
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.standardOutput()).contains("It holds the entry that was kept elsewhere.");
        CliOutput other = CliOutput.run(settings(), "audit", "verify", "--expect", "1:" + "0".repeat(64));
        assertThat(other.exitCode()).isEqualTo(1);
        CliOutput nonsense = CliOutput.run(settings(), "audit", "verify", "--expect", "nonsense");
        assertThat(nonsense.exitCode()).isEqualTo(2);
        assertNoSecretsOrTraces(nonsense);
        CliOutput unknownRequest = CliOutput.run(settings(), "audit", "timeline", "nobody");
        assertThat(unknownRequest.exitCode()).isEqualTo(2);
        assertNoSecretsOrTraces(unknownRequest);
    }

    @Test
    void P2_a_terminated_bot_ends_within_seconds_and_loses_nothing() {
        try (RestartableBot bot = RestartableBot.start(platforms, settings(), folder)) {
            assertThat(platforms.tryGet(bot.httpUrl() + "/health/live").status())
                    .isEqualTo(200);
            Map<String, String> sameMachine = settings(
                    "LIFELINE_HTTP_PORT",
                    Integer.toString(URI.create(bot.httpUrl()).getPort()));
            assertThat(CliOutput.run(sameMachine, "health", "--live").exitCode())
                    .isZero();
            assertThat(CliOutput.run(sameMachine, "health").standardOutput()).contains("\"ready\":true");
            assertThat(platforms.tryGet(bot.httpUrl() + "/metrics").body())
                    .contains("lifeline_requests_open", "lifeline_slack_up");
            assertThat(platforms.actAsAsha("types", "/rescue web-08")).isTrue();
            bot.process().terminate();
            assertThat(bot.process().awaitExitCode()).isIn(0, 143);
            assertThat(bot.process().standardError())
                    .doesNotContainPattern(STACK_TRACE_PATTERN)
                    .doesNotContainPattern(SECRET_PATTERN);
            bot.killAndRestart();
            Awaitility.await()
                    .until(() -> platforms.visibleText().contains("Boot web-08.example.com into the rescue kernel?"));
        }
    }

    @Test
    void it_is_not_ready_before_slack_is_connected() {
        Map<String, String> unreachableSlack = settings("SLACK_API_URL", "http://127.0.0.1:9/api/");
        try (BotProcess botProcess = BotProcess.start(unreachableSlack, folder, "serve")) {
            Awaitility.await().until(() -> botProcess.standardOutput().contains("Health: "));
            String healthUrl = botProcess.standardOutput().replaceFirst("(?s).*Health: (\\S+).*", "$1");
            assertThat(platforms.tryGet(healthUrl).status()).isEqualTo(503);
            assertThat(platforms
                            .tryGet(URI.create(healthUrl).resolve("live").toString())
                            .status())
                    .isEqualTo(200);
        }
    }
}
