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

/** Clients that send too much, too slowly or not at all, to a server that others use as well. */
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
                new ListenAddress("127.0.0.1", 0, Optional.empty()),
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
            if (body.length > 2 && !responseReleased.await(60, TimeUnit.SECONDS)) throw new AssertionError("timed out");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
            assertThat(postAsync("{}").get(60, TimeUnit.SECONDS).body()).isEqualTo("2");
            server.close(); // neither waits longer for such connections nor fails because of them
        } finally {
            for (Socket sender : senders) sender.close();
        }
    }

    private Socket openPartialRequest() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        String partialRequest = "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(partialRequest.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void P2_requests_in_progress_at_shutdown_are_answered() throws Exception {
        CompletableFuture<HttpResponse<String>> response = postAsync("{\"a\":1}");
        assertThat(requestArrived.await(60, TimeUnit.SECONDS)).isTrue();

        Thread closer = new Thread(server::close);
        closer.start();
        await().until(() -> closer.getState() != Thread.State.NEW && !acceptsConnections());
        responseReleased.countDown();

        assertThat(response.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        closer.join();
    }

    private boolean acceptsConnections() {
        try (Socket open = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return open.isConnected();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 3 << 19, 3 << 20})
    void a_body_over_the_limit_is_refused_with_or_without_content_length(int length) throws Exception {
        byte[] large = new byte[length + 1];
        HttpRequest chunked = request("/slack/events")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        HttpRequest withLength =
                request("/slack/events").POST(BodyPublishers.ofByteArray(large)).build();

        assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(client.send(withLength, BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
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
