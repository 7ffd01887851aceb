package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Managing access from Slack: who may, what comes of it, and who learns of it. */
class AccessScenarioTest {

    private static final String RELOAD = "OS Reloads and Rescue Kernel";

    private final World world = World.inSeconds();
    private final Speaker asha = world.person("asha");
    private final Speaker bruno = world.person("bruno");
    private final Speaker chiara = world.person("chiara");
    private final Speaker dario = world.person("dario");

    @BeforeEach
    void whoManagesUsersProvesWhoTheyAre() {
        world.linked("chiara");
        world.linked("elena");
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_manager_grants_a_permission_and_the_person_can_rescue() {
        dario.types("/rescue web-07").sees("lacks the permission " + RELOAD);

        chiara.types("/rescue access @dario").sees("Lacks " + RELOAD + ", which is needed to launch the rescue kernel");
        chiara.presses("Grant " + RELOAD).sees("has " + RELOAD + " now.");

        dario.sees("granted you " + RELOAD);
        dario.types("/rescue web-07").sees("Boot web-07.example.com into the rescue kernel?");
        dario.presses("No, cancel").sees("cancelled, nothing was done");
        assertThat(world.calls("addBulkPortalPermission")).isEqualTo(1);
        assertThat(asha.everything()).doesNotContain("granted you");
    }

    @Test
    void a_manager_grants_device_access_and_takes_it_away() {
        bruno.types("/rescue list web").sees("web-07.example.com");
        assertThat(bruno.everything()).doesNotContain("web-08.example.com");

        chiara.types("/rescue access @bruno web-08").sees("Has no access to web-08.example.com");
        chiara.presses("Grant access to web-08.example.com").sees("has access to web-08.example.com now.");
        bruno.sees("granted you access to web-08.example.com");
        bruno.types("/rescue web-08").sees("Boot web-08.example.com into the rescue kernel?");
        bruno.presses("No, cancel").sees("cancelled, nothing was done");

        chiara.types("/rescue access @bruno web-08").sees("Has access to web-08.example.com");
        chiara.presses("Revoke access to web-08.example.com")
                .sees("does not have access to web-08.example.com any more");
        bruno.types("/rescue web-08").sees("There is no device web-08 that you have access to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asha | access @dario | lacks the permission Manage Users",
                "asha | access | Has OS Reloads and Rescue Kernel",
                "bruno | access web-07 | Has access to web-07.example.com",
                "bruno | access web-08 | There is no device web-08 that you have access to",
                "chiara | access @elena | its owner or count as such",
                "chiara | access @farid | It is not known who",
                "chiara | access @gwen | It is not known who",
                "chiara | access @nobody-at-all | is not a person that I can tell from others",
                "chiara | access @dario nope-99 | There is no device nope-99",
                "elena | access @chiara | Has Manage Users",
                "dario | whoami | These can: ",
                "dario | web-07 | These can: ",
                "dario | help | Not with what you have so far"
            })
    void who_asks_is_answered_alone(String who, String types, String sees) {
        chiara.types("/rescue whoami").sees("You are");
        world.person(who).types("/rescue " + types).sees(sees);

        assertThat(world.person(who).alone()).contains(sees);
        assertThat(changes()).isZero();
    }

    @Test
    void nobody_is_offered_a_change_of_their_own_access_nor_of_the_owners() {
        chiara.types("/rescue access @chiara").sees("Has Manage Users");
        chiara.types("/rescue access @elena").sees("its owner or count as such");

        assertThat(chiara.tries("Revoke " + RELOAD).path("acked").asBoolean()).isFalse();
        assertThat(chiara.tries("Grant " + RELOAD).path("acked").asBoolean()).isFalse();
        assertThat(changes()).isZero();
    }

    @Test
    void a_manager_who_is_none_any_more_cannot_press() {
        chiara.types("/rescue access @dario").sees("Lacks " + RELOAD);
        world.person("elena").types("/rescue access @chiara").sees("Has Manage Users");
        world.happensTo("chiara", "is disabled");

        chiara.presses("Grant " + RELOAD).sees("is disabled, not active");
        assertThat(changes()).isZero();
    }

    @Test
    void what_those_below_hold_is_not_taken_from_them_in_silence() {
        world.person("elena")
                .types("/rescue access @chiara")
                .sees("Has " + RELOAD)
                .presses("Revoke " + RELOAD)
                .sees("somebody below this user holds it")
                .sees("still has " + RELOAD);

        asha.types("/rescue whoami").sees("You may launch and end rescues");
    }

    @Test
    void P4_with_the_provider_away_at_the_press_nothing_is_changed_and_the_button_holds() {
        chiara.types("/rescue access @dario").sees("Lacks " + RELOAD);
        world.provider(Map.of("fault", "internal-error-500", "method", "SoftLayer_User_Customer::getObject"));
        chiara.presses("Grant " + RELOAD).sees("cannot be checked just now, so nothing was done");
        assertThat(changes()).isZero();

        world.providerRecovers();
        chiara.presses("Grant " + RELOAD).sees("has " + RELOAD + " now.");
    }

    @Test
    void P3_a_lost_answer_is_looked_up_and_the_order_is_not_sent_again() {
        chiara.types("/rescue access @dario").sees("Lacks " + RELOAD);
        world.provider(Map.of("fault", "commit-then-drop"));

        chiara.presses("Grant " + RELOAD).sees("has " + RELOAD + " now.");
        assertThat(world.calls("addBulkPortalPermission")).isEqualTo(1);
    }

    @Test
    void P1_a_button_works_once() {
        chiara.types("/rescue access @dario").sees("Lacks " + RELOAD);
        chiara.presses("Grant " + RELOAD).sees("has " + RELOAD + " now.");
        chiara.presses("Grant " + RELOAD).sees("was pressed before and is not done twice");

        assertThat(world.calls("addBulkPortalPermission")).isEqualTo(1);
    }

    @Test
    void what_was_shown_a_moment_ago_decides_nothing() {
        asha.types("/rescue whoami").sees("You may launch and end rescues");
        chiara.types("/rescue access @asha").sees("Has " + RELOAD);
        chiara.presses("Revoke " + RELOAD).sees("does not have " + RELOAD + " any more");

        asha.sees("revoked what you had: " + RELOAD);
        asha.types("/rescue web-07").sees("lacks the permission " + RELOAD);
    }

    private long changes() {
        return world.calls("addBulkPortalPermission")
                + world.calls("removeBulkPortalPermission")
                + world.calls("addVirtualGuestAccess")
                + world.calls("removeVirtualGuestAccess");
    }
}
