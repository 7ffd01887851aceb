package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.LinkPageClient;
import dev.lifeline.testkit.SimulatedUser;
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

/**
 * Linking a Slack user to a cloud user: by proof, by claim, and by attempts to take over another identity. Each test has a user of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkScenarioTest {

    private final BotEnvironment environment = BotEnvironment.accelerated();

    @AfterAll
    void close() {
        environment.close();
    }

    @Test
    void P6_chiara_shows_who_she_is_and_her_key_is_nowhere_afterwards() throws IOException {
        ListAppender<ILoggingEvent> log = captureLog();
        SimulatedUser chiara = environment.user("chiara");
        chiara.type("/rescue whoami").waitForText("may manage its users. Type /rescue link");

        LinkPageClient browser = LinkPageClient.openLinkOf(chiara);
        assertThat(browser.page().statusCode()).isEqualTo(200);
        assertThat(browser.text()).contains("U0CHIARA", "chiara@example.com", "Lifeline Sandbox", "API key");
        browser.submitKeyOf("chiara");
        assertThat(browser.text())
                .contains("The Slack account chiara (U0CHIARA) will act as the cloud user 307608_chiara@example.com.");
        browser.confirm();
        assertThat(browser.text()).contains("acts as the cloud user 307608_chiara@example.com from now on");

        chiara.inChannel("@lifeline").waitForText("You act as cloud user 307608_chiara@example.com here from now on.");
        chiara.type("/rescue whoami").waitForText("You are 307608_chiara@example.com on the cloud account.");
        assertNotStored("sandbox-chiara-api-key");
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("sandbox-chiara-api-key"));
        assertThat(log.list)
                .noneMatch(line -> line.getFormattedMessage()
                        .contains(browser.linkUrl().getPath().substring("/link/".length())));
    }

    private static ListAppender<ILoggingEvent> captureLog() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        return log;
    }

    private void assertNotStored(String secret) throws IOException {
        for (Path file : environment.files())
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(file.getFileName().toString())
                    .doesNotContain(secret);
    }

    @Test
    void the_owner_is_known_only_by_a_key() {
        SimulatedUser elena = environment.user("elena");
        elena.type("/rescue whoami").waitForText("owns the account or may manage its users");

        environment.linkAccount("elena");

        elena.type("/rescue whoami").waitForText("You are its owner or count as such");
    }

    @Test
    void a_link_is_confirmed_once_and_says_what_to_do_then() {
        LinkPageClient browser =
                LinkPageClient.openLinkOf(environment.user("asha")).submitKeyOf("asha");
        String confirmation = browser.confirmation();
        browser.confirm(confirmation);
        assertThat(browser.text()).contains("Linked");

        assertGone(browser.confirm(confirmation), "It was used already.");
        assertGone(browser.reload(), "It was used already.");
        assertGone(browser.submitKeyOf("asha"), "It was used already.");
    }

    @Test
    void attack_a_link_opened_by_somebody_else_first_is_of_no_use_to_the_second() {
        URI address = LinkPageClient.requestLink(environment.user("asha"));
        LinkPageClient thief = LinkPageClient.open(address).submitKeyOf("bruno");
        LinkPageClient victim = LinkPageClient.open(address);
        assertGone(victim, "It was used already. If it was not you who used it, type /rescue unlink");

        victim.confirm("guessed");
        assertThat(victim.text()).contains("used already");
        thief.confirm();
        environment
                .user("asha")
                .inChannel("@lifeline")
                .waitForText("You act as cloud user 307608_bruno@example.com here from now on.");
        environment.user("asha").inChannel("@lifeline").waitForText("Was that not you? Type /rescue unlink at once");
        environment.linkAccount("asha");
    }

    @Test
    void attack_whoever_shows_somebody_elses_key_is_seen_by_them() {
        environment.linkAccount("bruno");
        LinkPageClient thief =
                LinkPageClient.openLinkOf(environment.user("farid")).submitKeyOf("bruno");
        assertThat(thief.text()).contains("Already linked to it", "U0BRUNO");
        thief.confirm();

        environment
                .user("bruno")
                .inChannel("@lifeline")
                .waitForText("acts as cloud user 307608_bruno@example.com here from now on, just");
        environment.user("farid").type("/rescue unlink").waitForText("Your link to the cloud account is cut.");
        environment
                .user("farid")
                .type("/rescue list")
                .waitForText("Your link to the cloud account was cut. Type /rescue link");
    }

    @Test
    void a_wrong_key_can_be_tried_five_times() {
        LinkPageClient browser = LinkPageClient.openLinkOf(environment.user("dario"));
        for (int i = 0; i < 4; i++) {
            browser.submitKey("307608_dario@example.com", "wrong-" + i);
            assertThat(browser.page().statusCode()).isEqualTo(422);
            assertThat(browser.text()).contains("does not accept this user name and key", "API key");
        }
        assertGone(browser.submitKey("307608_dario@example.com", "wrong-4"), "this link takes no further key");
        assertGone(browser.submitKeyOf("dario"), "It was tried too often.");
    }

    @Test
    void another_ones_user_name_with_ones_own_key_is_refused() {
        LinkPageClient browser = LinkPageClient.openLinkOf(environment.user("dario"));

        browser.submitKey("307608_elena@example.com", "sandbox-dario-api-key");

        assertThat(browser.text()).contains("does not accept this user name and key");
    }

    @Test
    void an_ibm_cloud_key_needs_no_user_name() {
        LinkPageClient browser =
                LinkPageClient.openLinkOf(environment.user("dario")).submitKey("", "sandbox-dario-iam-key");

        assertThat(browser.text()).contains("will act as the cloud user 307608_dario@example.com");
    }

    @Test
    void with_the_provider_away_nobody_is_linked_and_it_can_be_tried_again() {
        LinkPageClient browser = LinkPageClient.openLinkOf(environment.user("dario"));
        environment.injectProviderFault(
                Map.of("fault", "internal-error-500", "method", "SoftLayer_Account::getCurrentUser"));
        browser.submitKeyOf("dario");
        assertThat(browser.text()).contains("The provider does not answer just now, so nothing was changed.");

        environment.clearProviderFaults();
        assertThat(browser.submitKeyOf("dario").text()).contains("will act as the cloud user");
    }

    @Test
    void a_newer_link_voids_the_older() {
        URI older = LinkPageClient.requestLink(environment.user("dario"));
        URI newer = LinkPageClient.requestLink(environment.user("dario"));

        assertGone(LinkPageClient.open(older), "a newer one took its place");
        assertThat(LinkPageClient.open(newer).page().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x.y", "..%2f..%2fhealth", "%3Cscript%3Ealert(1)%3C/script%3E", "a/b/c"})
    void attack_a_forged_link_leads_nowhere(String code) {
        URI issued = LinkPageClient.requestLink(environment.user("dario"));
        URI forged = URI.create(issued.toString().replaceFirst("/link/.*", "/link/" + code));

        LinkPageClient browser = LinkPageClient.open(forged);

        assertThat(browser.page().statusCode()).isIn(400, 410);
        assertThat(browser.page().body()).doesNotContain("<script").doesNotContain("<form");
    }

    @Test
    void attack_a_code_with_one_character_changed_is_rejected() {
        URI issued = LinkPageClient.requestLink(environment.user("dario"));
        String code = issued.getPath().substring("/link/".length());
        char other = code.charAt(3) == 'A' ? 'B' : 'A';

        assertGone(
                LinkPageClient.open(
                        URI.create(issued.toString().replace(code, code.substring(0, 3) + other + code.substring(4)))),
                "It is not complete");
    }

    @Test
    void the_page_cannot_be_framed_kept_or_told_on() {
        var headers =
                LinkPageClient.openLinkOf(environment.user("dario")).page().headers();

        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "script-src");
    }

    @Test
    void the_pages_hold_behind_any_path_that_a_proxy_puts_before_them() {
        LinkPageClient browser = LinkPageClient.openLinkOf(environment.user("dario"));
        String code = browser.linkUrl().getPath().substring("/link/".length());
        assertThat(browser.page().body()).contains("href=\"page.css\"", "action=\"" + code + "\"");
        browser.submitKeyOf("dario");
        assertThat(browser.page().body()).contains("action=\"" + code + "/confirm\"");
        browser.confirm();
        assertThat(browser.page().body()).contains("href=\"../page.css\"");

        assertThat(LinkPageClient.open(browser.linkUrl().resolve("page.css"))
                        .page()
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
    }

    @Test
    void what_is_far_too_long_to_be_a_key_is_none() {
        LinkPageClient browser = LinkPageClient.openLinkOf(environment.user("farid"));

        browser.post(browser.linkUrl(), "username=u&key=" + "x".repeat(100_000));

        assertThat(browser.text()).contains("does not accept this user name and key");
    }

    private static void assertGone(LinkPageClient browser, String expectedText) {
        assertThat(browser.page().statusCode()).isEqualTo(410);
        assertThat(browser.text()).contains(expectedText, "Type /rescue link in Slack to get a new one.");
    }

    @Test
    void a_link_is_good_for_ten_minutes() {
        try (BotEnvironment later = BotEnvironment.accelerated()) {
            LinkPageClient browser = LinkPageClient.openLinkOf(later.user("dario"));
            LinkPageClient proved =
                    LinkPageClient.openLinkOf(later.user("bruno")).submitKeyOf("bruno");
            String confirmation = proved.confirmation();

            later.advanceClock(Duration.ofMinutes(11));

            assertGone(browser.submitKeyOf("dario"), "It worked for ten minutes only.");
            assertGone(proved.confirm(confirmation), "It worked for ten minutes only.");
        }
    }

    @Test
    void attack_an_address_changed_in_slack_after_linking_and_a_borrowed_name_give_nothing() {
        try (BotEnvironment other = BotEnvironment.accelerated()) {
            SimulatedUser dario = other.user("dario");
            dario.type("/rescue whoami").waitForText("You are 307608_dario@example.com");
            SimulatedUser farid = other.user("farid");
            farid.type("/rescue list").waitForText("No active user of the cloud account has your e-mail");

            other.editProfile("dario", Map.of("email", "asha@example.com"));
            other.editProfile("farid", Map.of("real_name", "Elena Novak", "display_name", "elena"));
            other.advanceClock(Duration.ofSeconds(11));

            dario.type("/rescue list")
                    .waitForText("Your e-mail address in Slack is another one than when you were linked");
            dario.type("/rescue unlink").waitForText("Your link to the cloud account is cut.");
            dario.type("/rescue whoami").waitForText("Your link to the cloud account was cut. Type /rescue link");
            farid.type("/rescue web-07").waitForMessages(2);
            assertThat(farid.countMessages("No active user of the cloud account has your e-mail farid@example.com"))
                    .isEqualTo(2);
            assertThat(other.providerCommandCount()).isZero();
        }
    }

    @Test
    void a_user_manager_links_another_user_and_unlinks_them() {
        try (BotEnvironment other = BotEnvironment.accelerated()) {
            other.linkAccount("chiara");
            SimulatedUser chiara = other.user("chiara");
            SimulatedUser farid = other.user("farid");
            chiara.type("/rescue link @farid 307608_dario@example.com")
                    .waitForText("the cloud user 307608_dario@example.com?");
            chiara.click("Yes, link them").waitForText("acts as cloud user 307608_dario@example.com here from now on.");
            farid.inChannel("@lifeline").waitForText("linked you to the cloud user 307608_dario@example.com.");
            farid.type("/rescue whoami").waitForText("You are 307608_dario@example.com");
            chiara.type("/rescue links").waitForText("307608_dario@example.com, said by U0CHIARA");

            chiara.type("/rescue unlink @farid").waitForText("is cut. They can link again with a key of their own.");
            farid.inChannel("@lifeline").waitForText("cut your link to the cloud account");
            farid.type("/rescue list").waitForText("Your link to the cloud account was cut.");
        }
    }

    @Test
    void P4_nobody_links_those_above_themselves_or_without_permission() {
        try (BotEnvironment other = BotEnvironment.accelerated()) {
            other.linkAccount("chiara");
            SimulatedUser chiara = other.user("chiara");
            SimulatedUser asha = other.user("asha");
            chiara.type("/rescue link @farid 307608_elena@example.com")
                    .waitForText("no cloud user of that name that is yours");
            chiara.type("/rescue link @chiara 307608_asha@example.com")
                    .waitForText("You cannot say who you are yourself");
            chiara.type("/rescue link @gwen 307608_asha@example.com")
                    .waitForText("Only members of the workspace can be linked");
            chiara.type("/rescue link elena 307608_elena@example.com").waitForText("Name a person and a user name");
            chiara.type("/rescue unlink @elena").waitForText("is not linked to any cloud user that is yours to manage");
            asha.type("/rescue link @farid 307608_asha@example.com")
                    .waitForText("Only the account's owner and users with");
            asha.type("/rescue unlink @chiara").waitForText("Only the account's owner and users with");
        }
    }

    @Test
    void outside_the_channels_that_are_served_nothing_is_done_and_why_is_said() {
        try (BotEnvironment other = BotEnvironment.servingChannels("G0OPSPRIVATE")) {
            SimulatedUser asha = other.user("asha");
            asha.type("/rescue web-07")
                    .waitForText("This bot does not serve this channel.")
                    .waitForText("add C0INCIDENT42 to");
            asha.type("/rescue link").waitForMessages(2);
            assertThat(asha.visibleText()).doesNotContain("/link/");
            asha.type("/rescue help").waitForText("What I can do");
            asha.inChannel("ops-private").type("/rescue whoami").waitForText("You are 307608_asha@example.com");
        }
    }
}
