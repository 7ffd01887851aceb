package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.TokenThief;
import dev.lifeline.testkit.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One device in rescue, and everybody who wants to get in. The rescue ends with the last story. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsScenarioTest {

    private static final String REVEAL = "rescue.reveal-password";

    private final World world = World.inSeconds();
    private final Speaker asha = world.person("asha");
    private final TokenThief thief = new TokenThief(world);
    private String password = "";
    private String request = "";

    @BeforeAll
    void web_08_is_in_rescue() {
        world.linked("chiara");
        asha.types("/rescue web-08").sees("Boot web-08.example.com into the rescue kernel?");
        asha.presses("Yes, boot into rescue").sees("web-08.example.com is in the rescue kernel");
        password = world.password("web-08");
        request = asha.carriedBy("rescue.show-access");
    }

    @AfterEach
    void only_windows_ever_hold_it() {
        world.providerRecovers();
        for (String person : List.of("asha", "bruno", "chiara", "dario", "elena", "farid"))
            assertThat(world.person(person).everything()).doesNotContain(password);
    }

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void the_kit_is_for_whoever_asked_and_holds_no_secret() {
        asha.presses("Show access").sees("How to get in to web-08.example.com");

        assertThat(asha.alone())
                .contains("Log in: ssh -o StrictHostKeyChecking=ask", " root@")
                .contains("Host key in rescue: SHA256:", "Host key of the installed system: SHA256:")
                .contains("vgchange -ay");
        assertThat(world.person("chiara").everything()).doesNotContain("How to get in to");
    }

    @Test
    void P6_the_password_is_seen_by_whoever_pressed_in_a_window_of_their_own() {
        asha.presses("Show access").sees("How to get in to web-08.example.com");
        asha.presses("Reveal password").seesInWindow(password);

        assertThat(asha.window()).contains("root").contains("This is what the provider has on record.");
        for (String person : List.of("bruno", "chiara", "dario", "elena"))
            assertThat(world.person(person).window()).isEmpty();
        asha.closesWindow();
        assertThat(asha.window()).isEmpty();
        assertThat(world.record()).anyMatch(line -> line.contains("\"password-revealed\"") && line.contains(request));
    }

    @Test
    void P4_who_has_no_access_to_the_device_gets_no_kit() {
        Speaker bruno = world.person("bruno");
        bruno.presses("Show access").sees("that you have access to");

        assertThat(bruno.alone()).doesNotContain("How to get in to").doesNotContain("ssh ");
    }

    @Test
    void P4_who_may_look_but_read_no_passwords_is_told_what_is_missing_and_who_can_give_it() {
        Speaker dario = world.person("dario");
        dario.presses("Show access").sees("lacks the permission View Customer Software Password");
        dario.presses("Reveal password").seesInWindow("lacks the permission View Customer Software Password");

        assertThat(dario.window()).contains("administrator of the account").doesNotContain(password);
        dario.closesWindow();
        assertThat(world.record()).anyMatch(line -> line.contains("\"refused-reveal\""));
    }

    @Test
    void P4_the_id_of_somebody_elses_request_opens_nothing_to_who_has_no_access() {
        thief.shows("Not yours", REVEAL, request);
        Speaker bruno = world.person("bruno");
        bruno.presses("Not yours").seesInWindow("that you have access to");

        assertThat(bruno.window()).doesNotContain(password);
        assertThat(asha.window()).isEmpty();
        bruno.closesWindow();
    }

    @Test
    void P4_by_somebody_elses_button_one_acts_in_ones_own_name() {
        thief.shows("Somebody else's", REVEAL, request);
        Speaker chiara = world.person("chiara");
        chiara.presses("Somebody else's").seesInWindow(password);

        assertThat(asha.window()).isEmpty();
        chiara.closesWindow();
        assertThat(world.record())
                .anyMatch(line -> line.contains("\"password-revealed\"") && line.contains("chiara@example.com"));
    }

    @Test
    void an_id_that_was_made_up_reveals_nothing() {
        thief.shows("Made up", REVEAL, "zzzzzzzzzzzz");
        asha.presses("Made up").seesInWindow("This request is not known any more.");
        thief.shows("Nonsense", REVEAL, "'; drop table rescue_requests; --");
        asha.presses("Nonsense").seesInWindow("This request is not known any more.");
        asha.closesWindow();
    }

    @Test
    void with_the_provider_away_the_window_says_so_and_what_to_do() {
        thief.shows("While it is away", REVEAL, request);
        world.provider(Map.of("fault", "internal-error-500", "method", "SoftLayer_Virtual_Guest::getObject"));
        asha.presses("While it is away").seesInWindow("The provider does not answer just now");

        assertThat(asha.window()).contains("press Reveal password again");
        asha.closesWindow();
        assertThat(world.record()).anyMatch(line -> line.contains("\"password-not-revealed\""));
    }

    @Test
    void with_the_provider_away_nobody_is_waved_through() {
        thief.shows("Who am I", REVEAL, request);
        world.provider(Map.of("fault", "internal-error-500", "method", "SoftLayer_User_Customer::getObject"));
        asha.presses("Who am I").seesInWindow("cannot be checked just now");
        asha.closesWindow();
    }

    @Test
    void P6_what_comes_after_the_window_was_closed_is_shown_nowhere() {
        thief.shows("Closed too soon", REVEAL, request);
        world.provider(Map.of("fault", "slow", "method", "SoftLayer_Virtual_Guest::getObject", "seconds", 2));
        asha.presses("Closed too soon")
                .seesInWindow("The password is being read…")
                .closesWindow();

        asha.sees("leave the window open");
        assertThat(asha.window()).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void after_the_rescue_an_old_button_reveals_nothing() {
        asha.presses("Show access").sees("How to get in to web-08.example.com");
        asha.presses("End rescue").sees("web-08.example.com is back in its installed system");
        asha.presses("Reveal password").seesInWindow("is not in rescue, so its password is not shown here");

        assertThat(asha.window()).doesNotContain(password);
        assertThat(world.orders()).isEqualTo(2);
    }
}
