package dev.lifeline.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            clock.goOn(Duration.ofSeconds(3));
            return deed.isDone();
        });

        assertThat(deed.join().path("acked").asBoolean()).isFalse();
        assertThat(mute.ofType("slash_commands")).isEmpty();
        assertThat(mute.pongs()).isZero();
        assertThat(mute.closed()).isFalse();
    }
}
