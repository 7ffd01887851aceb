package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack as it is in large and old organisations: ids, workspaces and addresses that are not told, late deliveries, other companies. */
class SlackWearScenarioTest {

    private static final String QUESTION = "Boot web-07.example.com into the rescue kernel?";

    private static void describe(BotEnvironment environment, String person, String as) {
        environment.injectSlackFault(Map.of("fault", "describe-person", "person", person, "as", as));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "without_team; Slack does not tell this bot which workspace you belong to",
                "with_other_id; under another user id than the one you act with",
                "with_organisation_id; under another user id than the one you act with"
            })
    void what_slack_will_never_tell_is_named_and_nobody_is_sent_to_try_again(String as, String sentence) {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            describe(environment, "asha", as);
            SimulatedUser asha = environment.user("asha");

            asha.type("/rescue web-07").waitForText(sentence);

            assertThat(asha.ephemeralText())
                    .contains("Trying again does not help", "Tell the operator of this bot")
                    .doesNotContain("minute");
            assertThat(environment.providerCommandCount()).isZero();
        }
    }

    @Test
    void whoever_has_an_id_in_the_workspace_and_one_in_the_organisation_is_one_person_and_has_one_vote() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.injectSlackFault(Map.of("fault", "join-enterprise"));
            environment.restartBot();
            describe(environment, "asha", "with_organisation_id");
            SimulatedUser asha = environment.user("asha");

            asha.type("/rescue web-07").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");

            assertThat(environment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void in_an_organisation_every_kind_of_payload_names_it_and_is_served(boolean orgWide) {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.injectSlackFault(Map.of("fault", "join-enterprise", "org_wide", orgWide));
            environment.restartBot();
            SimulatedUser asha = environment.user("asha");

            asha.openHome().waitForHomeText("Rescue a device");
            asha.runShortcut("rescue_device").waitForModalText("Which device?").closeModal();
            String mention = asha.post("@lifeline rescue web-07");
            asha.waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            asha.click("Show access").waitForText("ssh");

            assertThat(asha.repliesTo(mention)).isNotNull();
            assertThat(environment.providerCalls("executeRescueLayer")).isEqualTo(1);
        }
    }

    @Test
    void an_address_that_is_not_told_any_more_is_another_thing_than_one_that_changed() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue whoami").waitForText("You are ");
            environment.editProfile("asha", Map.of("email", ""));
            environment.advanceClock(Duration.ofSeconds(11));
            asha.type("/rescue whoami").waitForText("Slack shows no confirmed e-mail address for you any more");

            environment.editProfile("asha", Map.of("email", "asha@example.com"));
            describe(environment, "asha", "with_unconfirmed_email");
            environment.advanceClock(Duration.ofSeconds(11));
            asha.type("/rescue web-07").waitForMessages(3);
            assertThat(asha.ephemeralTexts())
                    .last()
                    .asString()
                    .contains("no confirmed e-mail address for you any more");

            describe(environment, "asha", "as_usual");
            environment.editProfile("asha", Map.of("email", "else@example.com"));
            environment.advanceClock(Duration.ofSeconds(11));
            asha.type("/rescue whoami").waitForText("is another one than when you were linked");
        }
    }

    @Test
    void without_the_scope_for_addresses_the_bot_says_what_it_lacks_and_a_key_is_the_way_in() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            environment.injectSlackFault(Map.of("fault", "revoke-scope", "scope", "users:read.email"));
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07")
                    .waitForText("This bot may not read e-mail addresses in Slack, because its app lacks the scope");
            assertThat(asha.ephemeralText()).contains("users:read.email", "/rescue link");

            environment.linkAccount("asha");
            asha.type("/rescue web-07").waitForText(QUESTION);
        }
    }

    @Test
    void P1_a_click_that_slack_kept_for_an_hour_starts_nothing_and_is_told_so_once() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText(QUESTION);
            environment.injectSlackFault(Map.of("fault", "stale-envelope", "method", "interactive", "seconds", 3_600));

            asha.click("Yes, boot into rescue").waitForText("Things may have changed since, so nothing was done");

            assertThat(asha.ephemeralTexts()).hasSize(1);
            assertThat(asha.visibleText()).doesNotContain("confirmed.");
            assertThat(environment.auditEntries()).anyMatch(entry -> entry.contains("delivered-late"));
            asha.click("Yes, boot into rescue").waitForText("confirmed.");
        }
    }

    @Test
    void a_mention_that_slack_kept_for_an_hour_starts_nothing_and_one_that_it_repeats_in_time_does() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            environment.injectSlackFault(Map.of("fault", "stale-envelope", "method", "events_api", "seconds", 3_600));
            asha.post("@lifeline rescue web-08");
            asha.waitForText("Things may have changed since, so nothing was done");

            environment.injectSlackFault(Map.of("fault", "stale-envelope", "method", "events_api", "seconds", 365));
            asha.post("@lifeline rescue web-07");
            asha.waitForText(QUESTION);
            assertThat(asha.visibleText()).doesNotContain("Boot web-08.example.com");
        }
    }

    @Test
    void in_a_thread_a_mention_that_was_corrected_by_an_edit_counts_once() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            String alert = environment.postAlert("incident-42", Map.of("text", "web-07 is down"));
            String mention = asha.replyAndReturnTs(alert, "@lifeline rescue web-70");
            asha.waitForText("There is no device web-70");

            asha.edit(mention, "@lifeline rescue web-07");
            await().until(() -> asha.repliesTo(alert).stream().anyMatch(reply -> reply.contains(QUESTION)));
            asha.edit(mention, "@lifeline  rescue web-07 ");

            assertThat(asha.repliesTo(alert).stream().filter(reply -> reply.contains(QUESTION)))
                    .hasSize(1);
        }
    }

    @Test
    void P6_where_another_company_reads_along_addresses_and_logins_are_shown_privately() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha").inChannel("shared-partner");
            SimulatedUser gwen = environment.user("gwen").inChannel("shared-partner");
            asha.type("/rescue web-07 because the customer's database is gone").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            await().until(() -> asha.threadReplies("web-07").stream().anyMatch(reply -> reply.startsWith("Up.")));

            assertThat(gwen.visibleText() + gwen.visibleBlocks())
                    .contains("web-07.example.com is in the rescue kernel", "(not shown in a shared channel)")
                    .doesNotContainPattern("\\d+\\.\\d+\\.\\d+\\.\\d+")
                    .doesNotContain("root", "database is gone", "Private address");
            asha.click("Show access").waitForText("ssh");
            assertThat(asha.ephemeralText()).contains("root@");
            assertThat(gwen.visibleText()).doesNotContain("root@");
        }
    }

    @Test
    void a_channel_that_is_shared_later_gets_no_address_from_then_on() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText("Private address");
            environment.injectSlackFault(Map.of("fault", "share-channel", "channel", "incident-42"));
            environment.advanceClock(Duration.ofSeconds(61));

            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");

            assertThat(asha.visibleText()).doesNotContain("Private address", "Log in as root");
        }
    }

    @Test
    void people_of_the_other_company_are_refused_with_a_sentence_whatever_they_do() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser gwen = environment.user("gwen").inChannel("shared-partner");
            gwen.post("@lifeline rescue web-07");
            gwen.waitForText("This bot serves members of its own workspace only. Ask one of them.");
            gwen.post("@lifeline status");
            await().until(() -> gwen.ephemeralTexts().size() == 2);

            assertThat(gwen.visibleText()).doesNotContain(QUESTION);
            assertThat(environment.providerCommandCount()).isZero();
        }
    }
}
