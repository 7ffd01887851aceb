package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lifeline.testkit.LinkVisitor;
import dev.lifeline.testkit.Speaker;
import dev.lifeline.testkit.World;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Who shows which cloud user they are, who only says so, and who tries to be somebody else. Each test has a person of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkScenarioTest {

    private final World world = World.inSeconds();

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void P6_chiara_shows_who_she_is_and_her_key_is_nowhere_afterwards() throws IOException {
        ListAppender<ILoggingEvent> log = listening();
        Speaker chiara = world.person("chiara");
        chiara.types("/rescue whoami").sees("may manage its users. Type /rescue link");

        LinkVisitor browser = LinkVisitor.of(chiara);
        assertThat(browser.page().statusCode()).isEqualTo(200);
        assertThat(browser.text()).contains("U0CHIARA", "chiara@example.com", "Lifeline Sandbox", "API key");
        browser.provesToBe("chiara");
        assertThat(browser.text())
                .contains("The Slack account chiara (U0CHIARA) will act as the cloud user 307608_chiara@example.com.");
        browser.confirms();
        assertThat(browser.text()).contains("acts as the cloud user 307608_chiara@example.com from now on");

        chiara.in("@lifeline").sees("You act as cloud user 307608_chiara@example.com here from now on.");
        chiara.types("/rescue whoami").sees("You are 307608_chiara@example.com on the cloud account.");
        assertNowhere("sandbox-chiara-api-key");
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("sandbox-chiara-api-key"));
        assertThat(log.list)
                .noneMatch(line -> line.getFormattedMessage()
                        .contains(browser.address().getPath().substring("/link/".length())));
    }

    private static ListAppender<ILoggingEvent> listening() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        return log;
    }

    private void assertNowhere(String secret) throws IOException {
        for (Path file : world.files())
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(file.getFileName().toString())
                    .doesNotContain(secret);
    }

    @Test
    void the_owner_is_known_only_by_a_key() {
        Speaker elena = world.person("elena");
        elena.types("/rescue whoami").sees("owns the account or may manage its users");

        world.linked("elena");

        elena.types("/rescue whoami").sees("You are its owner or count as such");
    }

    @Test
    void a_link_is_confirmed_once_and_says_what_to_do_then() {
        LinkVisitor browser = LinkVisitor.of(world.person("asha")).provesToBe("asha");
        String confirmation = browser.confirmation();
        browser.confirms(confirmation);
        assertThat(browser.text()).contains("Linked");

        assertOver(browser.confirms(confirmation), "It was used already.");
        assertOver(browser.opensAgain(), "It was used already.");
        assertOver(browser.provesToBe("asha"), "It was used already.");
    }

    @Test
    void attack_a_link_opened_by_somebody_else_first_is_of_no_use_to_the_second() {
        URI address = LinkVisitor.offered(world.person("asha"));
        LinkVisitor thief = LinkVisitor.opening(address).provesToBe("bruno");
        LinkVisitor victim = LinkVisitor.opening(address);
        assertOver(victim, "It was used already. If it was not you who used it, type /rescue unlink");

        victim.confirms("guessed");
        assertThat(victim.text()).contains("used already");
        thief.confirms();
        world.person("asha").in("@lifeline").sees("You act as cloud user 307608_bruno@example.com here from now on.");
        world.person("asha").in("@lifeline").sees("Was that not you? Type /rescue unlink at once");
        world.linked("asha");
    }

    @Test
    void attack_whoever_shows_somebody_elses_key_is_seen_by_them() {
        world.linked("bruno");
        LinkVisitor thief = LinkVisitor.of(world.person("farid")).provesToBe("bruno");
        assertThat(thief.text()).contains("Already linked to it", "U0BRUNO");
        thief.confirms();

        world.person("bruno")
                .in("@lifeline")
                .sees("acts as cloud user 307608_bruno@example.com here from now on, just");
        world.person("farid").types("/rescue unlink").sees("Your link to the cloud account is cut.");
        world.person("farid").types("/rescue list").sees("Your link to the cloud account was cut. Type /rescue link");
    }

    @Test
    void a_wrong_key_can_be_tried_five_times() {
        LinkVisitor browser = LinkVisitor.of(world.person("dario"));
        for (int i = 0; i < 5; i++) {
            browser.shows("307608_dario@example.com", "wrong-" + i);
            assertThat(browser.page().statusCode()).isEqualTo(422);
            assertThat(browser.text()).contains("does not accept this user name and key", "API key");
        }
        assertOver(browser.provesToBe("dario"), "It was tried too often.");
    }

    @Test
    void another_ones_user_name_with_ones_own_key_is_refused() {
        LinkVisitor browser = LinkVisitor.of(world.person("dario"));

        browser.shows("307608_elena@example.com", "sandbox-dario-api-key");

        assertThat(browser.text()).contains("does not accept this user name and key");
    }

    @Test
    void an_ibm_cloud_key_needs_no_user_name() {
        LinkVisitor browser = LinkVisitor.of(world.person("dario")).shows("", "sandbox-dario-iam-key");

        assertThat(browser.text()).contains("will act as the cloud user 307608_dario@example.com");
    }

    @Test
    void with_the_provider_away_nobody_is_linked_and_it_can_be_tried_again() {
        LinkVisitor browser = LinkVisitor.of(world.person("dario"));
        world.provider(Map.of("fault", "internal-error-500", "method", "SoftLayer_Account::getCurrentUser"));
        browser.provesToBe("dario");
        assertThat(browser.text()).contains("The provider does not answer just now, so nothing was changed.");

        world.providerRecovers();
        assertThat(browser.provesToBe("dario").text()).contains("will act as the cloud user");
    }

    @Test
    void a_newer_link_voids_the_older() {
        URI older = LinkVisitor.offered(world.person("dario"));
        URI newer = LinkVisitor.offered(world.person("dario"));

        assertOver(LinkVisitor.opening(older), "a newer one took its place");
        assertThat(LinkVisitor.opening(newer).page().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x.y", "..%2f..%2fhealth", "%3Cscript%3Ealert(1)%3C/script%3E", "a/b/c"})
    void attack_a_forged_link_leads_nowhere(String code) {
        URI offered = LinkVisitor.offered(world.person("dario"));
        URI forged = URI.create(offered.toString().replaceFirst("/link/.*", "/link/" + code));

        LinkVisitor forger = LinkVisitor.opening(forged);

        assertThat(forger.page().statusCode()).isIn(400, 410);
        assertThat(forger.page().body()).doesNotContain("<script").doesNotContain("<form");
    }

    @Test
    void attack_a_code_with_one_letter_changed_is_forged() {
        URI offered = LinkVisitor.offered(world.person("dario"));
        String code = offered.getPath().substring("/link/".length());
        char other = code.charAt(3) == 'A' ? 'B' : 'A';

        assertOver(
                LinkVisitor.opening(
                        URI.create(offered.toString().replace(code, code.substring(0, 3) + other + code.substring(4)))),
                "It is not complete");
    }

    @Test
    void the_page_cannot_be_framed_kept_or_told_on() {
        var headers = LinkVisitor.of(world.person("dario")).page().headers();

        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "script-src");
    }

    @Test
    void the_pages_hold_behind_any_path_that_a_proxy_puts_before_them() {
        LinkVisitor browser = LinkVisitor.of(world.person("dario"));
        String code = browser.address().getPath().substring("/link/".length());
        assertThat(browser.page().body()).contains("href=\"page.css\"", "action=\"" + code + "\"");
        browser.provesToBe("dario");
        assertThat(browser.page().body()).contains("action=\"" + code + "/confirm\"");
        browser.confirms();
        assertThat(browser.page().body()).contains("href=\"../page.css\"");

        assertThat(LinkVisitor.opening(browser.address().resolve("page.css"))
                        .page()
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
    }

    @Test
    void what_is_far_too_long_to_be_a_key_is_none() {
        LinkVisitor browser = LinkVisitor.of(world.person("dario"));

        browser.posts(browser.address(), "username=u&key=" + "x".repeat(100_000));

        assertThat(browser.text()).contains("does not accept this user name and key");
    }

    private static void assertOver(LinkVisitor browser, String because) {
        assertThat(browser.page().statusCode()).isEqualTo(410);
        assertThat(browser.text()).contains(because, "Type /rescue link in Slack to get a new one.");
    }

    @Test
    void a_link_is_good_for_ten_minutes() {
        try (World later = World.inSeconds()) {
            LinkVisitor browser = LinkVisitor.of(later.person("dario"));
            LinkVisitor proved = LinkVisitor.of(later.person("bruno")).provesToBe("bruno");
            String confirmation = proved.confirmation();

            later.passes(Duration.ofMinutes(11));

            assertOver(browser.provesToBe("dario"), "It worked for ten minutes only.");
            assertOver(proved.confirms(confirmation), "It worked for ten minutes only.");
        }
    }

    @Test
    void attack_an_address_changed_in_slack_after_linking_and_a_borrowed_name_give_nothing() {
        try (World other = World.inSeconds()) {
            Speaker dario = other.person("dario");
            dario.types("/rescue whoami").sees("You are 307608_dario@example.com");
            Speaker farid = other.person("farid");
            farid.types("/rescue list").sees("No active user of the cloud account has your e-mail");

            other.becomes("dario", Map.of("email", "asha@example.com"));
            other.becomes("farid", Map.of("real_name", "Elena Novak", "display_name", "elena"));
            other.passes(Duration.ofSeconds(11));

            dario.types("/rescue list").sees("Your e-mail address in Slack is another one than when you were linked");
            dario.types("/rescue unlink").sees("Your link to the cloud account is cut.");
            dario.types("/rescue whoami").sees("Your link to the cloud account was cut. Type /rescue link");
            farid.types("/rescue web-07").seesMessages(2);
            assertThat(farid.count("No active user of the cloud account has your e-mail farid@example.com"))
                    .isEqualTo(2);
            assertThat(other.orders()).isZero();
        }
    }

    @Test
    void a_user_manager_says_who_somebody_is_and_takes_it_back() {
        try (World other = World.inSeconds()) {
            other.linked("chiara");
            Speaker chiara = other.person("chiara");
            Speaker farid = other.person("farid");
            chiara.types("/rescue link @farid 307608_dario@example.com")
                    .sees("the cloud user 307608_dario@example.com?");
            chiara.presses("Yes, link them").sees("acts as cloud user 307608_dario@example.com here from now on.");
            farid.in("@lifeline").sees("linked you to the cloud user 307608_dario@example.com.");
            farid.types("/rescue whoami").sees("You are 307608_dario@example.com");
            chiara.types("/rescue links").sees("307608_dario@example.com, said by U0CHIARA");

            chiara.types("/rescue unlink @farid").sees("is cut. They can link again with a key of their own.");
            farid.in("@lifeline").sees("cut your link to the cloud account");
            farid.types("/rescue list").sees("Your link to the cloud account was cut.");
        }
    }

    @Test
    void P4_nobody_says_it_of_those_above_of_themselves_or_without_the_right() {
        try (World other = World.inSeconds()) {
            other.linked("chiara");
            Speaker chiara = other.person("chiara");
            Speaker asha = other.person("asha");
            chiara.types("/rescue link @farid 307608_elena@example.com")
                    .sees("no cloud user of that name that is yours");
            chiara.types("/rescue link @chiara 307608_asha@example.com").sees("You cannot say who you are yourself");
            chiara.types("/rescue link @gwen 307608_asha@example.com")
                    .sees("Only members of the workspace can be linked");
            chiara.types("/rescue link elena 307608_elena@example.com").sees("Name a person and a user name");
            chiara.types("/rescue unlink @elena").sees("is not linked to any cloud user that is yours to manage");
            asha.types("/rescue link @farid 307608_asha@example.com").sees("Only the account's owner and users with");
            asha.types("/rescue unlink @chiara").sees("Only the account's owner and users with");
        }
    }

    @Test
    void outside_the_channels_that_are_served_nothing_is_done_and_why_is_said() {
        try (World other = World.servingOnly("G0OPSPRIVATE")) {
            Speaker asha = other.person("asha");
            asha.types("/rescue web-07")
                    .sees("This bot does not serve this channel.")
                    .sees("add C0INCIDENT42 to");
            asha.types("/rescue link").seesMessages(2);
            assertThat(asha.everything()).doesNotContain("/link/");
            asha.types("/rescue help").sees("What I can do");
            asha.in("ops-private").types("/rescue whoami").sees("You are 307608_asha@example.com");
        }
    }
}
