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

/** How long a socket lives, and what it looks like when it only seems to (slack.md 2.3). */
class SocketLifetimeTest extends FakeSlackTestBase {

    @Test
    void with_debug_reconnects_a_socket_lives_six_minutes_and_is_warned_ten_seconds_before() {
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
    void without_it_a_socket_lives_for_hours() {
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
    void a_mute_socket_is_open_and_says_nothing() {
        RawSocket mute = RawSocket.open(client);
        mute.awaitFrame("hello");
        client.injectFault(Map.of("fault", "mute-socket"));

        mute.pingWithoutWaiting();
        var deed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        advanceUntilDone(deed);

        assertThat(deed.join().path("acked").asBoolean()).isFalse();
        assertThat(mute.framesOfType("slash_commands")).isEmpty();
        assertThat(mute.pongCount()).isZero();
        assertThat(mute.isClosed()).isFalse();
    }

    @Test
    void a_warned_socket_is_exchanged_ten_seconds_later() {
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
    void a_socket_may_be_exchanged_without_a_warning() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");

        client.injectFault(Map.of("fault", "refresh-unwarned"));

        assertThat(socket.awaitFrame("disconnect").path("reason").asText()).isEqualTo("refresh_requested");
        socket.pingAndAwaitPong();
        assertThat(socket.framesOfType("disconnect")).hasSize(1);
    }

    @Test
    void an_address_may_lead_nowhere() {
        client.injectFault(Map.of("fault", "dead-endpoint"));

        assertThatThrownBy(() -> RawSocket.open(client)).isInstanceOf(CompletionException.class);
        assertThat(RawSocket.open(client).awaitFrame("hello").has("num_connections"))
                .isTrue();
    }

    @Test
    void an_ack_that_is_not_heard_is_a_time_out_for_the_person() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "lose-ack", "method", "slash_commands"));

        var deed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        socket.ack(socket.awaitFrame("slash_commands"), "");
        advanceUntilDone(deed);

        assertThat(deed.join().path("shown").asText()).contains("operation_timeout");
        assertThat(socket.framesOfType("slash_commands")).hasSize(1);
    }

    @Test
    void an_event_whose_ack_is_not_heard_comes_again_and_says_so() {
        RawSocket socket = RawSocket.open(client);
        socket.awaitFrame("hello");
        client.injectFault(Map.of("fault", "lose-ack", "method", "events_api"));

        var deed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "@lifeline hello")));
        JsonNode first = socket.awaitFrame("events_api");
        socket.ack(first, "");
        advanceUntilDone(deed);
        JsonNode again = socket.awaitFrame(frame -> frame.path("retry_attempt").asInt() == 1);

        assertThat(again.path("envelope_id")).isNotEqualTo(first.path("envelope_id"));
        assertThat(again.at("/payload/event_id")).isEqualTo(first.at("/payload/event_id"));
    }

    private void advanceUntilDone(CompletableFuture<JsonNode> deed) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            clock.advance(Duration.ofSeconds(3));
            return deed.isDone();
        });
    }
}
