package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A private channel gets another id when it is shared with a partner (src/docs/platform/slack.md, section Who is clicking). */
class SharedChannelTest extends FakeSlackTestBase {

    private static final String OLD_CHANNEL_ID = "G0OPSPRIVATE";
    private static final String NEW_CHANNEL_ID = "C0OPSPRIVATE";
    private static final String BUTTON = "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"go\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go on\"}}]}]";

    private void shareChannel(String channel) {
        assertThat(client.injectFault(Map.of("fault", "share-channel", "channel", channel))
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_old_id_is_unknown_and_everything_is_under_the_new_one() {
        String root = postMessage("channel", OLD_CHANNEL_ID, "text", "root");
        postMessage("channel", OLD_CHANNEL_ID, "text", "reply", "thread_ts", root);

        shareChannel("ops-private");

        assertThat(callExpectingError("chat.postMessage", "channel", OLD_CHANNEL_ID, "text", "x"))
                .isEqualTo("channel_not_found");
        assertThat(callExpectingError("conversations.info", "channel", OLD_CHANNEL_ID))
                .isEqualTo("channel_not_found");
        assertThat(callExpectingError("chat.update", "channel", OLD_CHANNEL_ID, "ts", root, "text", "x"))
                .isEqualTo("channel_not_found");
        JsonNode replies = client.callApi("conversations.replies", "channel", NEW_CHANNEL_ID, "ts", root);
        assertThat(replies.path("messages").findValuesAsText("text")).containsExactly("root", "reply");
        assertThat(replies.at("/messages/1/thread_ts").asText()).isEqualTo(root);
        assertThat(callExpectingError("chat.update", "channel", NEW_CHANNEL_ID, "ts", root, "text", "changed"))
                .isEmpty();
        assertThat(client.visibleTo("chiara", "ops-private")
                        .at("/messages/0/text")
                        .asText())
                .isEqualTo("changed");
    }

    @Test
    void a_shared_private_channel_stays_private_and_lists_its_members_and_teams() {
        JsonNode before = client.callApi("conversations.info", "channel", OLD_CHANNEL_ID)
                .path("channel")
                .deepCopy();
        JsonNode members = client.callApi("conversations.members", "channel", OLD_CHANNEL_ID)
                .path("members")
                .deepCopy();

        shareChannel(OLD_CHANNEL_ID);

        JsonNode now =
                client.callApi("conversations.info", "channel", NEW_CHANNEL_ID).path("channel");
        assertThat(before.path("is_group").asBoolean()).isTrue();
        assertThat(before.path("is_ext_shared").asBoolean(true)).isFalse();
        assertThat(now.path("is_group").asBoolean(true)).isFalse();
        assertThat(now.path("is_channel").asBoolean()).isTrue();
        assertThat(now.path("is_private").asBoolean()).isTrue();
        assertThat(now.path("is_ext_shared").asBoolean()).isTrue();
        assertThat(now.path("connected_team_ids")).hasSize(1);
        assertThat(client.callApi("conversations.members", "channel", NEW_CHANNEL_ID)
                        .path("members"))
                .isEqualTo(members);
        assertThat(client.callApi("conversations.list", "types", "private_channel")
                        .path("channels")
                        .findValuesAsText("id"))
                .isEqualTo(List.of(NEW_CHANNEL_ID));
    }

    @Test
    void an_app_in_the_channel_receives_both_ids() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");

        shareChannel("ops-private");

        JsonNode payload = socket.awaitFrame("events_api").path("payload");
        assertThat(payload.path("is_ext_shared_channel").asBoolean()).isTrue();
        assertThat(payload.at("/event/type").asText()).isEqualTo("channel_id_changed");
        assertThat(payload.at("/event/old_channel_id").asText()).isEqualTo(OLD_CHANNEL_ID);
        assertThat(payload.at("/event/new_channel_id").asText()).isEqualTo(NEW_CHANNEL_ID);
        assertThat(payload.at("/event/event_ts").asText()).isNotEmpty();
    }

    @Test
    void an_app_outside_the_channel_receives_nothing() {
        client.injectFault(Map.of("fault", "remove-bot", "channel", "ops-private"));

        assertNoEventDelivered();
    }

    @Test
    void an_app_without_subscription_receives_nothing() {
        client.post("/sandbox/app", Map.of("events", List.of("app_mention")));

        assertNoEventDelivered();
    }

    private void assertNoEventDelivered() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        shareChannel("ops-private");

        var typed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        socket.ack(socket.awaitFrame("slash_commands"), "");
        typed.join();

        assertThat(socket.framesOfType("events_api")).isEmpty();
    }

    @Test
    void a_public_channel_keeps_its_id_and_stays_shared_when_faults_are_cleared() {
        shareChannel("incident-42");
        client.delete("/sandbox/faults");

        JsonNode now = client.callApi("conversations.info", "channel", INCIDENT_CHANNEL)
                .path("channel");
        assertThat(now.path("is_ext_shared").asBoolean()).isTrue();
        assertThat(client.get("/sandbox/world", Map.of())
                        .at("/channels/0/is_ext_shared")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_old_link_leads_users_to_the_present_channel() {
        postMessage("channel", OLD_CHANNEL_ID, "text", "root");

        shareChannel("ops-private");

        assertThat(client.visibleTo("asha", OLD_CHANNEL_ID).path("messages")).hasSize(1);
        assertThat(client.visibleTo("bruno", OLD_CHANNEL_ID).path("error").asText())
                .isEqualTo("channel_not_found");
    }

    @Test
    void messages_and_response_urls_from_before_keep_working() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        String card = postMessage("channel", OLD_CHANNEL_ID, "text", "Go?", "blocks", BUTTON);
        String earlier = clickAndAck(socket, 0).path("response_url").asText();

        shareChannel("ops-private");

        client.post(earlier, Map.of("text", "still here", "response_type", "in_channel"));
        JsonNode later = clickAndAck(socket, 1);
        assertThat(later.at("/container/channel_id").asText()).isEqualTo(NEW_CHANNEL_ID);
        assertThat(later.at("/channel/id").asText()).isEqualTo(NEW_CHANNEL_ID);
        assertThat(later.at("/container/message_ts").asText()).isEqualTo(card);
        client.post(earlier, Map.of("text", "gone", "replace_original", true));
        assertThat(client.visibleTo("asha", "ops-private").path("messages").findValuesAsText("text"))
                .contains("gone", "still here")
                .doesNotContain("Go?");
    }

    /** Clicks as asha, acknowledges and returns the payload. */
    private JsonNode clickAndAck(RawSocket socket, int before) {
        Map<String, String> press = Map.of("channel", "ops-private", "presses", "go");
        var outcome = CompletableFuture.supplyAsync(() -> act("asha", press));
        await().until(() -> socket.framesOfType("interactive").size() > before);
        JsonNode envelope = socket.framesOfType("interactive").get(before);
        socket.ack(envelope, "");
        outcome.join();
        return envelope.path("payload");
    }
}
