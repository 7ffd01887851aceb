package dev.lifeline.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * Stands before one fake and records each call with its time and connection; may be as far away as a platform is: with TLS, and some time
 * for each call. Thread-safe.
 */
final class RecordingProxy implements AutoCloseable {

    private static final int THREADS = 64;
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> REQUEST_HEADERS = List.of("Authorization", "Content-Type", "User-Agent");
    private static final List<String> RESPONSE_HEADERS =
            List.of("Content-Type", "Retry-After", "SoftLayer-Total-Items");

    /**
     * One call.
     *
     * @param path as called
     * @param receivedNanos when it had arrived
     * @param answeredNanos when the fake had done it
     * @param client address and port of the connection
     */
    record Call(String path, long receivedNanos, long answeredNanos, InetSocketAddress client) {}

    private final HttpServer server;
    private final URI fake;
    private final Duration delay;
    private final String scheme;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private RecordingProxy(HttpServer server, URI fake, Duration delay, String scheme) {
        this.server = server;
        this.fake = fake;
        this.delay = delay;
        this.scheme = scheme;
    }

    static RecordingProxy before(URI fake) {
        try {
            return start(new RecordingProxy(HttpServer.create(loopback(), 0), fake, Duration.ZERO, "http"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordingProxy farBefore(URI fake, Duration delay, SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(loopback(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return start(new RecordingProxy(server, fake, delay, "https"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordingProxy start(RecordingProxy proxy) {
        proxy.server.createContext("/", proxy::forward);
        proxy.server.setExecutor(proxy.threads);
        proxy.server.start();
        return proxy;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    URI url() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    private void forward(HttpExchange exchange) throws IOException {
        long received = System.nanoTime();
        ChildProcess.pause(delay.toMillis());
        HttpResponse<byte[]> response = send(exchange);
        calls.add(
                new Call(exchange.getRequestURI().getPath(), received, System.nanoTime(), exchange.getRemoteAddress()));
        for (String header : RESPONSE_HEADERS)
            response.headers()
                    .firstValue(header)
                    .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
        byte[] body = response.body();
        try (OutputStream output = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
            output.write(body);
        }
    }

    private HttpResponse<byte[]> send(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        fake.resolve(exchange.getRequestURI().toString()))
                .timeout(CALL_TIMEOUT)
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : REQUEST_HEADERS)
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                    .ifPresent(value -> request.header(header, value));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw ChildProcess.interrupted(e);
        }
    }

    /** The calls that arrived since a moment, in the order in which they were answered. */
    List<Call> since(long nanos) {
        return calls.stream().filter(call -> call.receivedNanos() >= nanos).toList();
    }

    /** The first call to a path with this ending since a moment. */
    Optional<Call> first(String pathEnd, long sinceNanos) {
        Predicate<Call> matches =
                call -> call.path().endsWith(pathEnd) || call.path().endsWith(pathEnd + ".json");
        return since(sinceNanos).stream().filter(matches).findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
