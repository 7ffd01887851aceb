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

/** Envelopes, acks, retries and disconnects, frame by frame (slack.md 3.3). */
class SocketModeTest extends Workplace {

    private CompletableFuture<JsonNode> acts(String person, Map<String, ?> deed) {
        return CompletableFuture.supplyAsync(() -> act(person, deed));
    }

    @Test
    void a_ticket_is_good_once_and_for_thirty_seconds() {
        String address = RawSocket.address(http);
        RawSocket first = RawSocket.at(address);
        String late = RawSocket.address(http);
        clock.goOn(Duration.ofSeconds(31));

        JsonNode hello = first.next("hello");
        assertThat(hello.path("num_connections").asInt()).isEqualTo(1);
        assertThat(hello.path("connection_info").path("app_id").asText()).isEqualTo("A0LIFELINE");
        assertThatThrownBy(() -> RawSocket.at(address)).hasMessageContaining("WebSocketHandshakeException");
        assertThatThrownBy(() -> RawSocket.at(late)).hasMessageContaining("WebSocketHandshakeException");
    }

    @Test
    void a_command_carries_every_field_and_its_ack_is_shown() {
        RawSocket socket = RawSocket.open(http);
        var deed = acts("asha", Map.of("types", "/rescue web-07 for @bruno in #incident-42"));

        JsonNode envelope = socket.next("slash_commands");
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
        assertThat(deed.join().path("acked").asBoolean()).isTrue();
        assertThat(http.sees("gwen", "incident-42").path("messages").findValuesAsText("text"))
                .containsExactly("all see this");
    }

    @Test
    void three_seconds_without_ack_are_an_operation_timeout_for_that_person() {
        RawSocket socket = RawSocket.open(http);
        var deed = acts("asha", Map.of("types", "/rescue web-07"));
        JsonNode envelope = socket.next("slash_commands");
        clock.goOn(Duration.ofSeconds(3));

        JsonNode outcome = deed.join();
        socket.ack(envelope, ",\"payload\":{\"text\":\"too late\"}");

        assertThat(outcome.path("acked").asBoolean()).isFalse();
        assertThat(outcome.path("shown").asText()).isEqualTo("/rescue failed with the error \"operation_timeout\"");
        assertThat(http.sees("asha", "incident-42").path("messages")).isEmpty();
        assertThat(http.sees("asha", "incident-42")
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
        RawSocket socket = RawSocket.open(http);
        String root = posted("channel", INCIDENT, "text", "root");

        JsonNode inThread = act("asha", Map.of("types", "/rescue", "thread", root));
        JsonNode foreign = act("gwen", Map.of("types", "/rescue"));
        JsonNode unknown = act("asha", Map.of("types", "/nonsense"));

        assertThat(inThread.path("shown").asText()).contains("not supported in threads");
        assertThat(foreign.path("acked").asBoolean()).isFalse();
        assertThat(unknown.path("choices").toString()).contains("/rescue");
        assertThat(socket.ofType("slash_commands")).isEmpty();
    }

    @Test
    void an_event_without_ack_comes_again_at_once_after_a_minute_and_after_five() {
        RawSocket socket = RawSocket.open(http);
        var deed = acts("asha", Map.of("types", "<@U0LIFELINE> hello"));
        JsonNode first = socket.next("events_api");
        clock.goOn(Duration.ofSeconds(3));
        deed.join();
        socket.next(frame -> frame.path("retry_attempt").asInt() == 1);
        await().pollInterval(Duration.ofMillis(30)).until(() -> {
            clock.goOn(Duration.ofSeconds(10));
            return socket.ofType("events_api").size() == 3;
        });
        JsonNode second = socket.next(frame -> frame.path("retry_attempt").asInt() == 2);
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
        RawSocket one = RawSocket.open(http);
        RawSocket two = RawSocket.open(http);
        two.next("hello");
        for (int i = 0; i < 4; i++) {
            int before = envelopes(one, two).size();
            var deed = acts("asha", Map.of("types", "/rescue " + i));
            await().until(() -> envelopes(one, two).size() == before + 1);
            RawSocket other =
                    one.ofType("slash_commands").contains(envelopes(one, two).get(before)) ? two : one;
            envelopes(one, two).forEach(envelope -> other.ack(envelope, ""));
            assertThat(deed.join().path("acked").asBoolean()).isTrue();
        }
        assertThat(one.ofType("slash_commands")).hasSize(2);
        assertThat(two.ofType("slash_commands")).hasSize(2);
    }

    private static List<JsonNode> envelopes(RawSocket one, RawSocket two) {
        List<JsonNode> all = new ArrayList<>(one.ofType("slash_commands"));
        all.addAll(two.ofType("slash_commands"));
        return all;
    }

    @Test
    void an_eleventh_socket_is_sent_away() {
        for (int i = 0; i < 10; i++) RawSocket.open(http).next("hello");

        RawSocket eleventh = RawSocket.open(http);

        assertThat(eleventh.next("disconnect").path("reason").asText()).isEqualTo("too_many_websockets");
        await().until(eleventh::closed);
    }

    @Test
    void a_refresh_warns_first_and_then_new_sockets_are_preferred() {
        RawSocket old = RawSocket.open(http);
        old.next("hello");
        http.fault(Map.of("fault", "refresh"));
        await().until(() -> old.ofType("disconnect").size() == 2);
        RawSocket fresh = RawSocket.open(http);
        fresh.next("hello");

        var deed = acts("asha", Map.of("types", "/rescue"));
        fresh.ack(fresh.next("slash_commands"), "");

        assertThat(old.ofType("disconnect").stream()
                        .map(frame -> frame.path("reason").asText()))
                .containsExactly("warning", "refresh_requested");
        assertThat(deed.join().path("acked").asBoolean()).isTrue();
        clock.goOn(Duration.ofSeconds(10));
        await().until(old::closed);
    }

    @Test
    void sockets_can_be_cut_and_disabled() {
        RawSocket cut = RawSocket.open(http);
        cut.next("hello");
        http.fault(Map.of("fault", "drop-socket"));
        await().until(cut::closed);
        RawSocket disabled = RawSocket.open(http);
        disabled.next("hello");
        http.fault(Map.of("fault", "link-disabled"));

        assertThat(disabled.next("disconnect").path("reason").asText()).isEqualTo("link_disabled");
        assertThat(cut.ofType("disconnect")).isEmpty();
    }

    @Test
    void envelopes_can_be_doubled_delayed_and_lost() {
        RawSocket socket = RawSocket.open(http);
        http.fault(Map.of("fault", "duplicate-envelope"));
        var doubled = acts("asha", Map.of("types", "/rescue twice"));
        await().until(() -> socket.ofType("slash_commands").size() == 2);
        socket.ack(socket.next("slash_commands"), "");
        doubled.join();
        http.fault(Map.of("fault", "lose-envelope"));
        var lost = acts("asha", Map.of("types", "/rescue lost"));
        await().until(() -> http.get("/sandbox/faults", Map.of()).path("faults").isEmpty());
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            clock.goOn(Duration.ofSeconds(3));
            return lost.isDone();
        });

        List<JsonNode> envelopes = socket.ofType("slash_commands");
        assertThat(envelopes).hasSize(2);
        assertThat(envelopes.get(0).path("envelope_id"))
                .isEqualTo(envelopes.get(1).path("envelope_id"));
        assertThat(lost.join().path("acked").asBoolean()).isFalse();
    }

    @Test
    void a_hello_can_be_left_out_and_a_handshake_refused() {
        http.fault(Map.of("fault", "no-hello"));
        RawSocket silent = RawSocket.open(http);
        http.fault(Map.of("fault", "handshake-409"));
        String address = RawSocket.address(http);

        assertThatThrownBy(() -> RawSocket.at(address)).hasMessageContaining("WebSocketHandshakeException");
        var deed = acts("asha", Map.of("types", "/rescue"));
        silent.ack(silent.next("slash_commands"), "");
        assertThat(deed.join().path("acked").asBoolean()).isTrue();
        assertThat(silent.ofType("hello")).isEmpty();
    }

    @Test
    void a_ping_is_answered() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");

        socket.ping();

        assertThat(socket.closed()).isFalse();
    }

    @Test
    void a_late_envelope_is_late_for_its_ack_as_well() {
        RawSocket socket = RawSocket.open(http);
        http.fault(Map.of("fault", "delay-envelope", "seconds", 4));
        var deed = acts("asha", Map.of("types", "/rescue"));
        await().pollInterval(Duration.ofMillis(30)).until(() -> {
            clock.goOn(Duration.ofSeconds(1));
            return deed.isDone();
        });
        clock.goOn(Duration.ofSeconds(4));

        assertThat(deed.join().path("acked").asBoolean()).isFalse();
        assertThat(socket.next("slash_commands").path("envelope_id").asText()).isNotEmpty();
    }
}
