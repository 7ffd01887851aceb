package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code doctor} and {@code serve} tell an operator about the policy file. */
class PolicyCommandsTest {

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

    private Map<String, String> settings(String policy) {
        Map<String, String> settings = platforms.settings("jdbc:sqlite:" + folder.resolve("lifeline.db"));
        settings.put("LIFELINE_POLICY", policy);
        return settings;
    }

    @Test
    void the_policy_to_begin_with_is_safe_and_the_doctor_shows_what_it_matches() {
        CliOutput cliOutput = CliOutput.run(settings("src/docs/policy.yaml"), "doctor");

        assertThat(cliOutput.exitCode()).isZero();
        assertThat(cliOutput.standardOutput())
                .contains("rule production matches 1 of 9 devices now (db-01.example.com);"
                        + " approvals needed: 1, from oncall-leads (")
                .contains("WARN  policy    rule never: no device has a tag that matches 'do-not-touch'")
                .doesNotContain("walked around");
    }

    @Test
    void a_policy_that_nobody_would_notice_to_be_without_effect_is_warned_of() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), """
                otherwise: permission
                rules:
                  - {name: here, match: {channels: ["#incident-*"]}, approvals: 1}
                  - {name: tagged, match: {tags: [production]}, approvals: 1}
                  - {name: regex, match: {hostname: "^db-.*$"}, approvals: 1}
                """);
        CliOutput cliOutput = CliOutput.run(settings(policy.toString()), "doctor");

        assertThat(cliOutput.exitCode()).isZero();
        assertThat(cliOutput.standardOutput().lines().filter(line -> line.startsWith("WARN")))
                .anyMatch(line -> line.contains("rule here: can be walked around") && line.contains("direct message"))
                .anyMatch(line -> line.contains("rule tagged: no device has a tag that matches 'production'"))
                .anyMatch(line -> line.contains("rule regex: no device has a host name that matches"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "doctor"})
    void a_policy_that_does_not_say_what_holds_for_the_rest_ends_the_start(String command) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "rules: [{name: web, approvals: 1}]");
        CliOutput cliOutput = CliOutput.run(settings(policy.toString()), command);

        assertThat(cliOutput.exitCode()).isEqualTo(2);
        assertThat(cliOutput.errorWithoutLog())
                .contains("LIFELINE_POLICY policy.yaml line 1: otherwise is missing: a rule asks for approvals");
        CliCommandsTest.assertNoSecretsOrTraces(cliOutput);
    }

    @Test
    void a_policy_that_its_people_cannot_satisfy_ends_the_start() throws IOException {
        Path policy = Files.writeString(
                folder.resolve("policy.yaml"),
                "{otherwise: deny, rules: [{name: web, approvals: 1, approvers: {groups: [nobody-like-that]}}]}");
        CliOutput cliOutput = CliOutput.run(settings(policy.toString()), "serve");

        assertThat(cliOutput.exitCode()).isEqualTo(2);
        assertThat(cliOutput.errorWithoutLog()).contains("there is no Slack user group nobody-like-that");
        CliCommandsTest.assertNoSecretsOrTraces(cliOutput);
    }
}
