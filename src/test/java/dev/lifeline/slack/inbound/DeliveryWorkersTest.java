package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.bolt.response.Response;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.listener.WebSocketMessageListener;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What becomes of a delivery over a socket while the workers have more to do than they can. */
class DeliveryWorkersTest {

    private final DeliveryDispatcher dispatcher = Mockito.mock(DeliveryDispatcher.class);
    private final List<WebSocketMessageListener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> acknowledgements = new CopyOnWriteArrayList<>();

    /** A client that records its listeners, and what is sent. */
    private final SocketModeClient client = (SocketModeClient) Proxy.newProxyInstance(
            SocketModeClient.class.getClassLoader(),
            new Class<?>[] {SocketModeClient.class},
            (proxy, method, arguments) -> {
                if (method.getName().equals("addWebSocketMessageListener"))
                    listeners.add((WebSocketMessageListener) arguments[0]);
                else acknowledgements.add((String) arguments[0]);
                return null;
            });

    private void deliver(Duration wait) {
        AtomicLong nanos = new AtomicLong();
        Mockito.when(dispatcher.dispatch(Mockito.any())).thenReturn(Response.ok());
        Mockito.when(dispatcher.busyAcknowledgement(Mockito.any())).thenReturn(Optional.of(Response.ok("busy")));
        try (DeliveryWorkers workers =
                new DeliveryWorkers(dispatcher, new ObjectMapper(), () -> nanos.getAndAdd(wait.toNanos()))) {
            workers.listenTo(client);
            listeners.get(0).handle("{\"envelope_id\":\"1\",\"payload\":{}}");
            await().until(() -> !acknowledgements.isEmpty());
        }
    }

    @Test
    void P2_who_waited_for_a_worker_longer_than_a_second_is_told_that_the_bot_is_busy() {
        deliver(Duration.ofMillis(1_001));

        assertThat(acknowledgements).singleElement().asString().contains("busy");
        Mockito.verify(dispatcher, Mockito.never()).dispatch(Mockito.any());
    }

    @Test
    void who_waited_for_a_second_is_served() {
        deliver(Duration.ofSeconds(1));

        assertThat(acknowledgements).containsExactly("{\"envelope_id\":\"1\"}");
    }
}
