package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.command.Ask;
import dev.lifeline.message.Window;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A button that is answered in a window: opened first of all, and what was asked is written down whether or not it opened. */
class WindowPressTest extends HttpConversation {

    private static final String PRESS = """
            {"type":"block_actions","team":{"id":"T1OURS"},"api_app_id":"A0APP","user":{"id":"U1"},"trigger_id":"t1",
             "channel":{"id":"C1"},"container":{"type":"message","channel_id":"C1","message_ts":"1.1"},
             "response_url":"https://hooks.slack.com/1",
             "actions":[{"type":"button","action_id":"rescue.reveal-password","value":"abc12345","action_ts":"2.2"}]}
            """;

    private int pressed(long secondsLater) {
        String body = "payload=" + URLEncoder.encode(PRESS, StandardCharsets.UTF_8);
        SignedPost post = SignedPost.of(body, clock.instant().getEpochSecond() + secondsLater);
        return door.answer("POST", post.headers(), post.body()).status();
    }

    private static Ask.What waitsIn(Optional<Window> window) {
        return new Ask.What.PressedForWindow("rescue.reveal-password", "abc12345", window);
    }

    @Test
    void its_window_travels_with_what_was_asked() {
        slack.says("views.open", "{\"ok\":true,\"view\":{\"id\":\"V7\",\"hash\":\"1.h\"}}");

        assertThat(pressed(0)).isEqualTo(200);
        assertThat(inbox.asks).extracting(Ask::what).containsExactly(waitsIn(Optional.of(new Window("V7", "1.h"))));
        assertThat(slack.only("views.open").get("view")).contains("being read");
    }

    @Test
    void P2_without_a_window_it_is_asked_all_the_same() {
        slack.refuses("views.open", "expired_trigger_id");

        assertThat(pressed(0)).isEqualTo(200);
        assertThat(inbox.asks).extracting(Ask::what).containsExactly(waitsIn(Optional.empty()));
    }

    @Test
    void delivered_twice_it_is_asked_once_with_the_window_that_opened() {
        slack.says("views.open", "{\"ok\":true,\"view\":{\"id\":\"V7\",\"hash\":\"1.h\"}}");
        slack.refuses("views.open", "exchanged_trigger_id");

        assertThat(pressed(0)).isEqualTo(200);
        assertThat(pressed(1)).isEqualTo(200);
        assertThat(inbox.asks).extracting(Ask::what).containsExactly(waitsIn(Optional.of(new Window("V7", "1.h"))));
    }
}
