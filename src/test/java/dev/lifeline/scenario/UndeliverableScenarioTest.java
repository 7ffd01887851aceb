package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Channels that are archived and people who cannot be written to: whoever waits, or is waited for, is told in a direct message. */
class UndeliverableScenarioTest {

    private static final String BY_NAME = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                approvers: {people: [bruno, dario]}
                break-glass: {allowed: true, review-by: 1h}
            """;
    private static final String BY_ANYBODY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
            """;

    private static void archive(BotEnvironment environment) {
        environment.injectSlackFault(Map.of("fault", "archive-channel", "channel", "incident-42"));
    }

    private static void confirmInArchivedChannel(BotEnvironment environment) {
        SimulatedUser asha = environment.user("asha");
        asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
        archive(environment);
        asha.click("Yes, boot into rescue");
    }

    @Test
    void P2_an_approver_approves_in_the_direct_message_where_the_channel_was_archived_before_yes() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME, "C0INCIDENT42")) {
            confirmInArchivedChannel(environment);

            SimulatedUser asha = environment.user("asha").inDirectMessage();
            asha.waitForText("web-07.example.com: waiting for approval");
            SimulatedUser bruno = environment.user("bruno").inDirectMessage();
            bruno.waitForText("The channel of this request takes no messages from me");
            bruno.click("Approve").waitForText("Done. web-07.example.com");

            asha.waitForText("web-07.example.com is in the rescue kernel");
            assertThat(asha.countMessages("web-07.example.com: waiting for approval"))
                    .isEqualTo(1);
            assertThat(environment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void where_anybody_may_approve_the_requesters_managers_get_the_card() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_ANYBODY).linkAccount("chiara")) {
            confirmInArchivedChannel(environment);

            environment
                    .user("chiara")
                    .inDirectMessage()
                    .waitForText("waiting for approval")
                    .click("Deny");
            environment.user("chiara").inDirectMessage().submit("Why not?", "the backup is running");

            environment.user("asha").inDirectMessage().waitForText("web-07.example.com: denied, nothing was done");
            assertThat(environment.providerCommandCount()).isZero();
        }
    }

    @Test
    void the_reviewers_of_a_break_glass_get_its_review_and_sign_it_in_the_direct_message() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME).linkAccount("chiara")) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("waiting for approval");
            archive(environment);
            asha.click("Break-glass")
                    .submit("Name of the device", "web-07", "Why can it not wait?", "the shop is down");

            SimulatedUser bruno = environment.user("bruno").inDirectMessage();
            bruno.waitForText("emergency override (break-glass), please review");
            environment.user("chiara").inDirectMessage().waitForText("emergency override (break-glass), please review");
            bruno.click("I have reviewed it").waitForText("Done. web-07.example.com");
            asha.inDirectMessage().waitForText("the emergency override (break-glass) was reviewed");
        }
    }

    @Test
    void of_an_approver_who_was_deactivated_the_requester_is_told() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(BY_NAME)) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            environment.injectSlackFault(Map.of("fault", "change-person", "person", "bruno", "to", "deactivated"));
            asha.click("Yes, boot into rescue").waitForText("waiting for approval");

            asha.inDirectMessage().waitForText("cannot be written to");
        }
    }

    @Test
    void where_the_requester_cannot_be_written_to_either_the_next_in_line_is_told() {
        try (BotEnvironment environment = BotEnvironment.accelerated().linkAccount("chiara")) {
            confirmInArchivedChannel(environment);
            environment.injectSlackFault(Map.of("fault", "change-person", "person", "asha", "to", "deactivated"));

            environment
                    .user("chiara")
                    .inDirectMessage()
                    .waitForText("cannot be written to, so you get this as a user manager of theirs");
        }
    }

    @Test
    void a_channel_that_is_opened_again_gets_what_comes_then() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            confirmInArchivedChannel(environment);
            SimulatedUser asha = environment.user("asha");
            asha.inDirectMessage().waitForText("web-07.example.com is in the rescue kernel");

            environment.clearSlackFaults();
            asha.type("/rescue exit web-07").waitForText("End the rescue of web-07.example.com?");
            asha.click("Yes, end the rescue");

            asha.waitForText("web-07.example.com is back");
        }
    }
}
