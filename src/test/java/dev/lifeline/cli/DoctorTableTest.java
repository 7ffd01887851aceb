package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.app.doctor.CheckResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An installation broken in each way that the doctor knows, and the line that says so: {@code src/docs/doctor.md}. Nothing else may be
 * wrong then. {@code -Dgolden=write} writes the page.
 */
class DoctorTableTest {

    private static final Path PAGE = Path.of("src/docs/doctor.md");
    private static final String NOW_MILLIS = "cast(strftime('%s', 'now') as integer) * 1000";

    @TempDir
    Path folder;

    /**
     * One way to break an installation.
     *
     * @param subject of every line that is not ok then
     */
    private record Breakage(String what, String subject, Consumer<Installation> breaks) {}

    private static final List<Breakage> BREAKAGES = List.of(
            new Breakage(
                    "the tokens are swapped",
                    "settings",
                    it -> it.set("SLACK_BOT_TOKEN", SandboxSettings.APP_TOKEN)
                            .set("SLACK_APP_TOKEN", SandboxSettings.BOT_TOKEN)),
            new Breakage("a token is cut off", "slack", it -> it.set("SLACK_BOT_TOKEN", "xoxb-12")),
            new Breakage(
                    "the bot token is revoked, or of nobody",
                    "slack",
                    it -> it.set("SLACK_BOT_TOKEN", "xoxb-hush-hush-hush")),
            new Breakage(
                    "the app-level token is revoked, or of nobody",
                    "slack",
                    it -> it.set("SLACK_APP_TOKEN", "xapp-hush-hush-hush")),
            new Breakage(
                    "the app-level token lacks connections:write",
                    "slack",
                    it -> it.injectSlackFault(
                            Map.of("fault", "api-error", "method", "apps.connections.open", "error", "missing_scope"))),
            new Breakage(
                    "a scope of the manifest is missing",
                    "slack",
                    it -> it.injectSlackFault(Map.of("fault", "revoke-scope", "scope", "chat:write"))),
            new Breakage(
                    "the tokens are of another workspace than the one that is served",
                    "slack",
                    it -> it.set("LIFELINE_WORKSPACES", "T0ELSEWHERE")),
            new Breakage(
                    "the app is installed for a whole organisation, of which no workspace is named",
                    "slack",
                    it -> it.injectSlackFault(Map.of("fault", "join-enterprise", "org_wide", true))),
            new Breakage("Slack is not reached", "slack", it -> it.set("SLACK_API_URL", "http://127.0.0.1:9/api/")),
            new Breakage(
                    "the signing secret is a token",
                    "secret",
                    it -> it.set("SLACK_SIGNING_SECRET", "xapp-1-A0123456789")),
            new Breakage(
                    "a served channel that the bot is not in",
                    "channels",
                    it -> it.set("LIFELINE_CHANNELS", it.channelId("incident-42") + "," + it.channelId("random"))),
            new Breakage(
                    "a served channel that does not exist", "channels", it -> it.set("LIFELINE_CHANNELS", "C0NOSUCH1")),
            new Breakage("the provider's key is wrong", "provider", it -> it.set("SL_API_KEY", "hush-hush")),
            new Breakage(
                    "the provider is not reached", "provider", it -> it.set("SL_ENDPOINT_URL", "http://127.0.0.1:9/")),
            new Breakage(
                    "the bot's user lacks rights of its own and sees nobody",
                    "provider|users",
                    it -> it.set("SL_USERNAME", "307608_dario@example.com").set("SL_API_KEY", "sandbox-dario-api-key")),
            new Breakage(
                    "the key of a further account is wrong",
                    "provider",
                    it -> it.addAccount("SL_API_KEY_LAB", "hush-hush")),
            new Breakage(
                    "a further account is not reached",
                    "provider",
                    it -> it.addAccount("SL_ENDPOINT_URL_LAB", "http://127.0.0.1:9/")),
            new Breakage("the rescue image is none", "image", it -> it.set("LIFELINE_RESCUE_IMAGE", "4711")),
            new Breakage(
                    "no device is reached from this host",
                    "reach",
                    it -> it.set("LIFELINE_SSH_PORT", "9").set("LIFELINE_RDP_PORT", "9")),
            new Breakage(
                    "the database is not reached",
                    "database",
                    it -> it.set("LIFELINE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/lifeline")),
            new Breakage(
                    "the database is another program's", "database", it -> it.execute("create table orders (id int)")),
            new Breakage(
                    "the database is of an older release",
                    "database",
                    it -> it.migrateAndExecute("delete from flyway_schema_history where installed_rank = "
                            + "(select max(installed_rank) from flyway_schema_history)")),
            new Breakage(
                    "the database is of a newer release",
                    "database",
                    it -> it.migrateAndExecute(
                            "insert into flyway_schema_history select installed_rank + 1000, '99.1', 'x', type, 'V99_1__x.sql', "
                                    + "checksum, installed_by, installed_on, execution_time, success "
                                    + "from flyway_schema_history where version = '1.1'")),
            new Breakage("this host's clock is off", "clock", it -> it.setClockAhead(Duration.ofHours(-1))),
            new Breakage(
                    "the clock of a replica's host is off",
                    "replicas",
                    it -> it.migrateAndExecute("insert into replicas values ('7@web-1', '0.1.0', " + NOW_MILLIS
                            + ", 600000), ('7@web-2', '0.1.0', " + NOW_MILLIS + ", 0)")),
            new Breakage(
                    "replicas run different releases",
                    "replicas",
                    it -> it.migrateAndExecute("insert into replicas values ('7@web-1', '0.1.0', " + NOW_MILLIS
                            + ", 0), ('7@web-2', '0.2.0', " + NOW_MILLIS + ", 0)")),
            new Breakage(
                    "further workspaces may install the bot, and the settings for that are missing",
                    "settings",
                    it -> it.set("LIFELINE_INSTALL_WORKSPACES", "T0SECOND")),
            new Breakage("a further workspace has not installed the bot", "workspaces|pages", it -> mayInstall(it)),
            new Breakage(
                    "a further workspace has removed the app",
                    "workspaces|pages",
                    it -> mayInstall(it).migrateAndExecute(installation("null, null, null, 'UNINSTALLED'"))),
            new Breakage(
                    "the key with which the tokens of a further workspace were encrypted is lost",
                    "workspaces|pages",
                    it -> mayInstall(it).migrateAndExecute(installation("'deadbeef', 'c2VhbGVk', null, 'INSTALLED'"))),
            new Breakage(
                    "the public URL is this machine",
                    "pages",
                    it -> it.set("LIFELINE_PUBLIC_URL", "https://localhost:8443")),
            new Breakage(
                    "the public URL has a host that nobody knows",
                    "pages",
                    it -> it.set("LIFELINE_PUBLIC_URL", "https://lifeline.invalid")),
            new Breakage(
                    "a proxy is set where the bot does not look",
                    "proxy",
                    it -> it.set("ALL_PROXY", "http://proxy.example.com:3128")),
            new Breakage("the policy is no policy", "settings", it -> it.setPolicy("approvals: many")),
            new Breakage(
                    "the policy names a group that Slack does not know",
                    "policy",
                    it -> it.setPolicy("approvals: 1", "approvers: {groups: [no-such-group]}")),
            new Breakage(
                    "the policy names a person by handle",
                    "policy",
                    it -> it.setPolicy(
                            "match: {tags: [prod]}",
                            "approvals: 1",
                            "approvers: {people: [chiara, elena@example.com]}")),
            new Breakage(
                    "a rule matches nothing",
                    "policy",
                    it -> it.setPolicy("match: {tags: [no-such-tag]}", "deny: \"No.\"")));

    private static Installation mayInstall(Installation it) {
        return it.set("LIFELINE_INSTALL_WORKSPACES", "T0SECOND")
                .set("SLACK_CLIENT_ID", "1000000000.1000000000")
                .set("SLACK_CLIENT_SECRET", "hush-hush")
                .set("LIFELINE_ENCRYPTION_KEY", "aHVzaC1odXNoLWh1c2gtaHVzaC1odXNoLWh1c2gtaHU=")
                .set("LIFELINE_PUBLIC_URL", "https://localhost:8443");
    }

    private static String installation(String tokensAndState) {
        return "insert into slack_installations values ('T0SECOND', 'Partner Ltd', null, 'A0LIFELINE', 'U0LIFELINE', '', "
                + tokensAndState + ", 1, 0)";
    }

    @Test
    void each_way_to_break_an_installation_is_told_with_its_mend() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Breakage breakage : BREAKAGES) rows.add(row(breakage));
        rows.add(portInUse());
        String page = HEAD + String.join("\n", rows) + "\n" + TAIL;
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String row(Breakage breakage) throws IOException {
        Path own = Files.createTempDirectory(folder, "broken");
        try (Installation installation = new Installation(own)) {
            breakage.breaks().accept(installation);
            List<CheckResult> found = installation.examine().stream()
                    .filter(result -> result.verdict() != CheckResult.Verdict.OK)
                    .toList();
            assertThat(found)
                    .as(breakage.what())
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.subject()).matches(breakage.subject()))
                    .noneMatch(result -> result.line().contains("hush"));
            return "| " + breakage.what() + " | "
                    + found.stream().map(result -> masked(result, own)).collect(Collectors.joining("<br>")) + " |";
        }
    }

    private String portInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            return row(new Breakage(
                    "the port belongs to another program", "ports", it -> it.set("LIFELINE_HTTP_PORT", port)));
        }
    }

    /** Without what differs from run to run. */
    private static String masked(CheckResult result, Path folder) {
        String message = result.message()
                .replace(folder.toString(), "…")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\b(3599|3600|3601) s\\b", "3600 s")
                .replace("|", "\\|");
        return "`" + result.verdict() + " " + result.subject() + "` " + message;
    }

    private static final String HEAD = """
            # What `doctor` finds

            `java -jar lifeline.jar doctor` checks an installation and changes nothing: one line each, `--json` for programs, exit code 1 where something
            is wrong, 2 where the settings cannot be read. `/rescue doctor` gives the same lines to the account's owner, privately. Tokens, keys and
            passwords are never in them. Printed by `DoctorTableTest`, which breaks an installation in each of these ways, and in no other:

            | Broken | Line |
            |---|---|
            """;

    private static final String TAIL = """

            What it cannot know: whether a browser elsewhere reaches the link pages (it tells what it sees from its own host, and says so), whether Slack
            accepts the signing secret (only a signed request shows that), and whether a firewall that lets the bot's probe through today does so tomorrow.
            """;
}
