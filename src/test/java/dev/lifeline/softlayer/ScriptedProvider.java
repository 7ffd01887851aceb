package dev.lifeline.softlayer;

import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.testkit.NoDelayServerSocketFactory;
import dev.lifeline.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A provider with scripted responses for each method: in turn, the last one for ever. */
public final class ScriptedProvider implements AutoCloseable {

    public static final String INTERNAL_ERROR_BODY =
            "{\"error\":\"Internal Error\",\"code\":\"SoftLayer_Exception_Public\"}";
    public static final ClassicClientConfig FAST_CONFIG = new ClassicClientConfig(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            new ClassicClientConfig.RetrySettings(4, Duration.ofMillis(1), Duration.ofSeconds(20)),
            1000);

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> scriptedResponses = new ConcurrentHashMap<>();
    private final Map<String, Function<RecordedRequest, MockResponse>> computedResponses = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> heldMethods = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    public ScriptedProvider() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                requests.add(request);
                CountDownLatch release = heldMethods.get(methodName(request));
                if (release != null) release.await();
                Function<RecordedRequest, MockResponse> computed = computedResponses.get(methodName(request));
                return computed == null ? nextResponse(methodName(request)) : computed.apply(request);
            }
        });
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.start();
    }

    private synchronized MockResponse nextResponse(String method) {
        Deque<MockResponse> responses = scriptedResponses.get(method);
        if (responses == null) return json(500, "{\"error\":\"not in the script: " + method + "\"}");
        return responses.size() > 1 ? responses.removeFirst() : responses.getFirst();
    }

    /** The method name, such as getObject from /rest/v3.1/SoftLayer_Virtual_Guest/1/getObject.json. */
    static String methodName(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        return path.get(path.size() - 1).replace(".json", "");
    }

    public ScriptedProvider respond(String method, String... bodies) {
        return respond(method, Stream.of(bodies).map(body -> json(200, body)).toArray(MockResponse[]::new));
    }

    public synchronized ScriptedProvider respond(String method, MockResponse... responses) {
        scriptedResponses.put(method, new ArrayDeque<>(List.of(responses)));
        return this;
    }

    /** Responds to a method according to each request. */
    ScriptedProvider respond(String method, Function<RecordedRequest, MockResponse> response) {
        computedResponses.put(method, response);
        return this;
    }

    /** Holds every response to the method back until the returned latch is counted down. */
    CountDownLatch holdResponses(String method) {
        CountDownLatch release = new CountDownLatch(1);
        heldMethods.put(method, release);
        return release;
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    public static MockResponse error(int status, String code, String text) {
        return json(status, "{\"error\":\"" + text + "\",\"code\":\"" + code + "\"}");
    }

    public ClassicAccount account() {
        return account(Optional.empty());
    }

    ClassicAccount account(Optional<String> image) {
        return new ClassicAccount(server.url("/rest/v3.1/").uri(), "1234_bot@example.com", "the-key", image);
    }

    ClassicAdapter newAdapter() {
        return new ClassicAdapter(account(), FAST_CONFIG);
    }

    ClassicAdapter newAdapter(InstantSource clock) {
        return new ClassicAdapter(account(), FAST_CONFIG, SettableClock.tickerOf(clock));
    }

    /** The requests to a method, in order. */
    public List<RecordedRequest> requestsTo(String method) {
        return requests.stream()
                .filter(request -> methodName(request).equals(method))
                .toList();
    }

    public List<RecordedRequest> requests() {
        return requests;
    }

    public static String queryParameter(RecordedRequest request, String name) {
        return Optional.ofNullable(request.getUrl().queryParameter(name)).orElse("");
    }

    @Override
    public void close() {
        server.close();
    }
}
