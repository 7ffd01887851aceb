package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Forger;
import dev.lifeline.testkit.OverHttp;
import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody may try who wants a machine down, or another one's name on it: nothing is launched, and the record tells who tried. */
@ExtendWith(OverHttp.class)
class AttackScenarioTest {

    private static final String ONE = """
            rules:
              - name: web
                match: {hostname: "web-*"}
                approvals: 1
                break-glass: {allowed: true, review-by: 24h}
            """;
    private static final String WITH_REASON = """
            rules:
              - name: web
                match: {hostname: "web-*"}
                reason: required
            """;

    @Test
    void attack_forged_action_values() {
        try (World world = World.under(ONE)) {
            asked(world, "web-07");
            String id = newest(world, "id");
            Forger bruno = world.forging("bruno");
            for (String value : List.of(
                    "",
                    ".",
                    "../../etc/passwd",
                    "' or 1=1 --",
                    "0".repeat(32),
                    id,
                    id + ".",
                    id + ".0123456789abcdef",
                    id + "." + plan(world) + "0",
                    "x".repeat(1_999)))
                assertThat(bruno.presses("rescue.approve", value)).as(value).isEqualTo(200);
            assertThat(bruno.presses("rescue.launch-at-once", id)).isEqualTo(200);

            world.person("bruno").sees("This button is from an older version").sees("The card changed since");
            isOnRecord(world, 11);
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void attack_another_requests_id_on_a_device_that_they_do_not_have() {
        try (World world = World.under(ONE)) {
            asked(world, "web-08");
            String web08 = newest(world, "id") + "." + plan(world);
            Forger bruno = world.forging("bruno");
            bruno.presses("rescue.approve", web08);
            bruno.presses("rescue.deny", web08);
            bruno.presses("rescue.break-glass", web08);
            bruno.presses("rescue.confirm", web08);

            world.person("bruno").sees("that you have access to");
            isOnRecord(world, 4);
            world.person("asha").types("/rescue status web-08").sees("Waiting for approval.");
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void attack_a_stale_card_and_the_buttons_of_a_closed_request() {
        try (World world = World.under(ONE)) {
            Speaker asha = asked(world, "web-07");
            String stale = newest(world, "id") + "." + plan(world);
            world.happens("web-07", "is powered off");
            world.person("bruno").presses("Approve").sees("The machine is not as it was");

            world.forging("bruno").presses("rescue.approve", stale);
            world.person("bruno").sees("The card changed since you looked at it.");
            asha.presses("Withdraw").sees("cancelled, nothing was done");
            world.forging("bruno").presses("rescue.approve", stale);
            world.person("bruno").sees("This request is closed");
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void attack_mentions_in_a_reason_and_in_a_device_name() {
        try (World world = World.under(WITH_REASON)) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").submits("Why?", "<!channel> <@U0ELENA> <!here|all> @everyone");
            asha.sees("confirmed: ");
            assertThat(asha.everything()).doesNotContain("<!channel>", "<@U0ELENA>", "<!here");
            asha.types("/rescue <!channel>").sees("that you have access to");
            assertThat(asha.everything()).doesNotContain("<!channel>");
        }
    }

    @Test
    void attack_a_device_that_is_named_like_a_mention_with_marks_that_turn_the_text_round() {
        try (World world = World.inSeconds()) {
            Speaker asha = world.person("asha");
            asha.types("/rescue list web-08").sees("web-08.example.com");
            world.renames("web-08", "<!channel>*x*\u202Ecod.exe`<@U0ELENA>");

            asha.types("/rescue " + id("web-08", asha)).sees("into the rescue kernel?");
            assertThat(asha.everything()).doesNotContain("<!channel>", "<@U0ELENA>", "\u202E");
            asha.presses("Yes, boot into rescue").sees("is in the rescue kernel at 127.");
            assertThat(asha.everything()).doesNotContain("<!channel>", "<@U0ELENA>", "\u202E");
        }
    }

    /** As the list showed it. */
    private static String id(String device, Speaker person) {
        Matcher shown = Pattern.compile(Pattern.quote(device) + ".*id (\\d+)").matcher(person.everything());
        if (!shown.find()) throw new AssertionError("no id of " + device + " in " + person.everything());
        return shown.group(1);
    }

    @Test
    void attack_a_reason_of_3000_characters() {
        try (World world = World.under(WITH_REASON)) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            Forger forger = world.forging("asha");
            String about = forger.about(newest(world, "id"));
            assertThat(forger.submits("rescue.confirm", about, Map.of("reason", "long ".repeat(600))))
                    .isEqualTo(200);

            asha.sees("Your reason is longer than 500 characters, so it was not taken.");
            assertThat(world.person("bruno").everything()).doesNotContain("long long");
            assertThat(world.orders()).isZero();
            asha.presses("Yes, boot into rescue").submits("Why?", "short");
            asha.sees("confirmed: short").sees("web-07.example.com is in the rescue kernel");
        }
    }

    @Test
    void attack_marks_that_turn_the_reading_direction() {
        try (World world = World.under(WITH_REASON)) {
            Speaker asha = world.person("asha");
            asha.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
            asha.presses("Yes, boot into rescue").submits("Why?", "\u202Enwod si pohs\u202C \u0007\u200Bnow");

            asha.sees("confirmed: nwod si pohs now");
            assertThat(asha.everything()).doesNotContain("\u202E", "\u202C", "\u0007", "\u200B");
            assertThat(record(world))
                    .anyMatch(line -> line.contains("⟨U+202E⟩nwod si pohs⟨U+202C⟩ ⟨U+0007⟩⟨U+200B⟩now"));
        }
    }

    @Test
    void attack_guests_strangers_and_people_without_a_cloud_user_press_approve() {
        try (World world = World.under(ONE)) {
            asked(world, "web-07");
            String card = newest(world, "id") + "." + plan(world);
            for (String nobody : List.of("gwen", "farid", "dario", "lifeline", "nobody"))
                world.forging(nobody).presses("rescue.approve", card);

            world.person("dario").sees("The policy lets only those approve");
            isOnRecord(world, 5);
            assertThat(record(world))
                    .filteredOn(line -> line.contains("refused-person"))
                    .anyMatch(line -> line.contains("U0GWEN"))
                    .anyMatch(line -> line.contains("U0NOBODY"))
                    .anyMatch(line -> line.contains("U0LIFELINE"));
            assertThat(world.orders()).isZero();
        }
    }

    @Test
    void attack_forms_that_the_bot_never_opened() {
        try (World world = World.under(ONE)) {
            Speaker asha = asked(world, "web-07");
            String card = newest(world, "id") + "." + plan(world);
            Forger bruno = world.forging("bruno");
            Map<String, String> reason = Map.of("reason", "because", "device", "web-07");
            bruno.submits("rescue.break-glass", bruno.about(card), reason);
            bruno.submits("rescue.confirm", bruno.about(card), reason);
            bruno.submits("rescue.approve", "not json", reason);
            bruno.submits("rescue.approve", "{\"subject\":{\"a\":[]},\"channel\":7}", reason);
            bruno.submits("rescue.approve", bruno.about("x".repeat(2_900)), Map.of());
            bruno.submits("rescue.nonsense", bruno.about(card), reason);
            bruno.submits("rescue_device", bruno.about(card), Map.of());
            world.forging("asha").submits("rescue.break-glass", bruno.about(card), Map.of());

            world.person("bruno").sees("who asked, can answer this.").sees("This button is from an older version");
            asha.sees("The policy asks for a reason");
            asha.types("/rescue status web-07").sees("Waiting for approval.");
            assertThat(world.orders()).isZero();
        }
    }

    private static Speaker asked(World world, String device) {
        Speaker asha = world.person("asha");
        asha.types("/rescue " + device).sees("Boot " + device + ".example.com into the rescue kernel?");
        return asha.presses("Yes, boot into rescue").sees("waiting for approval");
    }

    /** Everybody who tried is on the record, with what they tried. */
    private static void isOnRecord(World world, int tried) {
        Awaitility.await()
                .until(() -> record(world).stream()
                                .filter(line -> line.contains("\"what\":\"refused-"))
                                .count()
                        >= tried);
    }

    private static String newest(World world, String column) {
        return jdbi(world)
                .withHandle(handle -> handle.createQuery(
                                "select " + column + " from rescue_requests order by opened_at desc limit 1")
                        .mapTo(String.class)
                        .one());
    }

    private static String plan(World world) {
        List<String> lines = record(world);
        return lines.get(lines.size() - 1).replaceFirst("(?s).*\"plan\":\"([0-9a-f]+)\".*", "$1");
    }

    private static List<String> record(World world) {
        return jdbi(world)
                .withHandle(handle -> handle.createQuery("select text from audit_log order by number")
                        .mapTo(String.class)
                        .list());
    }

    private static Jdbi jdbi(World world) {
        return Jdbi.create("jdbc:sqlite:" + world.database());
    }
}
