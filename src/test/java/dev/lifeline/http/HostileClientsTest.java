package dev.lifeline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeline.transport.HttpReply;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Anonymous clients that take memory, connections or threads, and never finish what they send. */
@Timeout(180)
class HostileClientsTest {

    private static final HttpLimits GENEROUS = new HttpLimits(1_000, 1_000, 64L << 20, Duration.ofMinutes(5));
    private static final byte[] LARGE_PART = new byte[100_000];

    /** What unfinished posts announce and do not send. */
    private static final int MISSING_BYTES = 50_000;

    /** More than the threads that requests get. */
    private static final int BUSY_REQUESTS = 160;

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() throws Exception {
        released.countDown();
        for (AutoCloseable one : opened) one.close();
    }

    @Test
    void unfinished_posts_take_no_more_memory_than_all_bodies_may() throws Exception {
        BotHttpServer server = start(new HttpLimits(1_000, 1_000, 1L << 20, Duration.ofMinutes(5)));
        for (int i = 0; i < 60; i++) openUnfinishedPost(server, "127.0.0.1", LARGE_PART);

        assertThat(status(server.port(), "/health/live")).isEqualTo(200);
        assertThat(post(server, "{}")).isEqualTo(200);
        await().untilAsserted(() -> assertThat(bufferedBytes()).isLessThanOrEqualTo(1 << 20));
    }

    @Test
    void a_connection_that_is_idle_between_two_requests_is_not_closed_for_memory() throws Exception {
        BotHttpServer server = start(new HttpLimits(1_000, 1_000, 1L << 20, Duration.ofMinutes(5)));
        Socket idle = openUnfinishedPost(server, "127.0.0.1", new byte[1]);
        idle.getOutputStream().write(new byte[MISSING_BYTES]);
        assertThat(readStatus(idle)).isEqualTo("200");
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < 60; i++) senders.add(openUnfinishedPost(server, "127.0.0.2", LARGE_PART));

        awaitClosed(senders, 40);
        idle.getOutputStream()
                .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(idle.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .contains("HTTP/1.1 200");
    }

    @Test
    void memory_is_given_back_when_the_senders_are_gone() throws Exception {
        BotHttpServer server = start(GENEROUS);
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < 10; i++) senders.add(openUnfinishedPost(server, "127.0.0.1", LARGE_PART));
        await().untilAsserted(() -> assertThat(bufferedBytes()).isEqualTo(10.0 * LARGE_PART.length));

        for (Socket sender : senders) sender.close();

        await().untilAsserted(() -> assertThat(bufferedBytes()).isZero());
    }

    @Test
    void a_byte_now_and_then_does_not_keep_a_connection_open() throws Exception {
        BotHttpServer server = start(new HttpLimits(1_000, 1_000, 64L << 20, Duration.ofMillis(200)));
        Socket slowBody = openUnfinishedPost(server, "127.0.0.1", new byte[1]);
        Socket slowHead = open(server, "127.0.0.1");
        slowHead.getOutputStream().write("GET /health/live HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));

        await().until(() -> isClosedAfterAnotherByte(slowBody) && isClosedAfterAnotherByte(slowHead));
    }

    /** Writing fails once the server has closed. */
    private static boolean isClosedAfterAnotherByte(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void one_address_shuts_nobody_out() throws Exception {
        BotHttpServer server = start(new HttpLimits(1_000, 10, 64L << 20, Duration.ofMinutes(5)));
        Socket other = openUnfinishedPost(server, "127.0.0.1", new byte[1]);
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < 30; i++) senders.add(openUnfinishedPost(server, "127.0.0.2", new byte[1]));

        awaitClosed(senders, 20);
        assertThat(status(server.port(), "/health/live")).isEqualTo(200);
        other.getOutputStream().write(new byte[MISSING_BYTES]);
        assertThat(readStatus(other)).as("another address is left alone").isEqualTo("200");
    }

    @Test
    void many_addresses_shut_nobody_out() throws Exception {
        BotHttpServer server = start(new HttpLimits(20, 20, 64L << 20, Duration.ofMinutes(5)));
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < 60; i++) senders.add(openUnfinishedPost(server, "127.0.0." + (2 + i), new byte[1]));

        awaitClosed(senders, 40);
        assertThat(status(server.port(), "/health/live")).isEqualTo(200);
        assertThat(post(server, "{}")).isEqualTo(200);
    }

    @Test
    void health_is_answered_while_every_other_thread_is_busy() throws Exception {
        BotHttpServer server = start(GENEROUS);
        for (int i = 0; i < BUSY_REQUESTS; i++)
            client.sendAsync(
                    request(server.port(), "/slack/events")
                            .POST(BodyPublishers.ofString("busy"))
                            .build(),
                    BodyHandlers.discarding());
        await().untilAsserted(() -> assertThat(running).hasValue(112));

        assertThat(status(server.port(), "/health/live")).isEqualTo(200);
        assertThat(status(server.port(), "/metrics")).isEqualTo(200);
    }

    @Test
    void health_and_metrics_may_have_a_port_of_their_own() throws Exception {
        BotHttpServer server = start(new ListenAddress("127.0.0.1", 0, Optional.of(0)), GENEROUS);

        assertThat(server.healthPort()).isNotEqualTo(server.port());
        assertThat(status(server.healthPort(), "/health/live")).isEqualTo(200);
        assertThat(status(server.healthPort(), "/metrics")).isEqualTo(200);
        assertThat(status(server.healthPort(), "/slack/events")).isEqualTo(404);
        assertThat(status(server.port(), "/metrics")).isEqualTo(404);
        assertThat(post(server, "{}")).isEqualTo(200);
    }

    private BotHttpServer start(HttpLimits limits) throws IOException {
        return start(new ListenAddress("127.0.0.1", 0, Optional.empty()), limits);
    }

    private BotHttpServer start(ListenAddress address, HttpLimits limits) throws IOException {
        Endpoints endpoints = new Endpoints(Optional.of((headers, body) -> handle(body)), Optional.empty());
        BotHttpServer server = BotHttpServer.start(address, new HealthChecks(), metrics, endpoints, limits);
        opened.add(server);
        return server;
    }

    private HttpReply handle(byte[] body) {
        running.incrementAndGet();
        try {
            if (body.length == 4 && !released.await(60, TimeUnit.SECONDS)) throw new AssertionError("timed out");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new HttpReply(200, "text/plain", "");
    }

    private double bufferedBytes() {
        return metrics.get("lifeline.http.buffered.bytes").gauge().value();
    }

    private Socket openUnfinishedPost(BotHttpServer server, String from, byte[] part) throws IOException {
        Socket socket = open(server, from);
        String head = "POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + (part.length + MISSING_BYTES) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        try {
            socket.getOutputStream().write(part);
        } catch (IOException givenUp) {
            // by the server, to make room for another
        }
        return socket;
    }

    private Socket open(BotHttpServer server, String from) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port(), InetAddress.getByName(from), 0);
        opened.add(socket);
        return socket;
    }

    private static void awaitClosed(List<Socket> sockets, int atLeast) {
        await().until(() -> sockets.stream()
                        .filter(HostileClientsTest::isClosedAfterAnotherByte)
                        .count()
                >= atLeast);
    }

    private static String readStatus(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
    }

    private int post(BotHttpServer server, String body) throws IOException, InterruptedException {
        HttpRequest post = request(server.port(), "/slack/events")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(post, BodyHandlers.discarding()).statusCode();
    }

    private int status(int port, String path) throws IOException, InterruptedException {
        return client.send(request(port, path).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }
}
