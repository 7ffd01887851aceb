package dev.lifeline.slack.modal;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.access.SlackUser;
import dev.lifeline.device.Secret;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.message.port.ModalUpdater.ModalUpdateResult;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.SettableClock;
import java.util.Locale;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modal that shows a secret to one person: what is put into it, and the result of the update. */
class SecretModalTest {

    private static final ModalRef MODAL = new ModalRef("V1", "1.abc", Optional.of(ASHA));
    private static final Message MODAL_TEXT = Message.of(TextLine.ofText("On record:"));

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), new LocalRateLimiter(clock), clock);
    private final SecretWebApi secretApi = new SecretWebApi(slack.account());
    private SlackUser slackUser = Fixtures.slackMember(ASHA, "asha@example.com");
    private final SecretModal secretModal = new SecretModal(api, secretApi, id -> slackUser);

    @AfterEach
    void close() {
        secretApi.close();
        api.close();
        slack.close();
    }

    @Test
    void it_opens_at_once_and_is_known_by_id_and_hash() {
        slack.respondOnce("views.open", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.abc\"}}");

        assertThat(secretModal.open("t1", ASHA)).contains(MODAL);
        assertThat(slack.onlyCallForm("views.open")).containsEntry("trigger_id", "t1");
    }

    @Test
    void what_it_shows_is_in_the_readers_language_around_it_too() {
        slackUser = new SlackUser(ASHA, "Asha", Optional.empty(), Locale.ITALY, SlackUser.UserKind.MEMBER);
        secretModal.update(MODAL, MODAL_TEXT);

        String view = slack.onlyCallForm("views.update").get("view");
        assertThat(view).contains("\"Chiudi\"").doesNotContain("\"Close\"");
    }

    @Test
    void P6_nothing_in_it_makes_slack_send_it_back() {
        secretModal.open("t1", ASHA);
        JsonNode view = StubSlack.parseJson(slack.onlyCallForm("views.open").get("view"));

        assertThat(view.has("submit")).isFalse();
        assertThat(view.has("notify_on_close")).isFalse();
        assertThat(view.findValuesAsText("type")).doesNotContain("actions", "input", "button");
    }

    @Test
    void a_trigger_that_is_used_up_opens_none() {
        slack.failOnce("views.open", "exchanged_trigger_id");

        assertThat(secretModal.open("t1", ASHA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a\"b\\c", "<!channel> *b* :key:", "é🔑\u202e\u0000", "\ud83d alone"})
    void a_secret_gets_in_as_it_is(String secret) {
        slack.respondOnce("views.update", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"blocks\":[]}}");

        assertThat(secretModal.update(MODAL, MODAL_TEXT, Secret.of(secret.toCharArray())))
                .isEqualTo(ModalUpdateResult.SHOWN);

        JsonNode update = StubSlack.parseJson(slack.calls("views.update").get(0).body());
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
    void what_slack_refuses_is_known_as_not_shown(String error, ModalUpdateResult modalUpdateResult) {
        slack.failOnce("views.update", error);
        slack.failOnce("views.update", error);

        assertThat(secretModal.update(MODAL, MODAL_TEXT, Secret.of("x".toCharArray())))
                .isEqualTo(modalUpdateResult);
        assertThat(secretModal.update(MODAL, MODAL_TEXT)).isEqualTo(modalUpdateResult);
    }

    @Test
    void P3_an_answer_that_makes_no_sense_says_neither() {
        slack.respondOnce("views.update", "<html>");
        slack.respondOnce("views.update", new MockResponse.Builder().code(503).build());

        assertThat(secretModal.update(MODAL, MODAL_TEXT, Secret.of("x".toCharArray())))
                .isEqualTo(ModalUpdateResult.UNKNOWN);
        assertThat(secretModal.update(MODAL, MODAL_TEXT, Secret.of("x".toCharArray())))
                .isEqualTo(ModalUpdateResult.UNKNOWN);
    }
}
