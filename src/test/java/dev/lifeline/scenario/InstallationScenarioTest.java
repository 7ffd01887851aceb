package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.testkit.InstallBrowser;
import dev.lifeline.testkit.TwoWorkspaces;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a workspace is installed by OAuth, and how it is not. */
class InstallationScenarioTest {

    private static final String NOTHING = "Nothing was installed";

    private final TwoWorkspaces workspaces = TwoWorkspaces.lasting();

    @AfterEach
    void close() {
        workspaces.close();
    }

    @Test
    void Slack_is_asked_for_the_scopes_of_the_manifest_and_the_browser_keeps_a_cookie_for_one_page() {
        InstallBrowser browser = workspaces.browser();

        assertThat(browser.begin().toString())
                .contains(
                        "/oauth/v2/authorize?client_id=1000000000.1000000000",
                        "&scope=app_mentions%3Aread%2C",
                        "users%3Aread.email&state=",
                        "&redirect_uri=http%3A%2F%2Flocalhost");
        assertThat(browser.cookie())
                .contains("HttpOnly", "SameSite=Lax", "Path=/slack/oauth_redirect", "Max-Age=600")
                .doesNotContain("Secure");
    }

    @Test
    void whoever_cancels_installs_nothing() {
        InstallBrowser browser = workspaces.browser();

        assertThat(browser.cancel(browser.begin())).contains(NOTHING, "cancelled");
        assertThat(StoredTokens.count(workspaces.database())).isZero();
    }

    @Test
    void what_Slack_answers_is_taken_once() {
        InstallBrowser browser = workspaces.browser();
        URI answer = browser.answer(browser.begin(), "&team=" + TwoWorkspaces.PARTNER);

        assertThat(browser.open(answer)).contains("Installed", "Partner Ltd");
        assertThat(browser.open(answer)).contains(NOTHING, "last ten minutes");
    }

    @Test
    void an_answer_that_another_browser_asked_for_is_refused_and_can_still_be_used_by_that() {
        InstallBrowser attacker = workspaces.browser();
        URI answer = attacker.answer(attacker.begin(), "&team=" + TwoWorkspaces.PARTNER);
        InstallBrowser victim = workspaces.browser();

        assertThat(victim.open(answer)).contains(NOTHING, "this browser");
        victim.begin();
        assertThat(victim.open(answer)).contains(NOTHING, "this browser");
        assertThat(StoredTokens.count(workspaces.database())).isZero();
    }

    @Test
    void a_state_of_nobody_is_refused_before_Slack_is_asked() {
        InstallBrowser browser = workspaces.browser();
        URI answer = browser.answer(browser.begin(), "&team=" + TwoWorkspaces.PARTNER);

        assertThat(browser.open(URI.create(answer.toString().replaceFirst("state=...", "state=AAA"))))
                .contains(NOTHING);
        assertThat(browser.open(URI.create(answer.toString().replaceFirst("state=[^&]*", ""))))
                .contains(NOTHING);
    }

    @Test
    void an_answer_is_too_late_after_ten_minutes() {
        InstallBrowser browser = workspaces.browser();
        URI answer = browser.answer(browser.begin(), "&team=" + TwoWorkspaces.PARTNER);
        workspaces.advanceClock(Duration.ofMinutes(11));

        assertThat(browser.open(answer)).contains(NOTHING, "last ten minutes");
    }

    @Test
    void a_code_of_somebody_else_is_refused() {
        InstallBrowser browser = workspaces.browser();
        URI answer = browser.answer(browser.begin(), "&team=" + TwoWorkspaces.PARTNER);

        assertThat(browser.open(URI.create(answer.toString().replaceFirst("code=.*", "code=forged"))))
                .contains(NOTHING, "Slack did not confirm");
    }

    @Test
    void P4_a_workspace_that_the_operator_did_not_allow_is_refused_and_its_token_given_back() {
        workspaces.restartBotAllowing("T0OTHER");
        InstallBrowser browser = workspaces.browser();

        assertThat(browser.agree(browser.begin(), TwoWorkspaces.PARTNER)).contains(NOTHING, "has not allowed");
        assertThat(StoredTokens.count(workspaces.database())).isZero();
        assertThat(workspaces.partnerTokenError()).isEqualTo("token_revoked");
    }

    @Test
    void the_home_workspace_keeps_the_token_that_it_has() {
        InstallBrowser browser = workspaces.browser();

        assertThat(browser.agree(browser.begin(), "T0LIFELINE")).contains(NOTHING, "own workspace");
        workspaces.homeUser("asha").type("/rescue web-07").waitForText("Boot web-07");
    }

    @Test
    void the_pages_speak_the_browser_s_language_and_load_nothing_from_elsewhere() {
        InstallBrowser browser = workspaces.browser();

        assertThat(browser.openIn("it", URI.create("/slack/oauth_redirect"))).contains("Non è stato installato nulla");
        assertThat(browser.openIn("de", URI.create("/slack/oauth_redirect"))).contains("Nichts wurde installiert");
        assertThat(browser.open(URI.create("/slack/oauth_redirect"))).contains("../link/page.css");
    }
}
