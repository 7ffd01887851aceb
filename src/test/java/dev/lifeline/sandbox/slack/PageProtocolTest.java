package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the page and programs rely on: the default workspace, what users see, and the feed of changes. */
class PageProtocolTest extends FakeSlackTestBase {

    @Test
    void the_default_workspace_is_as_documented() {
        JsonNode world = client.get("/sandbox/world", Map.of());

        assertThat(world.path("people").findValuesAsText("name"))
                .containsExactly("asha", "bruno", "chiara", "dario", "elena", "farid", "gwen", "lifeline");
        assertThat(world.path("channels").findValuesAsText("name"))
                .containsExactly("incident-42", "ops-private", "random", "shared-partner");
        assertThat(texts(world.path("channels").path(0).path("members")))
                .hasSize(8)
                .contains("gwen", "lifeline");
        assertThat(texts(world.path("channels").path(1).path("members"))).containsExactly("asha", "chiara", "lifeline");
        assertThat(texts(world.path("channels").path(2).path("members"))).doesNotContain("lifeline");
        assertThat(world.path("channels").path(3).path("is_ext_shared").asBoolean())
                .isTrue();
        assertThat(world.path("app").path("bot_user_id").asText()).isEqualTo("U0LIFELINE");
        assertThat(world.path("commands").path(0).path("command").asText()).isEqualTo("/rescue");
        assertThat(world.path("shortcuts").path(0).path("callback_id").asText()).isEqualTo("rescue_from_message");
        assertThat(world.path("sockets").asInt()).isZero();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new CopyOnWriteArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    void another_app_can_set_its_manifest() {
        client.post("/sandbox/app", Map.of("commands", List.of(Map.of("command", "/hello", "description", "d"))));

        JsonNode world = client.get("/sandbox/world", Map.of());
        assertThat(world.path("commands").findValuesAsText("command")).containsExactly("/hello");
        assertThat(world.path("shortcuts")).hasSize(2);
    }

    @Test
    void a_user_sees_threads_below_their_first_message() {
        String root = act("asha", Map.of("types", "web-07 is down")).path("ts").asText();
        act("bruno", Map.of("types", "on it, @asha", "thread", root));
        client.post("/sandbox/app", Map.of("scopes", List.of("chat:write", "reactions:write")));
        client.callApi("reactions.add", "channel", INCIDENT_CHANNEL, "timestamp", root, "name", "eyes");

        JsonNode message =
                client.visibleTo("dario", "incident-42").path("messages").path(0);

        assertThat(message.path("user").asText()).isEqualTo("asha");
        assertThat(message.path("bot").asBoolean()).isFalse();
        assertThat(message.path("reply_count").asInt()).isEqualTo(1);
        assertThat(message.path("replies").path(0).path("text").asText()).isEqualTo("on it, <@U0ASHA>");
        assertThat(message.path("reactions").path(0).path("emoji").asText()).isEqualTo("eyes");
    }

    @Test
    void a_change_is_announced_to_users_who_can_see_it() throws Exception {
        List<String> asha = streamChanges("asha");
        List<String> bruno = streamChanges("bruno");
        await().until(() -> asha.size() > 0 && bruno.size() > 0);
        postMessage("channel", "G0OPSPRIVATE", "text", "secret");
        postMessage("channel", INCIDENT_CHANNEL, "text", "open");

        await().until(() -> bruno.contains("data: {\"channel\":\"incident-42\"}"));
        await().until(() -> asha.contains("data: {\"channel\":\"ops-private\"}"));
        assertThat(bruno).doesNotContain("data: {\"channel\":\"ops-private\"}");
    }

    private List<String> streamChanges(String person) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/changes?person=" + person))
                .build();
        HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(response -> response.body().forEach(lines::add));
        return lines;
    }

    @Test
    void a_port_in_use_is_named() {
        int port = URI.create(slack.url()).getPort();

        assertThatThrownBy(() -> FakeSlack.start(SlackOptions.onPort(port)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(port))
                .hasMessageContaining("in use");
    }

    @Test
    void preact_is_served_from_its_webjar_and_missing_files_are_not_found() {
        assertThat(status("/page/preact.mjs")).isEqualTo(200);
        assertThat(status("/page/hooks.mjs")).isEqualTo(200);
        assertThat(status("/page/nothing.js")).isEqualTo(404);
        assertThat(status("/page/../SlackOptions.class")).isNotEqualTo(200);
    }

    private int status(String path) {
        return client.send(
                        HttpRequest.newBuilder(URI.create(slack.url() + path)).build())
                .statusCode();
    }
}
