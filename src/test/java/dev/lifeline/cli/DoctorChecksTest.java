package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.app.doctor.CheckResult;
import dev.lifeline.app.doctor.DoctorChecks;
import dev.lifeline.config.Settings;
import dev.lifeline.config.SettingsReader;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.slack.webapi.BotScope;
import dev.lifeline.testkit.ConnectProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation that is broken in one way: which line says so, and with what remedy. */
class DoctorChecksTest {

    @TempDir
    Path folder;

    private FakeSlack slack;
    private FakeSoftLayer softLayer;
    private final Map<String, String> environment = new HashMap<>();

    DoctorChecksTest() throws IOException {
        slack = FakeSlack.start(SlackOptions.onPort(0));
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0));
    }

    @BeforeEach
    void configure() {
        environment.put("SLACK_BOT_TOKEN", SandboxSettings.BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", SandboxSettings.APP_TOKEN);
        environment.put("SLACK_API_URL", slack.url() + "/api/");
        environment.put("SL_USERNAME", "lifeline");
        environment.put("SL_API_KEY", "sandbox-lifeline-api-key");
        environment.put("SL_ENDPOINT_URL", softLayer.url() + "/rest/v3.1/");
        environment.put("LIFELINE_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("lifeline.db"));
        environment.put("LIFELINE_HTTP_PORT", "0");
        environment.put("LIFELINE_SSH_PORT", Integer.toString(softLayer.sshPort()));
        environment.put("LIFELINE_RDP_PORT", Integer.toString(softLayer.rdpPort()));
    }

    @AfterEach
    void close() {
        softLayer.close();
        slack.close();
    }

    private List<CheckResult> examine() {
        return examine(InstantSource.system());
    }

    private List<CheckResult> examine(InstantSource clock) {
        Settings settings = SettingsReader.read(environment, Optional.empty());
        return new DoctorChecks(settings, environment, clock).run();
    }

    /** The only line that is not ok. */
    private static void assertOnly(
            List<CheckResult> results, CheckResult.Verdict verdict, String subject, String... said) {
        assertThat(results.stream().filter(result -> result.verdict() != CheckResult.Verdict.OK))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo(verdict);
                    assertThat(result.subject()).isEqualTo(subject);
                    assertThat(result.message()).contains(said);
                });
    }

    private static void assertWrong(List<CheckResult> results, String subject, String... said) {
        assertOnly(results, CheckResult.Verdict.WRONG, subject, said);
    }

    private static void assertWarning(List<CheckResult> results, String subject, String... said) {
        assertOnly(results, CheckResult.Verdict.WARN, subject, said);
    }

    private void post(String path, Map<String, Object> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + path))
                    .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void injectSlackFault(Map<String, Object> fault) {
        post("/sandbox/faults", fault);
    }

    private String channelId(String name) {
        JsonNode world;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/world"))
                    .build();
            world = new ObjectMapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        for (JsonNode channel : world.path("channels"))
            if (channel.path("name").asText().equals(name))
                return channel.path("id").asText();
        throw new AssertionError("no channel " + name);
    }

    @Test
    void the_workspaces_of_an_app_that_is_installed_for_an_organisation_have_to_be_named() {
        injectSlackFault(Map.of("fault", "join-enterprise", "org_wide", true));
        assertWarning(examine(), "slack", "LIFELINE_WORKSPACES names no workspace", "(T0LIFELINE)");

        environment.put("LIFELINE_WORKSPACES", "T0ELSEWHERE");
        assertThat(examine()).allMatch(result -> result.verdict() == CheckResult.Verdict.OK);
    }

    @Test
    void nothing_is_wrong_with_the_stand_ins_as_they_are() {
        assertThat(examine()).allMatch(result -> result.verdict() == CheckResult.Verdict.OK);
    }

    @Test
    void each_scope_that_is_missing_is_named() {
        for (String scope : List.of("chat:write", "commands"))
            injectSlackFault(Map.of("fault", "revoke-scope", "scope", scope));

        assertWrong(examine(), "slack", "lacks chat:write, commands: add", "install the app again");
    }

    @ParameterizedTest
    @EnumSource(BotScope.class)
    void a_scope_that_may_be_left_out_is_a_warning_with_what_is_lost(BotScope scope) {
        if (!scope.isOptional()) return;
        injectSlackFault(Map.of("fault", "revoke-scope", "scope", scope.scopeName()));

        assertWarning(
                examine(), "slack", "lacks " + scope.scopeName() + ", which may be left out", scope.lossWithout());
    }

    @Test
    void scopes_that_the_bot_never_uses_are_named_and_no_harm() {
        post("/sandbox/app", Map.of("scopes", withScope("files:write")));

        assertThat(examine().get(1).line())
                .startsWith("ok")
                .contains("the token holds files:write too, which the bot never uses");
    }

    /** Those that the bot needs, and one more. */
    private static List<String> withScope(String superfluous) {
        Set<String> scopes = new TreeSet<>(BotScope.names());
        scopes.add(superfluous);
        return List.copyOf(scopes);
    }

    @Test
    void an_app_token_that_opens_no_connection_is_found_before_the_bot_waits_for_one() {
        injectSlackFault(Map.of("fault", "api-error", "method", "apps.connections.open", "error", "missing_scope"));

        assertWrong(examine(), "slack", "SLACK_APP_TOKEN", "missing_scope", "connections:write");
    }

    @Test
    void served_channels_that_the_bot_is_not_in_or_that_do_not_exist_are_named() {
        environment.put("LIFELINE_CHANNELS", channelId("incident-42") + "," + channelId("random"));
        assertWrong(examine(), "channels", "not in #random", "/invite");

        environment.put("LIFELINE_CHANNELS", channelId("incident-42") + ",C0NOSUCH1");
        assertWrong(examine(), "channels", "C0NOSUCH1", "does not exist");
    }

    @Test
    void a_token_where_the_signing_secret_belongs_is_seen() {
        environment.put("SLACK_SIGNING_SECRET", "xapp-1-A0123456789");

        assertWrong(examine(), "secret", "Basic Information");
    }

    @ParameterizedTest
    @CsvSource({"600, WRONG, 600 s ahead of Slack's clock", "-30, WARN, 30 s behind Slack's clock"})
    void a_clock_that_is_off_is_told_by_how_much(long seconds, CheckResult.Verdict verdict, String said) {
        List<CheckResult> results = examine(() -> Instant.now().plus(Duration.ofSeconds(seconds)));

        assertThat(results.stream().filter(result -> result.subject().equals("clock")))
                .hasSize(2)
                .allMatch(result -> result.verdict() == verdict)
                .anyMatch(result -> result.message()
                        .matches(".*(" + said.replace("600", "(599|600|601)").replace("30", "(29|30|31)") + ").*"));
    }

    @Test
    void a_port_that_another_program_has_is_named() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("LIFELINE_HTTP_PORT", Integer.toString(other.getLocalPort()));

            assertWrong(examine(), "ports", Integer.toString(other.getLocalPort()), "LIFELINE_HTTP_PORT");
        }
    }

    @Test
    void the_right_that_the_provider_s_user_lacks_is_named() {
        environment.put("SL_USERNAME", "307608_dario@example.com");
        environment.put("SL_API_KEY", "sandbox-dario-api-key");

        assertThat(examine().stream().filter(result -> !result.passed()))
                .singleElement()
                .extracting(CheckResult::message)
                .asString()
                .contains("SERVER_RELOAD", "have an administrator grant it");
    }

    @Test
    void a_rescue_image_that_is_none_is_doubted() {
        environment.put("LIFELINE_RESCUE_IMAGE", "4711");

        assertWarning(examine(), "image", "4711", "disk image");
    }

    @Test
    void a_database_of_another_program_is_named() throws SQLException {
        try (Connection connection = DriverManager.getConnection(environment.get("LIFELINE_DATABASE_URL"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (id int)");
        }

        assertWrong(examine(), "database", "another program", "LIFELINE_DATABASE_URL");
    }

    @Test
    void a_proxy_that_is_set_where_the_bot_does_not_look_is_told() {
        environment.put("ALL_PROXY", "http://proxy.example.com:3128");

        assertWarning(examine(), "proxy", "ALL_PROXY", "set HTTPS_PROXY");
    }

    @Test
    void P6_the_proxy_of_each_platform_is_named_without_its_password() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.requiring("lifeline", "hush:hush")) {
            environment.put("HTTPS_PROXY", "http://lifeline:hush%3Ahush@127.0.0.1:" + proxy.port());
            environment.put("NO_PROXY", "elsewhere.example.com");
            environment.put(
                    "SL_ENDPOINT_URL", softLayer.url().replace("127.0.0.1", "classic.example.com") + "/rest/v3.1/");

            List<CheckResult> results = examine();

            assertThat(results).allMatch(result -> result.verdict() == CheckResult.Verdict.OK);
            assertThat(results.get(results.size() - 1).message())
                    .contains("Slack directly, the provider through 127.0.0.1:" + proxy.port())
                    .contains("SSH and RDP go through no proxy")
                    .doesNotContain("hush");
            assertThat(proxy.passages()).isNotEmpty();
        }
    }

    @Test
    void a_proxy_that_lets_nothing_through_is_told_from_a_platform_that_does_not_answer() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.refusing("403 Forbidden")) {
            environment.put("https_proxy", "127.0.0.1:" + proxy.port());
            environment.put("SLACK_API_URL", "https://slack.example.com/api/");
            assertWrong(examine(), "slack", "Slack cannot be reached: the proxy 127.0.0.1:", "HTTP 403", "NO_PROXY");

            environment.put("SLACK_API_URL", slack.url() + "/api/");
            environment.put("SL_ENDPOINT_URL", "https://classic.example.com/rest/v3.1/");
            assertWrong(examine(), "provider", "the proxy 127.0.0.1:", "classic.example.com", "HTTP 403");
        }
    }

    @Test
    void an_approver_by_handle_is_told_with_the_id_to_write() throws IOException {
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(
                policy,
                "otherwise: permission\nrules:\n  - name: production\n    match: {tags: [prod]}\n    approvals: 1\n"
                        + "    approvers: {people: [bruno, U0ASHA]}\n");
        environment.put("LIFELINE_POLICY", policy.toString());

        assertWarning(examine(), "policy", "bruno is named by handle", "write U");
    }

    @Test
    void approvers_who_still_have_to_show_who_they_are_are_told_beforehand() throws IOException {
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(
                policy,
                "otherwise: permission\nrules:\n  - name: production\n    match: {tags: [prod]}\n    approvals: 1\n"
                        + "    approvers: {people: [U0CHIARA, elena@example.com]}\n");
        environment.put("LIFELINE_POLICY", policy.toString());

        assertWarning(examine(), "policy", "rule production: U0CHIARA, U0ELENA", "type /rescue link");
    }

    @Test
    void P6_a_check_prints_no_secret_and_fits_on_one_line_of_json() throws JsonProcessingException {
        environment.put("SLACK_SIGNING_SECRET", "xapp-hush-hush-hush");

        for (CheckResult result : examine()) {
            assertThat(result.line())
                    .doesNotContain("hush")
                    .doesNotContain("\n")
                    .doesNotContain("sandbox-lifeline-api-key");
            assertThat(new ObjectMapper().writeValueAsString(result.fields())).startsWith("{\"check\":\"");
        }
    }
}
