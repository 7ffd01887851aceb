package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.ForgedPayloads;
import dev.lifeline.testkit.HttpModeExtension;
import dev.lifeline.testkit.SimulatedUser;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Attacks on a device or on another user's identity: nothing is launched, and the audit log names the attacker. */
@ExtendWith(HttpModeExtension.class)
class AttackScenarioTest {

    private static final String ONE_APPROVAL_POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                break-glass: {allowed: true, review-by: 24h}
            """;
    private static final String REASON_REQUIRED_POLICY = """
            otherwise: permission
            rules:
              - name: web
                match: {hostname: "web-*"}
                reason: required
            """;

    @Test
    void attack_forged_action_values() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            requestAndConfirm(botEnvironment, "web-07");
            String id = newestRequestColumn(botEnvironment, "id");
            ForgedPayloads bruno = botEnvironment.forgedPayloads("bruno");
            for (String value : List.of(
                    "",
                    ".",
                    "../../etc/passwd",
                    "' or 1=1 --",
                    "0".repeat(32),
                    id,
                    id + ".",
                    id + ".0123456789abcdef",
                    id + "." + newestPlanDigest(botEnvironment) + "0",
                    "x".repeat(1_999)))
                assertThat(bruno.click("rescue.approve", value)).as(value).isEqualTo(200);
            assertThat(bruno.click("rescue.launch-at-once", id)).isEqualTo(200);

            botEnvironment
                    .user("bruno")
                    .waitForText("This button is from an older version")
                    .waitForText("The card changed since");
            awaitDenialsInAuditLog(botEnvironment, 11);
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void attack_another_requests_id_on_a_device_that_they_do_not_have() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            requestAndConfirm(botEnvironment, "web-08");
            String web08 = newestRequestColumn(botEnvironment, "id") + "." + newestPlanDigest(botEnvironment);
            ForgedPayloads bruno = botEnvironment.forgedPayloads("bruno");
            bruno.click("rescue.approve", web08);
            bruno.click("rescue.deny", web08);
            bruno.click("rescue.break-glass", web08);
            bruno.click("rescue.confirm", web08);

            botEnvironment.user("bruno").waitForText("that you have access to");
            awaitDenialsInAuditLog(botEnvironment, 4);
            botEnvironment.user("asha").type("/rescue status web-08").waitForText("Waiting for approval.");
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void attack_outdated_buttons_and_the_buttons_of_a_closed_request() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = requestAndConfirm(botEnvironment, "web-07");
            String outdatedValue = newestRequestColumn(botEnvironment, "id") + "." + newestPlanDigest(botEnvironment);
            botEnvironment.triggerDeviceIncident("web-07", "is powered off");
            botEnvironment.user("bruno").click("Approve").waitForText("The machine is not as it was");

            botEnvironment.forgedPayloads("bruno").click("rescue.approve", outdatedValue);
            botEnvironment.user("bruno").waitForText("The card changed since you looked at it.");
            asha.click("Withdraw").waitForText("cancelled, nothing was done");
            botEnvironment.forgedPayloads("bruno").click("rescue.approve", outdatedValue);
            botEnvironment.user("bruno").waitForText("This request is closed");
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void attack_mentions_in_a_reason_and_in_a_device_name() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(REASON_REQUIRED_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").submit("Why?", "<!channel> <@U0ELENA> <!here|all> @everyone");
            asha.waitForText("confirmed: ");
            assertThat(asha.visibleText()).doesNotContain("<!channel>", "<@U0ELENA>", "<!here");
            asha.type("/rescue <!channel>").waitForText("that you have access to");
            assertThat(asha.visibleText()).doesNotContain("<!channel>");
        }
    }

    @Test
    void attack_a_device_that_is_named_like_a_mention_with_marks_that_turn_the_text_round() {
        try (BotEnvironment botEnvironment = BotEnvironment.accelerated()) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue list web-08").waitForText("web-08.example.com");
            botEnvironment.renameDevice("web-08", "<!channel>*x*\u202Ecod.exe`<@U0ELENA>");

            asha.type("/rescue " + deviceIdShown("web-08", asha)).waitForText("into the rescue kernel?");
            assertThat(asha.visibleText()).doesNotContain("<!channel>", "<@U0ELENA>", "\u202E");
            asha.click("Yes, boot into rescue").waitForText("is in the rescue kernel at 127.");
            assertThat(asha.visibleText()).doesNotContain("<!channel>", "<@U0ELENA>", "\u202E");
        }
    }

    /** The device id as the device list shows it. */
    private static String deviceIdShown(String device, SimulatedUser person) {
        Matcher shown = Pattern.compile(Pattern.quote(device) + ".*id (\\d+)").matcher(person.visibleText());
        if (!shown.find()) throw new AssertionError("no id of " + device + " in " + person.visibleText());
        return shown.group(1);
    }

    @Test
    void attack_a_reason_of_3000_characters() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(REASON_REQUIRED_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            ForgedPayloads forgedPayloads = botEnvironment.forgedPayloads("asha");
            String privateMetadata = forgedPayloads.privateMetadata(newestRequestColumn(botEnvironment, "id"));
            assertThat(forgedPayloads.submit("rescue.confirm", privateMetadata, Map.of("reason", "long ".repeat(600))))
                    .isEqualTo(200);

            asha.waitForText("Your reason is longer than 500 characters, so it was not taken.");
            assertThat(botEnvironment.user("bruno").visibleText()).doesNotContain("long long");
            assertThat(botEnvironment.providerCommandCount()).isZero();
            asha.click("Yes, boot into rescue").submit("Why?", "short");
            asha.waitForText("confirmed: short").waitForText("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void attack_marks_that_turn_the_reading_direction() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(REASON_REQUIRED_POLICY)) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").submit("Why?", "\u202Enwod si pohs\u202C \u0007\u200Bnow");

            asha.waitForText("confirmed: nwod si pohs now");
            assertThat(asha.visibleText()).doesNotContain("\u202E", "\u202C", "\u0007", "\u200B");
            assertThat(auditEntries(botEnvironment))
                    .anyMatch(line -> line.contains("⟨U+202E⟩nwod si pohs⟨U+202C⟩ ⟨U+0007⟩⟨U+200B⟩now"));
        }
    }

    @Test
    void attack_guests_strangers_and_people_without_a_cloud_user_click_approve() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            requestAndConfirm(botEnvironment, "web-07");
            String buttonValue = newestRequestColumn(botEnvironment, "id") + "." + newestPlanDigest(botEnvironment);
            for (String nobody : List.of("gwen", "farid", "dario", "lifeline", "nobody"))
                botEnvironment.forgedPayloads(nobody).click("rescue.approve", buttonValue);

            botEnvironment.user("dario").waitForText("The policy lets only those approve");
            awaitDenialsInAuditLog(botEnvironment, 5);
            assertThat(auditEntries(botEnvironment))
                    .filteredOn(line -> line.contains("rejected-user"))
                    .anyMatch(line -> line.contains("U0GWEN"))
                    .anyMatch(line -> line.contains("U0NOBODY"))
                    .anyMatch(line -> line.contains("U0LIFELINE"));
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    @Test
    void attack_forms_that_the_bot_never_opened() {
        try (BotEnvironment botEnvironment = BotEnvironment.withPolicy(ONE_APPROVAL_POLICY)) {
            SimulatedUser asha = requestAndConfirm(botEnvironment, "web-07");
            String buttonValue = newestRequestColumn(botEnvironment, "id") + "." + newestPlanDigest(botEnvironment);
            ForgedPayloads bruno = botEnvironment.forgedPayloads("bruno");
            Map<String, String> reason = Map.of("reason", "because", "device", "web-07");
            bruno.submit("rescue.break-glass", bruno.privateMetadata(buttonValue), reason);
            bruno.submit("rescue.confirm", bruno.privateMetadata(buttonValue), reason);
            bruno.submit("rescue.approve", "not json", reason);
            bruno.submit("rescue.approve", "{\"button_value\":{\"a\":[]},\"channel_id\":7}", reason);
            bruno.submit("rescue.approve", bruno.privateMetadata("x".repeat(2_900)), Map.of());
            bruno.submit("rescue.nonsense", bruno.privateMetadata(buttonValue), reason);
            bruno.submit("rescue_device", bruno.privateMetadata(buttonValue), Map.of());
            botEnvironment
                    .forgedPayloads("asha")
                    .submit("rescue.break-glass", bruno.privateMetadata(buttonValue), Map.of());

            botEnvironment
                    .user("bruno")
                    .waitForText("who asked, can answer this.")
                    .waitForText("This button is from an older version");
            asha.waitForText("The policy asks for a reason");
            asha.type("/rescue status web-07").waitForText("Waiting for approval.");
            assertThat(botEnvironment.providerCommandCount()).isZero();
        }
    }

    private static SimulatedUser requestAndConfirm(BotEnvironment botEnvironment, String device) {
        SimulatedUser asha = botEnvironment.user("asha");
        asha.type("/rescue " + device).waitForText("Boot " + device + ".example.com into the rescue kernel?");
        return asha.click("Yes, boot into rescue").waitForText("waiting for approval");
    }

    /** Waits until the audit log holds a denial for each attempt. */
    private static void awaitDenialsInAuditLog(BotEnvironment botEnvironment, int tried) {
        Awaitility.await()
                .until(() -> auditEntries(botEnvironment).stream()
                                .filter(line -> line.contains("\"event\":\"rejected-"))
                                .count()
                        >= tried);
    }

    private static String newestRequestColumn(BotEnvironment botEnvironment, String column) {
        return openDatabase(botEnvironment)
                .withHandle(handle -> handle.createQuery(
                                "select " + column + " from rescue_requests order by created_at desc limit 1")
                        .mapTo(String.class)
                        .one());
    }

    private static String newestPlanDigest(BotEnvironment botEnvironment) {
        List<String> lines = auditEntries(botEnvironment);
        return lines.get(lines.size() - 1).replaceFirst("(?s).*\"plan\":\"([0-9a-f]+)\".*", "$1");
    }

    private static List<String> auditEntries(BotEnvironment botEnvironment) {
        return openDatabase(botEnvironment)
                .withHandle(handle -> handle.createQuery("select entry from audit_log order by sequence")
                        .mapTo(String.class)
                        .list());
    }

    private static Jdbi openDatabase(BotEnvironment botEnvironment) {
        return Jdbi.create("jdbc:sqlite:" + botEnvironment.database());
    }
}
