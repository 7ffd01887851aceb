package dev.lifeline.slack.inbound;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.listener.WebSocketMessageListener;
import dev.lifeline.slack.SignedRequest;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.testkit.InMemorySeenSignatures;
import dev.lifeline.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Nothing is looked into before it is known that there is room to handle it, nor by the thread that reads the socket. */
class ForeignPayloadTest {

    private static final int MAX_PARSED_AT_ONCE = 108;

    private final DeliveryDispatcher dispatcher = Mockito.mock(DeliveryDispatcher.class);

    @Test
    void an_envelope_is_parsed_by_a_worker_and_not_by_the_thread_that_reads_the_socket() {
        List<String> parsers = new CopyOnWriteArrayList<>();
        ObjectMapper mapper = new ObjectMapper() {
            @Override
            public JsonNode readTree(String text) {
                parsers.add(Thread.currentThread().getName());
                return JsonNodeFactory.instance.objectNode();
            }
        };
        List<WebSocketMessageListener> listeners = new CopyOnWriteArrayList<>();
        try (DeliveryWorkers workers = new DeliveryWorkers(dispatcher, mapper, System::nanoTime)) {
            workers.listenTo(client(listeners));
            listeners.get(0).handle("{}");
            await().until(() -> !parsers.isEmpty());
        }
        assertThat(parsers).containsExactly("slack-delivery");
    }

    private static SocketModeClient client(List<WebSocketMessageListener> listeners) {
        return (SocketModeClient) Proxy.newProxyInstance(
                SocketModeClient.class.getClassLoader(),
                new Class<?>[] {SocketModeClient.class},
                (proxy, method, arguments) -> {
                    listeners.add((WebSocketMessageListener) arguments[0]);
                    return null;
                });
    }

    @Test
    void a_request_over_http_for_which_there_is_no_room_is_not_parsed() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger parsing = new AtomicInteger();
        AtomicInteger unread = new AtomicInteger();
        ObjectMapper mapper = new ObjectMapper() {
            @Override
            public JsonNode readTree(String text) {
                parsing.incrementAndGet();
                awaitQuietly(release);
                return JsonNodeFactory.instance.missingNode();
            }
        };
        SettableClock clock = new SettableClock();
        EventsEndpoint endpoint = new EventsEndpoint(
                new RequestVerifier(StubSlack.SIGNING_SECRET),
                new InMemorySeenSignatures(clock),
                dispatcher,
                mapper,
                clock);
        ExecutorService clients = Executors.newFixedThreadPool(150);
        for (int i = 0; i < 150; i++) {
            SignedRequest request = SignedRequest.sign("{\"number\":" + i + "}", NOON.getEpochSecond());
            clients.execute(() -> {
                if (endpoint.handle("POST", request.headers(), request.body()).status() == 503)
                    unread.incrementAndGet();
            });
        }
        await().until(() -> parsing.get() + unread.get() == 150);

        assertThat(parsing).hasValue(MAX_PARSED_AT_ONCE);
        release.countDown();
        clients.shutdown();
        assertThat(clients.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
