package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The lifetime of a socket, and sockets that are open but silent (src/docs/platform/slack.md, section Socket Mode connections). */
class SocketLifetimeTest extends FakeSlackTestBase {

    @Test
    void with_debug_reconnects_a_socket_lasts_six_minutes_and_is_warned_ten_seconds_before() {
        RawSocket socket = RawSocket.openAt(RawSocket.newSocketUrl(client) + "&debug_reconnects=true");
        JsonNode hello = socket.awaitFrame("hello");
        assertThat(hello.at("/debug_info/approximate_connection_time").asInt()).isEqualTo(360);

        clock.advance(Duration.ofSeconds(350));
        assertThat(socket.awaitFrame("disconnect").path("reason").asText()).isEqualTo("warning");
        assertThat(socket.framesOfType("disconnect")).hasSize(1);

        clock.advance(Duration.ofSeconds(10));
        socket.awaitFrame(frame -> frame.path("reason").asText().equals("refresh_requested"));
        clock.advance(Duration.ofSeconds(10));
        await().until(socket::isClosed);
    }

    @Test
    void without_debug_reconnects_a_socket_lasts_for_hours() {
        RawSocket socket = RawSocket.open(client);
        assertThat(socket.awaitFrame("hello")
                        .at("/debug_info/approximate_connection_time")
                        .asInt())
                .isEqualTo(18_060);

        clock.advance(Duration.ofHours(5));
        socket.pingAndAwaitPong();
        assertThat(socket.framesOfType("disconnect")).isEmpty();
        clock.advance(Duration.ofMinutes(1));

        socket.awaitFrame(frame -> frame.path("reason").asText().equals("refresh_requested"));
    }

    @Test
    void a_muted_socket_is_open_and_sends_nothing() {
        RawSocket mute = RawSocket.open(client);
        mute.awaitFrame("hello");
        client.injectFault(Map.of("fault", "mute-socket"));

        mute.pingWithoutWaiting();
        var result = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        advanceUntilDone(result);

        assertThat(result.join().path("acked").asBoolean()).isFalse();
        assertThat(mute.framesOfType("slash_commands")).isEmpty();
        assertThat(mute.pongCount()).isZero();
        assertThat(mute.isClosed()).isFalse();
    }

    @Test
    void a_warned_socket_is_replaced_ten_seconds_later() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");

        client.injectFault(Map.of("fault", "warning"));
        assertThat(socket.awaitFrame("disconnect").path("reason").asText()).isEqualTo("warning");
        socket.pingAndAwaitPong();
        assertThat(socket.framesOfType("disconnect")).hasSize(1);
        clock.advance(Duration.ofSeconds(10));

        socket.awaitFrame(frame -> frame.path("reason").asText().equals("refresh_requested"));
    }

    @Test
    void a_socket_can_be_replaced_without_a_warning() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");

        client.injectFault(Map.of("fault", "refresh-unwarned"));

        assertThat(socket.awaitFrame("disconnect").path("reason").asText()).isEqualTo("refresh_requested");
        socket.pingAndAwaitPong();
        assertThat(socket.framesOfType("disconnect")).hasSize(1);
    }

    @Test
    void a_socket_url_can_be_unreachable() {
        client.injectFault(Map.of("fault", "dead-endpoint"));

        assertThatThrownBy(() -> RawSocket.open(client)).isInstanceOf(CompletionException.class);
        assertThat(RawSocket.open(client).awaitFrame("hello").has("num_connections"))
                .isTrue();
    }

    @Test
    void a_lost_ack_is_a_time_out_for_the_user() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "lose-ack", "method", "slash_commands"));

        var result = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        socket.ack(socket.awaitFrame("slash_commands"), "");
        advanceUntilDone(result);

        assertThat(result.join().path("shown").asText()).contains("operation_timeout");
        assertThat(socket.framesOfType("slash_commands")).hasSize(1);
    }

    @Test
    void an_event_with_a_lost_ack_is_retried_with_its_reason() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "lose-ack", "method", "events_api"));

        var result = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "@lifeline hello")));
        JsonNode first = socket.awaitFrame("events_api");
        socket.ack(first, "");
        advanceUntilDone(result);
        JsonNode again = socket.awaitFrame(frame -> frame.path("retry_attempt").asInt() == 1);

        assertThat(again.path("envelope_id")).isNotEqualTo(first.path("envelope_id"));
        assertThat(again.at("/payload/event_id")).isEqualTo(first.at("/payload/event_id"));
    }

    private void advanceUntilDone(CompletableFuture<JsonNode> result) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            clock.advance(Duration.ofSeconds(3));
            return result.isDone();
        });
    }
}
