package dev.lifeline.classic;

import dev.lifeline.testkit.PromptSockets;
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
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A provider that answers each method with what the test wrote down for it: in turn, and the last one for ever. */
final class ScriptedProvider implements AutoCloseable {

    static final String INTERNAL_ERROR = "{\"error\":\"Internal Error\",\"code\":\"SoftLayer_Exception_Public\"}";
    static final ClassicTuning QUICK = new ClassicTuning(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            new ClassicTuning.Retries(4, Duration.ofMillis(1), Duration.ofSeconds(20)),
            1000);

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> script = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    ScriptedProvider() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                return next(method(request));
            }
        });
        server.setServerSocketFactory(new PromptSockets());
        server.start();
    }

    private synchronized MockResponse next(String method) {
        Deque<MockResponse> answers = script.get(method);
        if (answers == null) return json(500, "{\"error\":\"not in the script: " + method + "\"}");
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    /** Such as getObject, from /rest/v3.1/SoftLayer_Virtual_Guest/1/getObject.json. */
    static String method(RecordedRequest request) {
        List<String> path = request.getUrl().pathSegments();
        return path.get(path.size() - 1).replace(".json", "");
    }

    ScriptedProvider answers(String method, String... bodies) {
        return answers(method, Stream.of(bodies).map(body -> json(200, body)).toArray(MockResponse[]::new));
    }

    synchronized ScriptedProvider answers(String method, MockResponse... responses) {
        script.put(method, new ArrayDeque<>(List.of(responses)));
        return this;
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse error(int status, String code, String text) {
        return json(status, "{\"error\":\"" + text + "\",\"code\":\"" + code + "\"}");
    }

    ClassicAccount account() {
        return account(Optional.empty());
    }

    ClassicAccount account(Optional<String> image) {
        return new ClassicAccount(server.url("/rest/v3.1/").uri(), "1234_bot@example.com", "the-key", image);
    }

    ClassicDoor door() {
        return new ClassicDoor(account(), InstantSource.system(), QUICK);
    }

    ClassicDoor door(InstantSource clock) {
        return new ClassicDoor(account(), clock, QUICK);
    }

    /** What was asked of a method, in order. */
    List<RecordedRequest> asked(String method) {
        return requests.stream()
                .filter(request -> method(request).equals(method))
                .toList();
    }

    List<RecordedRequest> requests() {
        return requests;
    }

    static String query(RecordedRequest request, String name) {
        return Optional.ofNullable(request.getUrl().queryParameter(name)).orElse("");
    }

    @Override
    public void close() {
        server.close();
    }
}
