package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.SimulatedUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways into a rescue; all end in the same confirmation. */
class WaysInScenarioTest {

    private static final String QUESTION = "Boot web-07.example.com into the rescue kernel?";

    private static final String POLICY = """
            otherwise: permission
            rules:
              - name: incidents
                match: {hostname: "web-*"}
                reason: "INC-[0-9]+.*"
                reason-hint: "an incident number first, such as INC-4711"
            """;

    @Test
    void what_is_pasted_is_read_as_it_is_meant() {
        List<String> pasted = List.of(
                "web-07.example.com.",
                "web\u201307",
                "root@web-07",
                "web-07:22",
                "https://web-07/",
                "<https://web-07|web-07>",
                "`WEB-07`",
                "ssh root@web-07 -p 22");
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07").waitForText(QUESTION);
            for (int next = 0; next < pasted.size(); next++) {
                asha.type("/rescue " + pasted.get(next)).waitForMessages(next + 2);
            }

            assertThat(asha.ephemeralTexts())
                    .hasSize(pasted.size())
                    .allMatch(text -> text.contains("web-07.example.com has an open request already"));
        }
    }

    @Test
    void a_second_request_joins_the_first_and_links_to_it() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            SimulatedUser bruno = environment.user("bruno");
            asha.type("/rescue web-07").waitForText(QUESTION);
            bruno.type("/rescue web-07 because me too").waitForText("has an open request already");

            assertThat(bruno.visibleBlocks()).contains("Open the card").contains("/archives/");
        }
    }

    @Test
    void the_reason_in_the_command_stands_on_the_card_and_in_the_thread() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07 because disk full").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("confirmed: disk full");
        }
    }

    @Test
    void words_behind_the_device_are_asked_about() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07 disk full").waitForText("Is this the reason to rescue web-07.example.com?");
            assertThat(asha.visibleText()).doesNotContain(QUESTION);

            asha.click("Yes, that is the reason").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("confirmed: disk full");
            asha.type("/rescue nowhere disk full").waitForText("I do not know nowhere disk full");
        }
    }

    @Test
    void a_device_that_was_renamed_while_its_reason_was_asked_about_is_not_rescued() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue tiny-01 disk full").waitForText("Is this the reason");
            environment.renameDevice("tiny-01", "tiny-02");

            asha.click("No, go on without a reason").waitForText("is called tiny-02.example.com by now");

            assertThat(asha.visibleText()).doesNotContain("into the rescue kernel?");
        }
    }

    @Test
    void a_reason_that_fits_the_policy_needs_no_form() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(POLICY)) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07 -- INC-4711 disk full").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForText("confirmed: INC-4711 disk full");
        }
    }

    @Test
    void a_reason_that_does_not_fit_is_told_so_at_the_field_and_nothing_typed_is_lost() {
        try (BotEnvironment environment = BotEnvironment.withPolicy(POLICY)) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue web-07 because disk full").waitForText(QUESTION);
            asha.click("Yes, boot into rescue").waitForModalText("an incident number first, such as INC-4711");
            asha.submit();

            assertThat(asha.openModalErrors()).contains("an incident number first, such as INC-4711");
            assertThat(asha.openModal().toString()).contains("disk full");
            assertThat(asha.visibleText()).doesNotContain("confirmed");

            asha.submit("Why?", "INC-4711 disk full").waitForText("confirmed: INC-4711 disk full");
            assertThat(asha.openModalText()).isEmpty();
        }
    }

    @Test
    void the_bare_command_opens_a_picker_of_what_one_may_see() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser bruno = environment.user("bruno");
            bruno.type("/rescue").waitForModalText("Which device?");

            assertThat(bruno.typeAhead("device_picked", "")).hasSize(2);
            assertThat(bruno.typeAhead("device_picked", "prod"))
                    .singleElement()
                    .asString()
                    .startsWith("db-01");
            assertThat(bruno.typeAhead("device_picked", "web-08"))
                    .containsExactly("web-08 is not in the list: look it up");
            assertThat(bruno.typeAhead("device_picked", "a-line-that-was-pasted-".repeat(20)))
                    .singleElement()
                    .asString()
                    .isEqualTo("a-line-that-was-pasted-a-line-… is not in the list: look it up");
            String web = bruno.typeAhead("device_picked", "web").get(0);
            bruno.submit("Which device?", web, "Why?", "disk full").waitForText(QUESTION);
            bruno.click("Yes, boot into rescue").waitForText("confirmed: disk full");
        }
    }

    @Test
    void a_picked_device_that_was_renamed_or_is_not_ones_own_has_its_sentence() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.type("/rescue").waitForModalText("Which device?");
            String tiny = asha.typeAhead("device_picked", "tiny").get(0);
            environment.renameDevice("tiny-01", "tiny-02");
            asha.submit("Which device?", tiny).waitForText("is called tiny-02.example.com by now");

            SimulatedUser bruno = environment.user("bruno");
            bruno.type("/rescue").waitForModalText("Which device?");
            String other = bruno.typeAhead("device_picked", "web-08").get(0);
            bruno.submit("Which device?", other).waitForText("There is no device web-08 that you have access to");
        }
    }

    @Test
    void who_has_no_device_reads_so_in_the_picker() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser farid = environment.user("farid");
            farid.type("/rescue").waitForModalText("No active user of the cloud account has your e-mail");
            assertThat(farid.typeAhead("device_picked", "web")).isEmpty();
        }
    }

    @Test
    void the_global_shortcut_asks_where_the_others_shall_see_it() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            asha.runShortcut("rescue_device").waitForModalText("Where shall the others see it?");
            String web = asha.typeAhead("device_picked", "web-07").get(0);
            asha.submit("Which device?", web, "Where shall the others see it?", "incident-42")
                    .waitForText(QUESTION);
        }
    }

    @Test
    void an_alert_offers_the_devices_that_it_names() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            String alert = environment.postAlert(
                    "incident-42",
                    Map.of(
                            "text",
                            "",
                            "attachments",
                            List.of(Map.of(
                                    "title",
                                    "PROBLEM: Zabbix agent on web-07 is unreachable for 5 minutes",
                                    "fields",
                                    List.of(
                                            Map.of("title", "Host", "value", "web-07"),
                                            Map.of("title", "Poller", "value", "core-05"),
                                            Map.of("title", "Standby", "value", "web-08"))))));
            asha.runShortcut("rescue_from_message", alert).waitForModalText("Named in the message");
            assertThat(asha.openModalChoices()).hasSize(2);
            assertThat(asha.openModalChoices().get(0)).startsWith("web-07.example.com");

            asha.submit().waitForText(QUESTION);
        }
    }

    @Test
    void the_list_shows_the_state_and_a_button_for_each_device() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser bruno = environment.user("bruno");
            bruno.type("/rescue list web").waitForText("web-07.example.com: on, ");
            assertThat(bruno.visibleText()).doesNotContain("web-08");

            bruno.click("Rescue").waitForText(QUESTION);
            bruno.type("/rescue list web").waitForText("web-07.example.com: rescue asked for, ");
            SimulatedUser dario = environment.user("dario");
            dario.type("/rescue list web").waitForText("web-07.example.com: rescue asked for, ");
        }
    }

    @Test
    void a_mention_in_a_thread_is_answered_in_the_thread() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            String alert = environment.postAlert("incident-42", Map.of("text", "web-07 is down"));
            asha.reply(alert, "@lifeline rescue web-07 because disk full").waitForText(QUESTION);
            asha.reply(alert, "@lifeline rescue nowhere-1").waitForText("There is no device nowhere-1");
            asha.click("Yes, boot into rescue").waitForText("Up. web-07.example.com is in the rescue kernel");

            assertThat(asha.messageTexts()).singleElement().isEqualTo("web-07 is down");
            assertThat(asha.repliesTo(alert))
                    .anyMatch(text -> text.contains("web-07.example.com is in the rescue kernel"))
                    .anyMatch(text -> text.contains("confirmed: disk full"))
                    .anyMatch(text -> text.contains("There is no device nowhere-1"));
        }
    }

    @Test
    void P2_a_mention_that_was_corrected_by_an_edit_is_handled_once_and_the_original_not_twice() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            String mention = asha.post("@lifeline rescue web-70");
            asha.waitForText("There is no device web-70");

            asha.edit(mention, "@lifeline rescue web-07").waitForText(QUESTION);
            asha.edit(mention, "@lifeline  rescue web-07 ");
            asha.edit(mention, "@lifeline rescue web-70");
            asha.type("/rescue whoami").waitForText("You are");

            assertThat(asha.ephemeralTexts().stream().filter(text -> text.contains("web-70")))
                    .hasSize(1);
            assertThat(asha.ephemeralTexts().stream().filter(text -> text.contains("has an open request")))
                    .isEmpty();
        }
    }

    @Test
    void an_alert_that_names_none_says_so_and_offers_all() {
        try (BotEnvironment environment = BotEnvironment.accelerated()) {
            SimulatedUser asha = environment.user("asha");
            String alert = environment.postAlert("incident-42", Map.of("text", "Deployed api 2.0.7 to mars-99"));
            asha.runShortcut("rescue_from_message", alert).waitForModalText("The message names no device");
            String web = asha.typeAhead("device_picked", "web-07").get(0);
            asha.submit("Which device?", web).waitForText(QUESTION);
        }
    }
}
