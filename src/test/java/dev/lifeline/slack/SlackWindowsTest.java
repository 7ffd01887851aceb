package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.device.Secret;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.message.Window;
import dev.lifeline.message.Windows.Sight;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A window that one person has open: what gets in, and what comes of it. */
class SlackWindowsTest {

    private static final Window WINDOW = new Window("V1", "1.abc");
    private static final Message ABOVE = Message.saying(Line.words("On record:"));

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), new OwnBudgets(clock), clock);
    private final Whisper whisper = new Whisper(slack.account());
    private final SlackWindows windows = new SlackWindows(api, whisper);

    @AfterEach
    void close() {
        whisper.close();
        api.close();
        slack.close();
    }

    @Test
    void it_opens_at_once_and_is_known_by_id_and_hash() {
        slack.says("views.open", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.abc\"}}");

        assertThat(windows.open("t1")).contains(WINDOW);
        assertThat(slack.only("views.open")).containsEntry("trigger_id", "t1");
    }

    @Test
    void P6_nothing_in_it_makes_slack_send_it_back() {
        windows.open("t1");
        JsonNode view = StubSlack.json(slack.only("views.open").get("view"));

        assertThat(view.has("submit")).isFalse();
        assertThat(view.has("notify_on_close")).isFalse();
        assertThat(view.findValuesAsText("type")).doesNotContain("actions", "input", "button");
    }

    @Test
    void a_trigger_that_is_used_up_opens_none() {
        slack.refuses("views.open", "exchanged_trigger_id");

        assertThat(windows.open("t1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a\"b\\c", "<!channel> *b* :key:", "é🔑\u202e\u0000", "\ud83d alone"})
    void a_secret_gets_in_as_it_is(String secret) {
        slack.says("views.update", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"blocks\":[]}}");

        assertThat(windows.show(WINDOW, ABOVE, Secret.of(secret.toCharArray()))).isEqualTo(Sight.SHOWN);

        JsonNode update = StubSlack.json(slack.calls("views.update").get(0).body());
        assertThat(update.path("view_id").asText()).isEqualTo("V1");
        assertThat(update.path("hash").asText()).isEqualTo("1.abc");
        assertThat(update.at("/view/blocks").findValuesAsText("text")).contains(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "not_found, NOT_SHOWN",
        "hash_conflict, NOT_SHOWN",
        "internal_error, UNKNOWN",
        "token_revoked, NOT_SHOWN"
    })
    void what_slack_refuses_is_known_as_not_shown(String error, Sight sight) {
        slack.refuses("views.update", error);
        slack.refuses("views.update", error);

        assertThat(windows.show(WINDOW, ABOVE, Secret.of("x".toCharArray()))).isEqualTo(sight);
        assertThat(windows.show(WINDOW, ABOVE)).isEqualTo(sight);
    }

    @Test
    void P3_an_answer_that_makes_no_sense_says_neither() {
        slack.says("views.update", "<html>");
        slack.says("views.update", new MockResponse.Builder().code(503).build());

        assertThat(windows.show(WINDOW, ABOVE, Secret.of("x".toCharArray()))).isEqualTo(Sight.UNKNOWN);
        assertThat(windows.show(WINDOW, ABOVE, Secret.of("x".toCharArray()))).isEqualTo(Sight.UNKNOWN);
    }
}
