package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.Timings;
import dev.lifeline.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody who may not is told why and what to do, alone; and nothing reaches a device. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalScenarioTest {

    private final World world = World.inSeconds();
    private final Speaker asha = world.person("asha");

    @BeforeAll
    void the_inventory_is_there() {
        asha.types("/rescue list").sees("Devices that you have access to");
        world.linked("chiara");
    }

    @AfterEach
    void nothing_reached_a_device() {
        assertThat(world.orders()).isZero();
    }

    @AfterAll
    void end() {
        world.close();
        Timings.print();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dario | /rescue web-07 | lacks the permission OS Reloads and Rescue Kernel",
                "bruno | /rescue web-08 | There is no device web-08 that you have access to",
                "farid | /rescue web-07 | No active user of the cloud account has your e-mail farid@example.com",
                "asha | /rescue nope-99 | There is no device nope-99 that you have access to",
                "asha | /rescue busy-04 | The provider is busy with busy-04.example.com",
                "asha | /rescue core-05 | does not let CoreOS guests boot into rescue",
                "asha | /rescue two words | I do not know two words",
                "asha | /rescue exit | Which device? Type its name, address or id",
                "asha | /rescue exit web-08 | There is no open request for web-08.example.com",
                "farid | /rescue help | What I can do",
                "dario | /rescue whoami | You lack the permission OS Reloads and Rescue Kernel",
                "bruno | /rescue list | web-07.example.com",
                "chiara | /rescue list db | db-01.example.com",
                "asha | /rescue list no-such | No device that you have access to matches no-such"
            })
    void P2_a_no_names_the_reason_and_the_next_thing_to_do(String who, String types, String sees) {
        Speaker person = world.person(who);
        person.types(types).sees(sees);

        String somebodyElse = who.equals("elena") ? "asha" : "elena";
        assertThat(world.person(somebodyElse).everything()).doesNotContain(sees);
    }

    @Test
    void P4_absent_and_not_yours_are_one_sentence() {
        Speaker bruno = world.person("bruno");
        bruno.types("/rescue web-08").sees("There is no device web-08 that you have access to");
        bruno.types("/rescue web-99").sees("There is no device web-99 that you have access to");

        assertThat(sentence(bruno, "web-08").replace("web-08", "X"))
                .isEqualTo(sentence(bruno, "web-99").replace("web-99", "X"));
        bruno.types("/rescue list");
        assertThat(bruno.sees("• db-01.example.com").alone()).doesNotContain("web-08.example.com");
    }

    @Test
    void an_ambiguous_name_is_answered_with_the_choices() {
        String twin = world.twin();

        asha.types("/rescue " + twin).sees("Several devices are called " + twin).sees(twin + ".staging.example.com");
    }

    @Test
    void only_the_requesters_click_counts() {
        asha.types("/rescue tiny-01").sees("Boot tiny-01.example.com into the rescue kernel?");
        world.person("chiara")
                .presses("Yes, boot into rescue")
                .sees("who asked, can answer this. Nothing was changed.");

        asha.presses("No, cancel").sees("tiny-01.example.com: cancelled, nothing was done");
    }

    @Test
    void a_second_request_joins_the_first() {
        asha.types("/rescue web-08").sees("Boot web-08.example.com into the rescue kernel?");
        world.person("chiara").types("/rescue web-08").sees("web-08.example.com has an open request already");

        asha.presses("No, cancel").sees("web-08.example.com: cancelled, nothing was done");
    }

    @Test
    void P5_a_person_disabled_after_asking_cannot_confirm() {
        Speaker chiara = world.person("chiara");
        chiara.types("/rescue winmetal-02").sees("Boot winmetal-02.example.com into the rescue kernel?");
        world.happensTo("chiara", "is disabled");

        chiara.presses("Yes, boot into rescue").sees("is disabled, not active");
        world.happensTo("chiara", "is active");
        chiara.presses("No, cancel").sees("winmetal-02.example.com: cancelled");
    }

    /** Decision 13: the rescue system takes the password on record, a guest that boots an image has its own. */
    @Test
    void P2_where_no_login_is_on_record_nobody_could_log_in_and_the_next_thing_to_do_is_named() {
        world.happens("db-01", "loses its credentials");
        world.happens("win-03", "loses its credentials");

        asha.types("/rescue db-01")
                .sees("none is on record, so nobody could log in. Enter its user name and password at the provider");
        asha.types("/rescue win-03").sees("so you may not be able to log in");
        asha.presses("No, cancel").sees("win-03.example.com: cancelled, nothing was done");
    }

    @Test
    void where_the_bot_is_no_member_the_person_reads_how_to_invite_it() {
        asha.in("random")
                .types("/rescue bare-09")
                .sees("I am not in this channel, so I cannot ask here, and nothing was done.");
    }

    @Test
    void P4_with_the_provider_away_nobody_is_waved_through() {
        world.provider(Map.of("fault", "internal-error-500", "method", "SoftLayer_User_Customer::getObject"));
        asha.types("/rescue web-08").sees("cannot be checked just now, so nothing was done");
        world.providerRecovers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!channel>", "*:* OR 1=1", "'; drop table rescue_requests; --", "%s%n", "\u202egnp.exe"})
    void P9_what_is_typed_is_shown_and_never_obeyed(String typed) {
        asha.types("/rescue list " + typed).sees("No device that you have access to matches");
    }

    @Test
    void a_name_of_ten_thousand_characters_is_answered() {
        asha.types("/rescue " + "x".repeat(10_000)).sees("There is no device xxxx");
    }

    private static String sentence(Speaker person, String device) {
        return person.everything()
                .lines()
                .filter(line -> line.contains("There is no device " + device))
                .findFirst()
                .orElseThrow();
    }
}
