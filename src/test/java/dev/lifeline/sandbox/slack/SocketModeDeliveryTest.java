package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Envelopes, acks, retries and disconnects, frame by frame (src/docs/platform/slack.md, section What the fake must speak). */
class SocketModeDeliveryTest extends FakeSlackTestBase {

    private CompletableFuture<JsonNode> actAsync(String person, Map<String, ?> action) {
        return CompletableFuture.supplyAsync(() -> act(person, action));
    }

    @Test
    void a_ticket_is_valid_once_and_for_thirty_seconds() {
        String address = RawSocket.newSocketUrl(client);
        RawSocket first = RawSocket.openAt(address);
        String late = RawSocket.newSocketUrl(client);
        clock.advance(Duration.ofSeconds(31));

        JsonNode hello = first.awaitFrame("hello");
        assertThat(hello.path("num_connections").asInt()).isEqualTo(1);
        assertThat(hello.path("connection_info").path("app_id").asText()).isEqualTo("A0LIFELINE");
        assertThatThrownBy(() -> RawSocket.openAt(address)).hasMessageContaining("WebSocketHandshakeException");
        assertThatThrownBy(() -> RawSocket.openAt(late)).hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void a_command_carries_every_field_and_its_ack_is_shown() {
        RawSocket socket = RawSocket.open(client);
        var result = actAsync("asha", Map.of("types", "/rescue web-07 for @bruno in #incident-42"));

        JsonNode envelope = socket.awaitFrame("slash_commands");
        socket.ack(envelope, ",\"payload\":{\"text\":\"all see this\",\"response_type\":\"in_channel\"}");

        assertThat(envelope.path("accepts_response_payload").asBoolean()).isTrue();
        assertThat(envelope.path("payload").properties().stream().map(Map.Entry::getKey))
                .contains(
                        "command",
                        "text",
                        "team_id",
                        "team_domain",
                        "channel_id",
                        "channel_name",
                        "user_id",
                        "user_name",
                        "api_app_id",
                        "response_url",
                        "trigger_id",
                        "token",
                        "is_enterprise_install");
        assertThat(envelope.path("payload").path("text").asText())
                .isEqualTo("web-07 for <@U0BRUNO|bruno> in <#C0INCIDENT42|incident-42>");
        assertThat(result.join().path("acked").asBoolean()).isTrue();
        assertThat(client.visibleTo("gwen", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("all see this");
    }

    @Test
    void three_seconds_without_ack_are_an_operation_timeout_for_that_user() {
        RawSocket socket = RawSocket.open(client);
        var result = actAsync("asha", Map.of("types", "/rescue web-07"));
        JsonNode envelope = socket.awaitFrame("slash_commands");
        clock.advance(Duration.ofSeconds(3));

        JsonNode outcome = result.join();
        socket.ack(envelope, ",\"payload\":{\"text\":\"too late\"}");

        assertThat(outcome.path("acked").asBoolean()).isFalse();
        assertThat(outcome.path("shown").asText()).isEqualTo("/rescue failed with the error \"operation_timeout\"");
        assertThat(client.visibleTo("asha", "incident-42").path("messages")).isEmpty();
        assertThat(client.visibleTo("asha", "incident-42")
                        .path("notices")
                        .path(0)
                        .path("text")
                        .asText())
                .contains("operation_timeout");
    }

    @Test
    void without_socket_or_url_a_command_is_not_dispatched() {
        assertThat(act("asha", Map.of("types", "/rescue")).path("shown").asText())
                .contains("dispatch_failed");
    }

    @Test
    void commands_run_neither_in_threads_nor_for_other_workspaces() {
        RawSocket socket = RawSocket.open(client);
        String root = postMessage("channel", INCIDENT_CHANNEL, "text", "root");

        JsonNode inThread = act("asha", Map.of("types", "/rescue", "thread", root));
        JsonNode foreign = act("gwen", Map.of("types", "/rescue"));
        JsonNode unknown = act("asha", Map.of("types", "/nonsense"));

        assertThat(inThread.path("shown").asText()).contains("not supported in threads");
        assertThat(foreign.path("acked").asBoolean()).isFalse();
        assertThat(unknown.path("choices").toString()).contains("/rescue");
        assertThat(socket.framesOfType("slash_commands")).isEmpty();
    }

    @Test
    void an_event_without_ack_is_retried_at_once_after_a_minute_and_after_five() {
        RawSocket socket = RawSocket.open(client);
        var result = actAsync("asha", Map.of("types", "<@U0LIFELINE> hello"));
        JsonNode first = socket.awaitFrame("events_api");
        clock.advance(Duration.ofSeconds(3));
        result.join();
        socket.awaitFrame(frame -> frame.path("retry_attempt").asInt() == 1);
        await().pollInterval(Duration.ofMillis(30)).until(() -> {
            clock.advance(Duration.ofSeconds(10));
            return socket.framesOfType("events_api").size() == 3;
        });
        JsonNode second = socket.awaitFrame(frame -> frame.path("retry_attempt").asInt() == 2);
        socket.ack(second, "");

        assertThat(first.path("payload").path("type").asText()).isEqualTo("event_callback");
        assertThat(first.path("payload").path("event").path("type").asText()).isEqualTo("app_mention");
        assertThat(second.path("retry_reason").asText()).isEqualTo("timeout");
        assertThat(second.path("payload").path("event_id"))
                .isEqualTo(first.path("payload").path("event_id"));
        assertThat(second.path("accepts_response_payload").asBoolean(true)).isFalse();
    }

    @Test
    void each_envelope_goes_to_one_socket_and_an_ack_may_come_over_another() {
        RawSocket one = RawSocket.open(client);
        RawSocket two = RawSocket.open(client);
        two.awaitFrame("hello");
        for (int i = 0; i < 4; i++) {
            int before = envelopes(one, two).size();
            var result = actAsync("asha", Map.of("types", "/rescue " + i));
            await().until(() -> envelopes(one, two).size() == before + 1);
            RawSocket other = one.framesOfType("slash_commands")
                            .contains(envelopes(one, two).get(before))
                    ? two
                    : one;
            envelopes(one, two).forEach(envelope -> other.ack(envelope, ""));
            assertThat(result.join().path("acked").asBoolean()).isTrue();
        }
        assertThat(one.framesOfType("slash_commands")).hasSize(2);
        assertThat(two.framesOfType("slash_commands")).hasSize(2);
    }

    private static List<JsonNode> envelopes(RawSocket one, RawSocket two) {
        List<JsonNode> all = new ArrayList<>(one.framesOfType("slash_commands"));
        all.addAll(two.framesOfType("slash_commands"));
        return all;
    }

    @Test
    void an_eleventh_socket_is_disconnected() {
        for (int i = 0; i < 10; i++) RawSocket.open(client).awaitFrame("hello");

        RawSocket eleventh = RawSocket.open(client);

        assertThat(eleventh.awaitFrame("disconnect").path("reason").asText()).isEqualTo("too_many_websockets");
        await().until(eleventh::isClosed);
    }

    @Test
    void a_refresh_warns_first_and_then_new_sockets_are_preferred() {
        RawSocket old = RawSocket.open(client);
        old.awaitFrame("hello");
        client.injectFault(Map.of("fault", "refresh"));
        await().until(() -> old.framesOfType("disconnect").size() == 2);
        RawSocket fresh = RawSocket.open(client);
        fresh.awaitFrame("hello");

        var result = actAsync("asha", Map.of("types", "/rescue"));
        fresh.ack(fresh.awaitFrame("slash_commands"), "");

        assertThat(old.framesOfType("disconnect").stream()
                        .map(frame -> frame.path("reason").asText()))
                .containsExactly("warning", "refresh_requested");
        assertThat(result.join().path("acked").asBoolean()).isTrue();
        clock.advance(Duration.ofSeconds(10));
        await().until(old::isClosed);
    }

    @Test
    void sockets_can_be_cut_and_disabled() {
        RawSocket cut = RawSocket.open(client);
        cut.awaitFrame("hello");
        client.injectFault(Map.of("fault", "drop-socket"));
        await().until(cut::isClosed);
        RawSocket disabled = RawSocket.open(client);
        disabled.awaitFrame("hello");
        client.injectFault(Map.of("fault", "link-disabled"));

        assertThat(disabled.awaitFrame("disconnect").path("reason").asText()).isEqualTo("link_disabled");
        assertThat(cut.framesOfType("disconnect")).isEmpty();
    }

    @Test
    void envelopes_can_be_duplicated_delayed_and_lost() {
        RawSocket socket = RawSocket.open(client);
        client.injectFault(Map.of("fault", "duplicate-envelope"));
        var doubled = actAsync("asha", Map.of("types", "/rescue twice"));
        await().until(() -> socket.framesOfType("slash_commands").size() == 2);
        socket.ack(socket.awaitFrame("slash_commands"), "");
        doubled.join();
        client.injectFault(Map.of("fault", "lose-envelope"));
        var lost = actAsync("asha", Map.of("types", "/rescue lost"));
        await().until(() ->
                client.get("/sandbox/faults", Map.of()).path("faults").isEmpty());
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            clock.advance(Duration.ofSeconds(3));
            return lost.isDone();
        });

        List<JsonNode> envelopes = socket.framesOfType("slash_commands");
        assertThat(envelopes).hasSize(2);
        assertThat(envelopes.get(0).path("envelope_id"))
                .isEqualTo(envelopes.get(1).path("envelope_id"));
        assertThat(lost.join().path("acked").asBoolean()).isFalse();
    }

    @Test
    void a_hello_can_be_omitted_and_a_handshake_refused() {
        client.injectFault(Map.of("fault", "no-hello"));
        RawSocket silent = RawSocket.open(client);
        client.injectFault(Map.of("fault", "handshake-409"));
        String address = RawSocket.newSocketUrl(client);

        assertThatThrownBy(() -> RawSocket.openAt(address)).hasMessageContaining("WebSocketHandshakeException");
        var result = actAsync("asha", Map.of("types", "/rescue"));
        silent.ack(silent.awaitFrame("slash_commands"), "");
        assertThat(result.join().path("acked").asBoolean()).isTrue();
        assertThat(silent.framesOfType("hello")).isEmpty();
    }

    @Test
    void a_ping_is_answered() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");

        socket.pingAndAwaitPong();

        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void a_late_envelope_is_late_for_its_ack_as_well() {
        RawSocket socket = RawSocket.open(client);
        client.injectFault(Map.of("fault", "delay-envelope", "seconds", 4));
        var result = actAsync("asha", Map.of("types", "/rescue"));
        await().pollInterval(Duration.ofMillis(30)).until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return result.isDone();
        });
        clock.advance(Duration.ofSeconds(4));

        assertThat(result.join().path("acked").asBoolean()).isFalse();
        assertThat(socket.awaitFrame("slash_commands").path("envelope_id").asText())
                .isNotEmpty();
    }
}
