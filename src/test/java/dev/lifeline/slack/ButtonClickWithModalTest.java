package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.port.ModalRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A button that is answered in a modal: the modal is opened first, and the click is stored whether or not it opened. */
class ButtonClickWithModalTest extends HttpModeTestBase {

    private static final String CLICK_PAYLOAD = """
            {"type":"block_actions","team":{"id":"T1OURS"},"api_app_id":"A0APP","user":{"id":"U1"},"trigger_id":"t1",
             "channel":{"id":"C1"},"container":{"type":"message","channel_id":"C1","message_ts":"1.1"},
             "response_url":"https://hooks.slack.com/1",
             "actions":[{"type":"button","action_id":"rescue.reveal-password","value":"abc12345","action_ts":"2.2"}]}
            """;

    private int postClick(long secondsLater) {
        String body = "payload=" + URLEncoder.encode(CLICK_PAYLOAD, StandardCharsets.UTF_8);
        SignedRequest post = SignedRequest.sign(body, clock.instant().getEpochSecond() + secondsLater);
        return adapter.handleHttpRequest("POST", post.headers(), post.body()).status();
    }

    private static Interaction.Payload expectedClick(Optional<ModalRef> modalRef) {
        return new Interaction.Payload.ButtonClickWithModal("rescue.reveal-password", "abc12345", modalRef);
    }

    @Test
    void the_modal_is_stored_with_the_click() {
        slack.respondOnce("views.open", "{\"ok\":true,\"view\":{\"id\":\"V7\",\"hash\":\"1.h\"}}");

        assertThat(postClick(0)).isEqualTo(200);
        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(
                        expectedClick(Optional.of(new ModalRef("V7", "1.h", Optional.of(new SlackUserId("U1"))))));
        assertThat(slack.onlyCallForm("views.open").get("view")).contains("being read");
    }

    @Test
    void P2_without_a_modal_the_click_is_stored_all_the_same() {
        slack.failOnce("views.open", "expired_trigger_id");

        assertThat(postClick(0)).isEqualTo(200);
        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(expectedClick(Optional.empty()));
    }

    @Test
    void a_duplicate_delivery_is_stored_once_with_the_modal_that_opened() {
        slack.respondOnce("views.open", "{\"ok\":true,\"view\":{\"id\":\"V7\",\"hash\":\"1.h\"}}");
        slack.failOnce("views.open", "exchanged_trigger_id");

        assertThat(postClick(0)).isEqualTo(200);
        assertThat(postClick(1)).isEqualTo(200);
        assertThat(inbox.interactions)
                .extracting(Interaction::payload)
                .containsExactly(
                        expectedClick(Optional.of(new ModalRef("V7", "1.h", Optional.of(new SlackUserId("U1"))))));
    }
}
