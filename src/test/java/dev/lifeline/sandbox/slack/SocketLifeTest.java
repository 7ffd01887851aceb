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
class SocketLifeTest extends Workplace {

    @Test
    void with_debug_reconnects_a_socket_lives_six_minutes_and_is_warned_ten_seconds_before() {
        RawSocket socket = RawSocket.at(RawSocket.address(http) + "&debug_reconnects=true");
        JsonNode hello = socket.next("hello");
        assertThat(hello.at("/debug_info/approximate_connection_time").asInt()).isEqualTo(360);

        clock.goOn(Duration.ofSeconds(350));
        assertThat(socket.next("disconnect").path("reason").asText()).isEqualTo("warning");
        assertThat(socket.ofType("disconnect")).hasSize(1);

        clock.goOn(Duration.ofSeconds(10));
        socket.next(frame -> frame.path("reason").asText().equals("refresh_requested"));
        clock.goOn(Duration.ofSeconds(10));
        await().until(socket::closed);
    }

    @Test
    void without_it_a_socket_lives_for_hours() {
        RawSocket socket = RawSocket.open(http);
        assertThat(socket.next("hello")
                        .at("/debug_info/approximate_connection_time")
                        .asInt())
                .isEqualTo(18_060);

        clock.goOn(Duration.ofHours(5));
        socket.ping();
        assertThat(socket.ofType("disconnect")).isEmpty();
        clock.goOn(Duration.ofMinutes(1));

        socket.next(frame -> frame.path("reason").asText().equals("refresh_requested"));
    }

    @Test
    void a_mute_socket_is_open_and_says_nothing() {
        RawSocket mute = RawSocket.open(http);
        mute.next("hello");
        http.fault(Map.of("fault", "mute-socket"));

        mute.pingInVain();
        var deed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        untilDone(deed);

        assertThat(deed.join().path("acked").asBoolean()).isFalse();
        assertThat(mute.ofType("slash_commands")).isEmpty();
        assertThat(mute.pongs()).isZero();
        assertThat(mute.closed()).isFalse();
    }

    @Test
    void a_warned_socket_is_exchanged_ten_seconds_later() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");

        http.fault(Map.of("fault", "warning"));
        assertThat(socket.next("disconnect").path("reason").asText()).isEqualTo("warning");
        socket.ping();
        assertThat(socket.ofType("disconnect")).hasSize(1);
        clock.goOn(Duration.ofSeconds(10));

        socket.next(frame -> frame.path("reason").asText().equals("refresh_requested"));
    }

    @Test
    void a_socket_may_be_exchanged_without_a_warning() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");

        http.fault(Map.of("fault", "refresh-unwarned"));

        assertThat(socket.next("disconnect").path("reason").asText()).isEqualTo("refresh_requested");
        socket.ping();
        assertThat(socket.ofType("disconnect")).hasSize(1);
    }

    @Test
    void an_address_may_lead_nowhere() {
        http.fault(Map.of("fault", "dead-endpoint"));

        assertThatThrownBy(() -> RawSocket.open(http)).isInstanceOf(CompletionException.class);
        assertThat(RawSocket.open(http).next("hello").has("num_connections")).isTrue();
    }

    @Test
    void an_ack_that_is_not_heard_is_a_time_out_for_the_person() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");
        http.fault(Map.of("fault", "lose-ack", "method", "slash_commands"));

        var deed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "/rescue")));
        socket.ack(socket.next("slash_commands"), "");
        untilDone(deed);

        assertThat(deed.join().path("shown").asText()).contains("operation_timeout");
        assertThat(socket.ofType("slash_commands")).hasSize(1);
    }

    @Test
    void an_event_whose_ack_is_not_heard_comes_again_and_says_so() {
        RawSocket socket = RawSocket.open(http);
        socket.next("hello");
        http.fault(Map.of("fault", "lose-ack", "method", "events_api"));

        var deed = CompletableFuture.supplyAsync(() -> act("asha", Map.of("types", "@lifeline hello")));
        JsonNode first = socket.next("events_api");
        socket.ack(first, "");
        untilDone(deed);
        JsonNode again = socket.next(frame -> frame.path("retry_attempt").asInt() == 1);

        assertThat(again.path("envelope_id")).isNotEqualTo(first.path("envelope_id"));
        assertThat(again.at("/payload/event_id")).isEqualTo(first.at("/payload/event_id"));
    }

    private void untilDone(CompletableFuture<JsonNode> deed) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            clock.goOn(Duration.ofSeconds(3));
            return deed.isDone();
        });
    }
}
