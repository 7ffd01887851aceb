package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.testkit.RecordingInbox;
import dev.lifeline.testkit.SettableClock;
import java.net.URI;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The check of the Slack settings at start. */
class TokenCheckTest {

    private final StubSlack slack = new StubSlack();
    private final SlackFixture adapter =
            SlackFixture.receiving(slack.account(), new RecordingInbox(), new SettableClock());

    @AfterEach
    void close() {
        adapter.close();
        slack.close();
    }

    @Test
    void slack_says_who_we_are_and_what_we_may() {
        slack.respondOnce(
                "auth.test",
                new MockResponse.Builder()
                        .addHeader("x-oauth-scopes", "commands, chat:write")
                        .body("{\"ok\":true,\"team\":\"Ours\",\"team_id\":\"T1OURS\",\"user_id\":\"U0BOT\"}")
                        .build());

        BotIdentity self = adapter.checkTokens();

        assertThat(self.teamName()).isEqualTo("Ours");
        assertThat(self.scopes()).containsExactlyInAnyOrder("commands", "chat:write");
        assertThat(slack.calls("auth.test").get(0).authorizationHeader()).isEqualTo("Bearer " + StubSlack.BOT_TOKEN);
    }

    @Test
    void a_wrong_token_is_told_together_with_where_the_right_one_is() {
        slack.failOnce("auth.test", "invalid_auth");

        assertThatThrownBy(adapter::checkTokens)
                .isInstanceOf(SlackUnusableException.class)
                .hasMessageContainingAll("SLACK_BOT_TOKEN", "invalid_auth", "OAuth & Permissions")
                .hasMessageNotContaining("xoxb-a-bot");
    }

    @Test
    void silence_is_no_verdict_on_the_token() {
        slack.respondOnce("auth.test", "<html>");

        assertThatThrownBy(adapter::checkTokens).hasMessageContaining("does not answer");
    }

    @Test
    void an_address_where_there_is_no_slack_is_told_as_that() {
        slack.respondOnce(
                "auth.test",
                new MockResponse.Builder().code(404).body("<h1>404</h1>").build());

        assertThatThrownBy(adapter::checkTokens).hasMessageContainingAll("HTTP 404", "check SLACK_API_URL");
    }

    @Test
    void secrets_show_nowhere() {
        assertThat(slack.account().toString())
                .doesNotContain(StubSlack.BOT_TOKEN, StubSlack.APP_TOKEN, StubSlack.SIGNING_SECRET);
    }

    @Test
    void a_blank_signing_secret_is_refused_at_birth() {
        URI api = URI.create("https://slack.com/api");
        assertThatThrownBy(() -> new SlackClientConfig("xoxb-1", Optional.empty(), Optional.of(" "), api))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new SlackClientConfig("xoxb-1", Optional.empty(), Optional.empty(), api).apiUrl())
                .hasToString("https://slack.com/api/");
    }
}
