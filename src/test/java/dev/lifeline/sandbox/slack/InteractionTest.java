package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people press and see, and how long triggers and response URLs are good. */
class InteractionTest extends Workplace {

    private static final String BUTTON = "[{\"type\":\"actions\",\"block_id\":\"b\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"go\",\"value\":\"v\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go on\"}}]}]";
    private static final String MODAL = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},"
            + "\"blocks\":[{\"type\":\"divider\"}]}";

    private RawSocket socket;

    @BeforeEach
    void connect() {
        socket = RawSocket.open(http);
        socket.next("hello");
    }

    /** Somebody does something, the app acknowledges. */
    private JsonNode payload(String person, Map<String, ?> deed) {
        int before = socket.frames().size();
        var outcome = CompletableFuture.supplyAsync(() -> act(person, deed));
        JsonNode envelope = socket.next(frame -> socket.frames().indexOf(frame) >= before);
        socket.ack(envelope, "");
        assertThat(outcome.join().path("acked").asBoolean()).isTrue();
        return envelope.path("payload");
    }

    @Test
    void a_press_tells_the_app_everything_around_it() {
        String root = posted("channel", INCIDENT, "text", "root");
        String ts = posted("channel", INCIDENT, "text", "Go?", "blocks", BUTTON, "thread_ts", root);

        JsonNode payload = payload("bruno", Map.of("presses", "go on", "message", ts));

        assertThat(payload.path("type").asText()).isEqualTo("block_actions");
        assertThat(payload.path("container").path("message_ts").asText()).isEqualTo(ts);
        assertThat(payload.path("container").path("thread_ts").asText()).isEqualTo(root);
        assertThat(payload.path("container").path("is_ephemeral").asBoolean(true))
                .isFalse();
        assertThat(payload.path("message").path("blocks")).hasSize(1);
        assertThat(payload.path("user").path("team_id").asText()).isEqualTo("T0LIFELINE");
        assertThat(payload.path("actions").path(0).path("action_ts").asText()).isNotEmpty();
        assertThat(payload.path("actions").path(0).path("value").asText()).isEqualTo("v");
        assertThat(payload.properties().stream().map(Map.Entry::getKey))
                .contains("team", "api_app_id", "token", "enterprise", "is_enterprise_install", "trigger_id", "state");
    }

    @Test
    void an_ephemeral_message_is_changed_only_through_its_response_url() {
        http.api("chat.postEphemeral", "channel", INCIDENT, "user", "U0ASHA", "text", "psst", "blocks", BUTTON);
        JsonNode payload = payload("asha", Map.of("presses", "go"));
        String url = payload.path("response_url").asText();
        http.post(url, Map.of("replace_original", true, "text", "changed"));

        JsonNode seen = http.sees("asha", "incident-42").path("messages");
        http.post(url, Map.of("delete_original", true));

        assertThat(payload.path("container").path("is_ephemeral").asBoolean()).isTrue();
        assertThat(payload.has("message")).isFalse();
        assertThat(seen.findValuesAsText("text")).containsExactly("changed");
        assertThat(http.sees("asha", "incident-42").path("messages")).isEmpty();
        assertThat(http.sees("bruno", "incident-42").path("messages")).isEmpty();
    }

    @Test
    void an_ephemeral_message_is_gone_when_its_reader_loads_everything_anew() {
        http.api("chat.postEphemeral", "channel", INCIDENT, "user", "U0ASHA", "text", "psst");
        http.api("chat.postEphemeral", "channel", INCIDENT, "user", "U0BRUNO", "text", "hush");
        posted("channel", INCIDENT, "text", "for all");

        act("asha", Map.of("reloads", true));

        assertThat(http.sees("asha", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("for all");
        assertThat(http.sees("bruno", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("hush", "for all");
    }

    @Test
    void a_press_may_tell_of_two_actions() {
        posted("channel", INCIDENT, "text", "Go?", "blocks", BUTTON);
        http.fault(Map.of("fault", "two-actions"));

        JsonNode twofold = payload("asha", Map.of("presses", "go"));
        JsonNode single = payload("asha", Map.of("presses", "go"));

        assertThat(twofold.path("actions").findValuesAsText("action_id")).containsExactly("go", "go");
        assertThat(single.path("actions")).hasSize(1);
    }

    @Test
    void a_guest_may_press_and_is_told_apart_by_the_workspace() {
        posted("channel", INCIDENT, "text", "Go?", "blocks", BUTTON);

        assertThat(payload("gwen", Map.of("presses", "go"))
                        .path("user")
                        .path("team_id")
                        .asText())
                .isEqualTo("T0PARTNER1");
    }

    @Test
    void a_trigger_is_good_once() {
        String trigger =
                payload("asha", Map.of("types", "/rescue")).path("trigger_id").asText();

        assertThat(http.api("views.open", "trigger_id", trigger, "view", MODAL)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(error("views.open", "trigger_id", trigger, "view", MODAL)).isEqualTo("trigger_exchanged");
    }

    @Test
    void a_trigger_is_good_for_three_seconds() {
        String late =
                payload("asha", Map.of("types", "/rescue")).path("trigger_id").asText();
        clock.goOn(Duration.ofSeconds(4));
        http.fault(Map.of("fault", "expire-triggers"));
        String stale =
                payload("asha", Map.of("types", "/rescue")).path("trigger_id").asText();

        assertThat(error("views.open", "trigger_id", late, "view", MODAL)).isEqualTo("trigger_expired");
        assertThat(error("views.open", "trigger_id", stale, "view", MODAL)).isEqualTo("trigger_expired");
    }

    @Test
    void views_are_stacked_three_deep_and_updates_mind_the_hash() {
        JsonNode root = opened("views.open");
        JsonNode second = opened("views.push");
        opened("views.push");
        String trigger =
                payload("asha", Map.of("types", "/rescue")).path("trigger_id").asText();

        assertThat(error("views.push", "trigger_id", trigger, "view", MODAL)).isEqualTo("push_limit_reached");
        assertThat(second.path("root_view_id")).isEqualTo(root.path("id"));
        assertThat(second.path("previous_view_id")).isEqualTo(root.path("id"));
        String id = root.path("id").asText();
        assertThat(error("views.update", "view_id", id, "hash", "0.stale", "view", MODAL))
                .isEqualTo("hash_conflict");
        assertThat(http.api(
                                "views.update",
                                "view_id",
                                id,
                                "hash",
                                root.path("hash").asText(),
                                "view",
                                MODAL)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(error("views.update", "view_id", "V0NONE", "view", MODAL)).isEqualTo("not_found");
        assertThat(http.sees("asha", "incident-42").path("views")).hasSize(3);
    }

    private JsonNode opened(String method) {
        String trigger =
                payload("asha", Map.of("types", "/rescue")).path("trigger_id").asText();
        return http.api(method, "trigger_id", trigger, "view", MODAL).path("view");
    }

    @Test
    void a_response_url_is_good_five_times_within_thirty_minutes() {
        String url = payload("asha", Map.of("channel", "random", "types", "/rescue"))
                .path("response_url")
                .asText();
        for (int i = 0; i < 5; i++) assertThat(say(url, "n" + i).statusCode()).isEqualTo(200);
        HttpResponse<String> sixth = say(url, "n6");
        String other =
                payload("asha", Map.of("types", "/rescue")).path("response_url").asText();
        clock.goOn(Duration.ofMinutes(31));
        HttpResponse<String> late = say(other, "late");

        assertThat(Http.read(sixth).path("error").asText()).isEqualTo("used_url");
        assertThat(Http.read(late).path("error").asText()).isEqualTo("expired_url");
        assertThat(http.sees("asha", "random").path("messages")).hasSize(5);
        assertThat(http.sees("bruno", "random").path("messages")).isEmpty();
    }

    private HttpResponse<String> say(String url, String text) {
        return http.post(url, Map.of("text", text));
    }

    @Test
    void what_cannot_be_pressed_is_answered_with_what_can() {
        posted("channel", INCIDENT, "text", "Go?", "blocks", BUTTON);

        JsonNode outcome = act("asha", Map.of("presses", "Stop"));

        assertThat(outcome.path("ok").asBoolean(true)).isFalse();
        assertThat(outcome.path("choices").path(0).asText()).isEqualTo("Go on");
    }

    @Test
    void private_channels_are_hidden_from_others() {
        assertThat(http.sees("bruno", "ops-private").path("error").asText()).isEqualTo("channel_not_found");
        assertThat(http.sees("chiara", "ops-private").path("messages").isArray())
                .isTrue();
    }

    @Test
    void a_permalink_leads_to_the_page() {
        String root = posted("channel", INCIDENT, "text", "root");
        String link = http.api("chat.getPermalink", "channel", INCIDENT, "message_ts", root)
                .path("permalink")
                .asText();

        assertThat(link).isEqualTo(slack.url() + "/archives/C0INCIDENT42/p" + root.replace(".", ""));
    }
}
