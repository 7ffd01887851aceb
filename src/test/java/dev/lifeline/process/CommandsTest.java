package dev.lifeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** What an operator types, and what they get to read: also when something is wrong. */
class CommandsTest {

    private static final Pattern SECRETS = Pattern.compile("xoxb-\\w|xapp-\\w|sandbox-lifeline-api-key|hush-hush");
    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at |Exception in thread");

    @TempDir
    Path folder;

    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private Map<String, String> settings() {
        return town.settings(database());
    }

    private String database() {
        return "jdbc:sqlite:" + folder.resolve("lifeline.db");
    }

    private Map<String, String> settings(String name, String value) {
        Map<String, String> changed = settings();
        changed.put(name, value);
        return changed;
    }

    /** One line that says what is wrong, and nothing that helps nobody or tells too much. */
    private static void fails(Spoken spoken, String... words) {
        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.complaint()).startsWith("lifeline: ").contains(words).hasLineCount(1);
        isClean(spoken);
    }

    private static void isClean(Spoken spoken) {
        assertThat(spoken.out() + spoken.err())
                .doesNotContainPattern(STACK_TRACE)
                .doesNotContainPattern(SECRETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "doctor"})
    void all_that_is_missing_is_listed_by_name_at_once(String command) {
        Spoken spoken = Spoken.by(Map.of(), command);

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("4 settings")
                .contains("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SL_USERNAME", "SL_API_KEY");
        isClean(spoken);
    }

    @Test
    void all_that_is_wrong_is_listed_by_name_and_no_secret_with_it() {
        Spoken spoken = Spoken.by(
                Map.of(
                        "SLACK_BOT_TOKEN", "hush-hush",
                        "SLACK_SIGNING_SECRET", " ",
                        "SL_USERNAME", "lifeline",
                        "SL_API_KEY", "hush-hush",
                        "SL_ENDPOINT_URL", "ftp://nowhere",
                        "LIFELINE_HTTP_PORT", "70000"),
                "serve");

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SL_ENDPOINT_URL", "LIFELINE_HTTP_PORT");
        isClean(spoken);
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK_BOT_TOKEN, xoxb-hush-hush-hush, SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN, xapp-hush-hush-hush, SLACK_APP_TOKEN",
        "SL_API_KEY, hush-hush, SL_API_KEY",
        "LIFELINE_DATABASE_URL, jdbc:sqlite:/, jdbc:sqlite:/",
        "LIFELINE_DATABASE_URL, jdbc:postgresql://127.0.0.1:9/bot?user=bot&password=hush-hush, 127.0.0.1:9/bot",
        "LIFELINE_DATABASE_URL, mysql://bot:hush-hush@db, jdbc:postgresql:"
    })
    void serve_ends_with_a_line_that_names_what_is_wrong(String name, String value, String named) {
        fails(Spoken.by(settings(name, value), "serve"), named);
    }

    @Test
    void a_port_in_use_is_a_clear_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            fails(Spoken.by(settings("LIFELINE_HTTP_PORT", port), "serve"), port, "in use");
            fails(Spoken.by(Map.of(), "sandbox", "classic", "--port", port), port, "in use");
            fails(Spoken.by(Map.of(), "sandbox", "slack", "--port", port), port, "in use");
            fails(Spoken.by(Map.of(), "demo", "--port", port), port, "in use");
        }
    }

    @Test
    void the_doctor_finds_all_well() {
        Spoken spoken = Spoken.by(settings(), "doctor");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out().lines()).hasSize(7).allMatch(line -> line.startsWith("ok "));
        isClean(spoken);
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
            String name, String value, String thing, String mend) {
        Spoken spoken = Spoken.by(settings(name, value), "doctor");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.out().lines().filter(line -> line.startsWith("WRONG")))
                .singleElement()
                .asString()
                .contains(thing, mend);
        isClean(spoken);
    }

    @Test
    void the_doctor_names_the_rights_that_the_bot_lacks() {
        Map<String, String> dario = settings("SL_USERNAME", "dario");
        Spoken spoken = Spoken.by(dario, "doctor");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.out()).contains("WRONG provider");
    }

    @Test
    void devices_are_listed_as_the_bot_sees_them() {
        assertThat(Spoken.by(settings(), "devices").out()).contains("web-07.example.com", "db-01.example.com");
        assertThat(Spoken.by(settings(), "devices", "web").out().lines()).hasSize(3);
        assertThat(Spoken.by(settings(), "devices", "web", "--json").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        Spoken none = Spoken.by(settings(), "devices", "nothing");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).contains("no device");
    }

    @Test
    void devices_with_a_wrong_key_or_nobody_there_is_a_clear_line() {
        fails(Spoken.by(settings("SL_API_KEY", "hush-hush"), "devices"), "SL_API_KEY");
        fails(Spoken.by(settings("SL_ENDPOINT_URL", "http://127.0.0.1:9/"), "devices"), "SL_ENDPOINT_URL");
    }

    @Test
    void help_and_what_is_no_command() {
        Spoken help = Spoken.by(Map.of(), "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("serve", "demo", "sandbox", "doctor", "devices", "audit");

        Spoken unknown = Spoken.by(Map.of(), "frobnicate");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("frobnicate");
        isClean(unknown);
    }

    @Test
    void P8_a_rescue_is_on_the_record_and_tampering_shows() throws IOException {
        try (Serving bot = Serving.begins(town, settings(), folder)) {
            assertThat(town.asha("types", "/rescue frobnicate-99")).isTrue();
            bot.program().end();
            assertThat(bot.program().exitCode()).isIn(0, 143);
        }
        Spoken whole = Spoken.by(settings(), "audit", "verify");
        assertThat(whole.exitCode()).isZero();
        Spoken export = Spoken.by(settings(), "audit", "export");
        assertThat(export.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        checkAnchors(whole.out().replaceFirst("(?s).*Newest entry: (\\S+).*", "$1"));

        Jdbi.create(database()).useHandle(handle -> {
            handle.execute("drop trigger audit_log_stays");
            handle.execute("update audit_log set text = replace(text, 'refused', 'granted')");
        });

        Spoken broken = Spoken.by(settings(), "audit", "verify");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).contains("tampered");
        assertThat(Files.exists(folder.resolve("lifeline.db"))).isTrue();
    }

    private void checkAnchors(String newest) {
        Spoken kept = Spoken.by(settings(), "audit", "verify", "--expect", newest);
        assertThat(kept.exitCode()).isZero();
        assertThat(kept.out()).contains("It holds the entry that was kept elsewhere.");
        Spoken other = Spoken.by(settings(), "audit", "verify", "--expect", "1:" + "0".repeat(64));
        assertThat(other.exitCode()).isEqualTo(1);
        Spoken nonsense = Spoken.by(settings(), "audit", "verify", "--expect", "nonsense");
        assertThat(nonsense.exitCode()).isEqualTo(2);
        isClean(nonsense);
        Spoken nobody = Spoken.by(settings(), "audit", "timeline", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(2);
        isClean(nobody);
    }

    @Test
    void P2_a_terminated_bot_ends_within_seconds_and_loses_nothing() {
        try (Serving bot = Serving.begins(town, settings(), folder)) {
            assertThat(town.knock(bot.url() + "/health/live").status()).isEqualTo(200);
            assertThat(town.knock(bot.url() + "/metrics").body())
                    .contains("lifeline_open_requests", "lifeline_slack_ready");
            assertThat(town.asha("types", "/rescue web-08")).isTrue();
            bot.program().end();
            assertThat(bot.program().exitCode()).isIn(0, 143);
            assertThat(bot.program().err()).doesNotContainPattern(STACK_TRACE).doesNotContainPattern(SECRETS);
            bot.killedAndBack();
            Awaitility.await()
                    .until(() -> town.everything().contains("Boot web-08.example.com into the rescue kernel?"));
        }
    }

    @Test
    void it_is_not_ready_before_slack_can_be_heard() {
        Map<String, String> deaf = settings("SLACK_API_URL", "http://127.0.0.1:9/api/");
        try (Program program = Program.starts(deaf, folder, "serve")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> program.out().contains("Health: "));
            String ready = program.out().replaceFirst("(?s).*Health: (\\S+).*", "$1");
            assertThat(town.knock(ready).status()).isEqualTo(503);
            assertThat(town.knock(URI.create(ready).resolve("live").toString()).status())
                    .isEqualTo(200);
        }
    }
}
