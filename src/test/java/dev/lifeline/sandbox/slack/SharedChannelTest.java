package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A private channel is shared with a partner, and is another one by its id from then on (slack.md 4.4). */
class SharedChannelTest extends Workplace {

    private static final String OLD = "G0OPSPRIVATE";
    private static final String NEW = "C0OPSPRIVATE";
    private static final String BUTTON = "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\","
            + "\"action_id\":\"go\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go on\"}}]}]";

    private void share(String channel) {
        assertThat(http.fault(Map.of("fault", "share-channel", "channel", channel))
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_old_id_is_unknown_and_everything_is_under_the_new_one() {
        String root = posted("channel", OLD, "text", "root");
        posted("channel", OLD, "text", "reply", "thread_ts", root);

        share("ops-private");

        assertThat(error("chat.postMessage", "channel", OLD, "text", "x")).isEqualTo("channel_not_found");
        assertThat(error("conversations.info", "channel", OLD)).isEqualTo("channel_not_found");
        assertThat(error("chat.update", "channel", OLD, "ts", root, "text", "x"))
                .isEqualTo("channel_not_found");
        JsonNode replies = http.api("conversations.replies", "channel", NEW, "ts", root);
        assertThat(replies.path("messages").findValuesAsText("text")).containsExactly("root", "reply");
        assertThat(replies.at("/messages/1/thread_ts").asText()).isEqualTo(root);
        assertThat(error("chat.update", "channel", NEW, "ts", root, "text", "changed"))
                .isEmpty();
        assertThat(http.sees("chiara", "ops-private").at("/messages/0/text").asText())
                .isEqualTo("changed");
    }

    @Test
    void it_is_still_private_has_its_members_and_says_with_whom_it_is_shared() {
        JsonNode before =
                http.api("conversations.info", "channel", OLD).path("channel").deepCopy();
        JsonNode members = http.api("conversations.members", "channel", OLD)
                .path("members")
                .deepCopy();

        share(OLD);

        JsonNode now = http.api("conversations.info", "channel", NEW).path("channel");
        assertThat(before.path("is_group").asBoolean()).isTrue();
        assertThat(before.path("is_ext_shared").asBoolean(true)).isFalse();
        assertThat(now.path("is_group").asBoolean(true)).isFalse();
        assertThat(now.path("is_channel").asBoolean()).isTrue();
        assertThat(now.path("is_private").asBoolean()).isTrue();
        assertThat(now.path("is_ext_shared").asBoolean()).isTrue();
        assertThat(now.path("connected_team_ids")).hasSize(1);
        assertThat(http.api("conversations.members", "channel", NEW).path("members"))
                .isEqualTo(members);
        assertThat(http.api("conversations.list", "types", "private_channel")
                        .path("channels")
                        .findValuesAsText("id"))
                .isEqualTo(List.of(NEW));
    }

    @Test
    void an_app_that_is_in_the_channel_is_told_both_ids() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");

        share("ops-private");

        JsonNode told = socket.next("events_api").path("payload");
        assertThat(told.path("is_ext_shared_channel").asBoolean()).isTrue();
        assertThat(told.at("/event/type").asText()).isEqualTo("channel_id_changed");
        assertThat(told.at("/event/old_channel_id").asText()).isEqualTo(OLD);
        assertThat(told.at("/event/new_channel_id").asText()).isEqualTo(NEW);
        assertThat(told.at("/event/event_ts").asText()).isNotEmpty();
    }

    @Test
    void an_app_that_is_not_in_it_is_told_nothing() {
        http.fault(Map.of("fault", "remove-bot", "channel", "ops-private"));

        toldNothing();
    }

    @Test
    void an_app_that_did_not_subscribe_is_told_nothing() {
        http.post("/sandbox/app", Map.of("events", List.of("app_mention")));

        toldNothing();
    }

    private void toldNothing() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");
        share("ops-private");

        var typed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        socket.ack(socket.next("slash_commands"), "");
        typed.join();

        assertThat(socket.ofType("events_api")).isEmpty();
    }

    @Test
    void a_public_channel_keeps_its_id_and_stays_shared_when_faults_are_forgotten() {
        share("incident-42");
        http.delete("/sandbox/faults");

        JsonNode now = http.api("conversations.info", "channel", INCIDENT).path("channel");
        assertThat(now.path("is_ext_shared").asBoolean()).isTrue();
        assertThat(http.get("/sandbox/world", Map.of())
                        .at("/channels/0/is_ext_shared")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_old_link_leads_people_to_where_it_is_now() {
        posted("channel", OLD, "text", "root");

        share("ops-private");

        assertThat(http.sees("asha", OLD).path("messages")).hasSize(1);
        assertThat(http.sees("bruno", OLD).path("error").asText()).isEqualTo("channel_not_found");
    }

    @Test
    void cards_shown_and_urls_given_before_go_on_working() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");
        String card = posted("channel", OLD, "text", "Go?", "blocks", BUTTON);
        String earlier = pressed(socket, 0).path("response_url").asText();

        share("ops-private");

        http.post(earlier, Map.of("text", "still here", "response_type", "in_channel"));
        JsonNode later = pressed(socket, 1);
        assertThat(later.at("/container/channel_id").asText()).isEqualTo(NEW);
        assertThat(later.at("/channel/id").asText()).isEqualTo(NEW);
        assertThat(later.at("/container/message_ts").asText()).isEqualTo(card);
        http.post(earlier, Map.of("text", "gone", "replace_original", true));
        assertThat(http.sees("asha", "ops-private").path("messages").findValuesAsText("text"))
                .contains("gone", "still here")
                .doesNotContain("Go?");
    }

    /** The payload of asha's press, acknowledged; so many presses came before. */
    private JsonNode pressed(RawSocket socket, int before) {
        Map<String, String> press = Map.of("channel", "ops-private", "presses", "go");
        var outcome = CompletableFuture.supplyAsync(() -> act("asha", press));
        await().until(() -> socket.ofType("interactive").size() > before);
        JsonNode envelope = socket.ofType("interactive").get(before);
        socket.ack(envelope, "");
        outcome.join();
        return envelope.path("payload");
    }
}
