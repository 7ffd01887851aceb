package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** A policy says whose requests a rule is for, who is asked and who may approve, which way is open instead, and whom a webhook wakes. */
class PolicyPeopleScenarioTest {

    private static SimulatedUser ask(BotEnvironment environment, String person) {
        SimulatedUser user = environment.user(person);
        user.type("/rescue web-07").waitForText("web-07.example.com");
        return user;
    }

    @Test
    void a_rule_is_for_the_requests_of_those_whom_it_names() {
        String leadsAreFree = """
                otherwise: permission
                rules:
                  - name: others
                    match: {requester: {people: [asha]}}
                    approvals: 1
                """;
        try (BotEnvironment environment = BotEnvironment.withPolicy(leadsAreFree)) {
            SimulatedUser asha = ask(environment, "asha");
            asha.waitForText("Boot web-07.example.com")
                    .click("Yes, boot into rescue")
                    .waitForText("waiting for approval");
            asha.click("Withdraw").waitForText("web-07.example.com: cancelled");

            SimulatedUser bruno = environment.user("bruno");
            bruno.type("/rescue web-07").waitForText("Boot web-07.example.com");
            bruno.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void P5_who_is_not_pinged_may_approve_all_the_same() {
        String quiet = """
                otherwise: permission
                rules:
                  - name: web
                    approvals: 1
                    approvers: {groups: [oncall-leads], people: [bruno, elena]}
                    notify: {people: [elena]}
                """;
        try (BotEnvironment environment =
                BotEnvironment.withPolicy(quiet).linkAccount("elena").linkAccount("chiara")) {
            SimulatedUser asha = ask(environment, "asha");
            asha.click("Yes, boot into rescue").waitForText("Waiting for approval. Asked: <@U0ELENA>");
            asha.waitForText("2 more may approve and are not pinged");
            environment.user("elena").inDirectMessage().waitForText("asks for your approval");
            SimulatedUser bruno = environment.user("bruno");
            assertThat(bruno.inDirectMessage().visibleText()).doesNotContain("asks for your approval");
            bruno.openHome().waitForHomeText("Approve");

            bruno.click("Approve");

            asha.waitForText("<@U0BRUNO> approved (1 of 1)");
        }
    }

    @Test
    void a_refusal_names_the_way_that_is_open_instead() {
        String storage = """
                otherwise: permission
                rules:
                  - name: never
                    match: {hostname: "web-*"}
                    deny: "The storage team alone rescues it."
                    instead: "ask in #storage, day and night"
                """;
        try (BotEnvironment environment = BotEnvironment.withPolicy(storage)) {
            environment.user("asha").type("/rescue web-07").waitForText("Instead: ask in #storage, day and night");
            environment.editProfile("bruno", Map.of("locale", "it-IT"));
            environment
                    .user("bruno")
                    .type("/rescue web-07")
                    .waitForText("In alternativa: ask in #storage, day and night");
        }
    }

    @Test
    void so_does_a_request_that_nobody_answered() {
        String busy = """
                otherwise: permission
                rules:
                  - name: web
                    approvals: 1
                    approve-by: 10m
                    instead: "call the duty officer"
                """;
        try (BotEnvironment environment = BotEnvironment.withPolicy(busy)) {
            SimulatedUser asha = ask(environment, "asha");
            asha.click("Yes, boot into rescue").waitForText("waiting for approval");
            environment.advanceClock(Duration.ofMinutes(11));
            asha.waitForText("Instead: call the duty officer");
        }
    }

    @Test
    void nobody_answers_so_a_signed_webhook_wakes_people_and_a_failure_is_said() throws Exception {
        try (MockWebServer pager = new MockWebServer()) {
            pager.start();
            pager.enqueue(new MockResponse.Builder().code(200).build());
            pager.enqueue(new MockResponse.Builder().code(404).build());
            String waking = """
                    otherwise: permission
                    rules:
                      - name: web
                        approvals: 1
                        remind: {after: 5m, then: {webhook: "%s"}}
                        approve-by: 20m
                    """.formatted(pager.url("/wake"));
            try (BotEnvironment environment = BotEnvironment.withPolicy(waking)) {
                SimulatedUser asha = ask(environment, "asha");
                asha.click("Yes, boot into rescue").waitForText("waiting for approval");
                environment.advanceClock(Duration.ofMinutes(6));
                asha.waitForText("A webhook at " + pager.getHostName() + " is called, too");
                var call = pager.takeRequest();
                assertThat(call.getHeaders().get("webhook-signature")).startsWith("v1,");
                assertThat(call.getBody().utf8())
                        .contains("approval-reminder", "web-07.example.com", "U0ASHA")
                        .doesNotContain("drill");
                asha.click("Withdraw").waitForText("web-07.example.com: cancelled");

                asha.type("/rescue web-08").waitForText("Boot web-08.example.com");
                asha.click("Yes, boot into rescue").waitForText("web-08.example.com: waiting for approval");
                environment.advanceClock(Duration.ofMinutes(6));
                asha.waitForText("The webhook that was to wake people outside Slack did not get through");
                assertThat(environment.auditEntries()).anyMatch(entry -> entry.contains("webhook-failed"));
            }
        }
    }

    @Test
    void the_webhook_of_a_drill_says_that_it_is_one() throws Exception {
        try (MockWebServer pager = new MockWebServer()) {
            pager.start();
            pager.enqueue(new MockResponse.Builder().code(200).build());
            String waking = """
                    otherwise: permission
                    rules:
                      - name: web
                        approvals: 1
                        remind: {after: 5m, then: {webhook: "%s"}}
                        approve-by: 20m
                    """.formatted(pager.url("/wake"));
            try (BotEnvironment environment = BotEnvironment.withPolicy(waking)) {
                SimulatedUser asha = environment.user("asha");
                asha.type("/rescue drill web-07").waitForText("Boot drill:web-07.example.com");
                asha.click("Yes, boot into rescue").waitForText("waiting for approval");
                environment.advanceClock(Duration.ofMinutes(6));

                assertThat(pager.takeRequest().getBody().utf8())
                        .contains("\"drill\":\"true\"", "\"device\":\"drill:web-07");
            }
        }
    }
}
