package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.slack.webapi.BotScope;
import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import dev.lifeline.testkit.SlackCallLog;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bot does for whom the administrator left out every scope that may be left out. */
class OptionalScopesScenarioTest {

    private static final String QUESTION = "Boot web-07.example.com into the rescue kernel?";

    private static final String POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {%s}
                approvals: 1
                approvers: {%s}
            """;

    private static void revokeOptionalScopes(BotEnvironment environment) {
        Stream.of(BotScope.values())
                .filter(BotScope::isOptional)
                .forEach(scope ->
                        environment.injectSlackFault(Map.of("fault", "revoke-scope", "scope", scope.scopeName())));
    }

    @Test
    void a_rescue_goes_there_and_back_without_any_scope_that_may_be_left_out() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            revokeOptionalScopes(environment);
            environment.restartBot();
            environment.linkAccount("asha");
            SimulatedUser asha = environment.user("asha");

            asha.type("/rescue web-07").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            assertThat(asha.visibleText()).doesNotContain("Log in as root");
            asha.click("Show access").waitForText("root@");
            asha.click("End rescue").waitForText("web-07.example.com is back in its installed system");
        }
    }

    @Test
    void approvers_who_cannot_be_written_to_approve_in_the_channel() {
        String policy = POLICY.formatted("hostname: \"web-*\"", "people: [U0BRUNO, U0CHIARA]");
        try (BotEnvironment environment = BotEnvironment.withPolicy(policy)) {
            revokeOptionalScopes(environment);
            environment.restartBot();
            environment.linkAccount("asha").linkAccount("bruno").linkAccount("chiara");
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com: waiting for approval");

            environment.user("bruno").click("Approve");

            asha.waitForText("approved (1 of 1).").waitForText("web-07.example.com is in the rescue kernel");
            assertThat(new SlackCallLog(environment).count("conversations.open"))
                    .isBetween(1L, 11L);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "usergroups:read; hostname: \"web-*\"; groups: [oncall-leads], people: [U0BRUNO]",
                "channels:read; channels: [\"incident-*\"]; people: [U0BRUNO, U0CHIARA]"
            })
    void what_a_policy_asks_for_and_nobody_may_look_up_is_refused_with_the_remedy(
            String scope, String match, String approvers) {
        try (BotEnvironment environment = BotEnvironment.withPolicy(POLICY.formatted(match, approvers))) {
            environment.injectSlackFault(Map.of("fault", "revoke-scope", "scope", scope));
            environment.advanceClock(Duration.ofSeconds(61)); // names are remembered for a minute
            SimulatedUser asha = environment.user("asha");

            asha.type("/rescue web-07").waitForText("Who has to agree cannot be found out, so nothing was done.");

            assertThat(asha.ephemeralText())
                    .contains("Trying again does not help", "Tell the operator of this bot")
                    .doesNotContain("minute");
        }
    }
}
