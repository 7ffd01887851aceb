package dev.lifeline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.transport.HttpReply;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders do to the server that they share with everybody else. */
class BotHttpServerTest {

    /** More than the server has threads. */
    private static final int CONNECTION_COUNT = 300;

    private final CountDownLatch requestArrived = new CountDownLatch(1);
    private final CountDownLatch responseReleased = new CountDownLatch(1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BotHttpServer server;

    BotHttpServerTest() throws IOException {
        server = BotHttpServer.start(
                "127.0.0.1",
                0,
                new HealthChecks(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new Endpoints(Optional.of((headers, body) -> handle(body)), Optional.empty()));
    }

    @AfterEach
    void close() {
        responseReleased.countDown();
        server.close();
    }

    private HttpReply handle(byte[] body) {
        requestArrived.countDown();
        try {
            if (body.length > 2 && !responseReleased.await(10, TimeUnit.SECONDS))
                throw new AssertionError("waited in vain");
        } catch (InterruptedException cut) {
            throw new IllegalStateException(cut);
        }
        return new HttpReply(200, "text/plain", Integer.toString(body.length));
    }

    @Test
    void those_who_never_finish_what_they_send_keep_nobody_out() throws Exception {
        List<Socket> senders = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTION_COUNT; i++) senders.add(openPartialRequest());

            assertThat(client.send(request("/health/live").build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(postAsync("{}").get(10, TimeUnit.SECONDS).body()).isEqualTo("2");
            server.close(); // waits for them no longer than for others, and does not fail
        } finally {
            for (Socket sender : senders) sender.close();
        }
    }

    private Socket openPartialRequest() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        String begin = "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void P2_what_was_begun_when_the_door_closes_is_answered() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = postAsync("{\"a\":1}");
        assertThat(requestArrived.await(10, TimeUnit.SECONDS)).isTrue();

        Thread closing = new Thread(server::close);
        closing.start();
        await().until(() -> closing.getState() != Thread.State.NEW && !acceptsConnections());
        responseReleased.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        closing.join();
    }

    private boolean acceptsConnections() {
        try (Socket open = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return open.isConnected();
        } catch (IOException | IllegalArgumentException closed) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 3 << 19, 3 << 20})
    void a_body_over_the_cap_is_refused_whether_or_not_its_length_is_told(int length) throws Exception {
        byte[] large = new byte[length + 1];
        HttpRequest chunked = request("/slack/events")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        HttpRequest told =
                request("/slack/events").POST(BodyPublishers.ofByteArray(large)).build();

        assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(client.send(told, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(requestArrived.getCount()).isEqualTo(1);
    }

    private CompletableFuture<HttpResponse<String>> postAsync(String body) {
        return client.sendAsync(
                request("/slack/events").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }
}
