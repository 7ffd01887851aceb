package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Interactions of users, and the validity of trigger ids and response URLs. */
class InteractionTest extends FakeSlackTestBase {

    private static final String BUTTON = "[{\"type\":\"actions\",\"block_id\":\"b\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"go\",\"value\":\"v\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go on\"}}]}]";
    private static final String MODAL = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},"
            + "\"blocks\":[{\"type\":\"divider\"}]}";

    private RawSocket socket;

    @BeforeEach
    void connect() {
        socket = RawSocket.open(client);
        socket.awaitFrame("hello");
    }

    /** Performs a user action, acknowledges its delivery and returns the payload. */
    private JsonNode actAndAck(String person, Map<String, ?> action) {
        int before = socket.frames().size();
        var outcome = CompletableFuture.supplyAsync(() -> act(person, action));
        JsonNode envelope = socket.awaitFrame(frame -> socket.frames().indexOf(frame) >= before);
        socket.ack(envelope, "");
        assertThat(outcome.join().path("acked").asBoolean()).isTrue();
        return envelope.path("payload");
    }

    @Test
    void a_click_delivers_its_message_and_state() {
        String root = postMessage("channel", INCIDENT_CHANNEL, "text", "root");
        String ts = postMessage("channel", INCIDENT_CHANNEL, "text", "Go?", "blocks", BUTTON, "thread_ts", root);

        JsonNode payload = actAndAck("bruno", Map.of("presses", "go on", "message", ts));

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
        client.callApi(
                "chat.postEphemeral", "channel", INCIDENT_CHANNEL, "user", "U0ASHA", "text", "psst", "blocks", BUTTON);
        JsonNode payload = actAndAck("asha", Map.of("presses", "go"));
        String url = payload.path("response_url").asText();
        client.post(url, Map.of("replace_original", true, "text", "changed"));

        JsonNode seen = client.visibleTo("asha", "incident-42").path("messages");
        client.post(url, Map.of("delete_original", true));

        assertThat(payload.path("container").path("is_ephemeral").asBoolean()).isTrue();
        assertThat(payload.has("message")).isFalse();
        assertThat(seen.findValuesAsText("text")).containsExactly("changed");
        assertThat(client.visibleTo("asha", "incident-42").path("messages")).isEmpty();
        assertThat(client.visibleTo("bruno", "incident-42").path("messages")).isEmpty();
    }

    @Test
    void an_ephemeral_message_is_gone_after_a_reload() {
        client.callApi("chat.postEphemeral", "channel", INCIDENT_CHANNEL, "user", "U0ASHA", "text", "psst");
        client.callApi("chat.postEphemeral", "channel", INCIDENT_CHANNEL, "user", "U0BRUNO", "text", "hush");
        postMessage("channel", INCIDENT_CHANNEL, "text", "for all");

        act("asha", Map.of("reloads", true));

        assertThat(client.visibleTo("asha", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("for all");
        assertThat(client.visibleTo("bruno", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("hush", "for all");
    }

    @Test
    void a_click_can_deliver_two_actions() {
        postMessage("channel", INCIDENT_CHANNEL, "text", "Go?", "blocks", BUTTON);
        client.injectFault(Map.of("fault", "two-actions"));

        JsonNode twofold = actAndAck("asha", Map.of("presses", "go"));
        JsonNode single = actAndAck("asha", Map.of("presses", "go"));

        assertThat(twofold.path("actions").findValuesAsText("action_id")).containsExactly("go", "go");
        assertThat(single.path("actions")).hasSize(1);
    }

    @Test
    void a_guests_click_names_their_own_workspace() {
        postMessage("channel", INCIDENT_CHANNEL, "text", "Go?", "blocks", BUTTON);

        assertThat(actAndAck("gwen", Map.of("presses", "go"))
                        .path("user")
                        .path("team_id")
                        .asText())
                .isEqualTo("T0PARTNER1");
    }

    @Test
    void a_trigger_id_is_valid_once() {
        String trigger =
                actAndAck("asha", Map.of("types", "/rescue")).path("trigger_id").asText();

        assertThat(client.callApi("views.open", "trigger_id", trigger, "view", MODAL)
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(callExpectingError("views.open", "trigger_id", trigger, "view", MODAL))
                .isEqualTo("exchanged_trigger_id");
    }

    @Test
    void a_trigger_id_is_valid_for_three_seconds() {
        String late =
                actAndAck("asha", Map.of("types", "/rescue")).path("trigger_id").asText();
        clock.advance(Duration.ofSeconds(4));
        client.injectFault(Map.of("fault", "expire-triggers"));
        String stale =
                actAndAck("asha", Map.of("types", "/rescue")).path("trigger_id").asText();

        assertThat(callExpectingError("views.open", "trigger_id", late, "view", MODAL))
                .isEqualTo("expired_trigger_id");
        assertThat(callExpectingError("views.open", "trigger_id", stale, "view", MODAL))
                .isEqualTo("expired_trigger_id");
    }

    @Test
    void views_are_stacked_three_deep_and_updates_check_the_hash() {
        JsonNode root = openView("views.open");
        JsonNode second = openView("views.push");
        openView("views.push");
        String trigger =
                actAndAck("asha", Map.of("types", "/rescue")).path("trigger_id").asText();

        assertThat(callExpectingError("views.push", "trigger_id", trigger, "view", MODAL))
                .isEqualTo("push_limit_reached");
        assertThat(second.path("root_view_id")).isEqualTo(root.path("id"));
        assertThat(second.path("previous_view_id")).isEqualTo(root.path("id"));
        String id = root.path("id").asText();
        assertThat(callExpectingError("views.update", "view_id", id, "hash", "0.stale", "view", MODAL))
                .isEqualTo("hash_conflict");
        assertThat(client.callApi(
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
        assertThat(callExpectingError("views.update", "view_id", "V0NONE", "view", MODAL))
                .isEqualTo("not_found");
        assertThat(client.visibleTo("asha", "incident-42").path("views")).hasSize(3);
    }

    private JsonNode openView(String method) {
        String trigger =
                actAndAck("asha", Map.of("types", "/rescue")).path("trigger_id").asText();
        return client.callApi(method, "trigger_id", trigger, "view", MODAL).path("view");
    }

    @Test
    void a_response_url_is_valid_five_times_within_thirty_minutes() {
        String url = actAndAck("asha", Map.of("channel", "random", "types", "/rescue"))
                .path("response_url")
                .asText();
        for (int i = 0; i < 5; i++)
            assertThat(postToResponseUrl(url, "n" + i).statusCode()).isEqualTo(200);
        HttpResponse<String> sixth = postToResponseUrl(url, "n6");
        String other = actAndAck("asha", Map.of("types", "/rescue"))
                .path("response_url")
                .asText();
        clock.advance(Duration.ofMinutes(31));
        HttpResponse<String> late = postToResponseUrl(other, "late");

        assertThat(FakeSlackClient.parseJson(sixth).path("error").asText()).isEqualTo("used_url");
        assertThat(FakeSlackClient.parseJson(late).path("error").asText()).isEqualTo("expired_url");
        assertThat(client.visibleTo("asha", "random").path("messages")).hasSize(5);
        assertThat(client.visibleTo("bruno", "random").path("messages")).isEmpty();
    }

    private HttpResponse<String> postToResponseUrl(String url, String text) {
        return client.post(url, Map.of("text", text));
    }

    @Test
    void an_unknown_element_is_answered_with_the_known_ones() {
        postMessage("channel", INCIDENT_CHANNEL, "text", "Go?", "blocks", BUTTON);

        JsonNode outcome = act("asha", Map.of("presses", "Stop"));

        assertThat(outcome.path("ok").asBoolean(true)).isFalse();
        assertThat(outcome.path("choices").path(0).asText()).isEqualTo("Go on");
    }

    @Test
    void private_channels_are_hidden_from_others() {
        assertThat(client.visibleTo("bruno", "ops-private").path("error").asText())
                .isEqualTo("channel_not_found");
        assertThat(client.visibleTo("chiara", "ops-private").path("messages").isArray())
                .isTrue();
    }

    @Test
    void a_permalink_leads_to_the_page() {
        String root = postMessage("channel", INCIDENT_CHANNEL, "text", "root");
        String link = client.callApi("chat.getPermalink", "channel", INCIDENT_CHANNEL, "message_ts", root)
                .path("permalink")
                .asText();

        assertThat(link).isEqualTo(slack.url() + "/archives/C0INCIDENT42/p" + root.replace(".", ""));
    }
}
