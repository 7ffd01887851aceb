package dev.lifeline.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.testkit.NoDelayServerSocketFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocketListener;

/** A scripted Slack on the loopback interface: replies as the test says, and records the calls. */
public final class StubSlack implements AutoCloseable {

    public static final String BOT_TOKEN = "xoxb-a-bot-token-of-some-length";
    public static final String APP_TOKEN = "xapp-an-app-token-of-some-length";
    public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String TEAM_ID = "T1OURS";
    public static final String BOT_USER_ID = "U0BOT";

    /** One call, with its form. */
    public record Call(String path, Map<String, String> form, String body, String authorizationHeader) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Queue<MockResponse>> scriptedResponses = new ConcurrentHashMap<>();
    private final Map<String, String> defaultResponses = new ConcurrentHashMap<>();
    private final Map<String, Runnable> beforeResponse = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<WebSocketListener> sockets = new CopyOnWriteArrayList<>();

    public StubSlack() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return respond(request);
            }
        });
        try {
            server.setServerSocketFactory(new NoDelayServerSocketFactory());
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        respondByDefault(
                "auth.test",
                "{\"ok\":true,\"team\":\"Ours\",\"team_id\":\"%s\",\"user_id\":\"%s\",\"bot_id\":\"B0BOT\"}"
                        .formatted(TEAM_ID, BOT_USER_ID));
        respondByDefault("bots.info", "{\"ok\":true,\"bot\":{\"id\":\"B0BOT\",\"app_id\":\"A0APP\"}}");
        respondByDefault("chat.postMessage", "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700000000.000001\"}");
        respondByDefault("chat.update", "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700000000.000001\"}");
        respondByDefault("chat.postEphemeral", "{\"ok\":true,\"message_ts\":\"1700000000.000002\"}");
        respondByDefault("views.open", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.h\"}}");
        respondByDefault("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}");
        respondByDefault("conversations.history", "{\"ok\":true,\"messages\":[]}");
        respondByDefault("conversations.replies", "{\"ok\":true,\"messages\":[]}");
        respondByDefault(
                "apps.connections.open", "{\"ok\":true,\"url\":\"ws://localhost:" + server.getPort() + "/socket\"}");
    }

    public SlackClientConfig account() {
        return new SlackClientConfig(BOT_TOKEN, Optional.of(APP_TOKEN), Optional.of(SIGNING_SECRET), url("/api/"));
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    public void respondByDefault(String method, String body) {
        defaultResponses.put("/api/" + method, body);
    }

    /** Sets one response that comes before the usual ones. */
    public void respondOnce(String method, String body) {
        respondOnce(method, new MockResponse.Builder().body(body).build());
    }

    public void respondOnce(String method, MockResponse response) {
        String path = method.startsWith("/") ? method : "/api/" + method;
        scriptedResponses.computeIfAbsent(path, key -> new ArrayDeque<>()).add(response);
    }

    /** What happens once between the call and its response. */
    public void beforeNextResponse(String method, Runnable action) {
        beforeResponse.put("/api/" + method, action);
    }

    public void failOnce(String method, String error) {
        respondOnce(method, "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    /** Sets the listener of the next socket that connects. */
    void acceptSocket(WebSocketListener listener) {
        sockets.add(listener);
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(String method) {
        String path = method.startsWith("/") ? method : "/api/" + method;
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    public Map<String, String> onlyCallForm(String method) {
        List<Call> found = calls(method);
        if (found.size() != 1) throw new AssertionError(method + " was called " + found.size() + " times");
        return found.get(0).form();
    }

    public static JsonNode parseJson(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private MockResponse respond(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.equals("/socket"))
            return nextSocket(sockets)
                    .map(socket -> new MockResponse.Builder().webSocketUpgrade(socket))
                    .orElseGet(() -> new MockResponse.Builder().code(409))
                    .build();
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        calls.add(new Call(
                path, parseForm(body), body, String.valueOf(request.getHeaders().get("Authorization"))));
        Optional.ofNullable(beforeResponse.remove(path)).ifPresent(Runnable::run);
        MockResponse next =
                scriptedResponses.getOrDefault(path, new ArrayDeque<>()).poll();
        if (next != null) return next;
        if (path.startsWith("/hooks/"))
            return new MockResponse.Builder().body("ok").build();
        return new MockResponse.Builder()
                .body(defaultResponses.getOrDefault(path, "{\"ok\":false,\"error\":\"unknown_method\"}"))
                .build();
    }

    private static synchronized Optional<WebSocketListener> nextSocket(List<WebSocketListener> sockets) {
        return sockets.isEmpty() ? Optional.empty() : Optional.of(sockets.remove(0));
    }

    private static Map<String, String> parseForm(String body) {
        Map<String, String> form = new HashMap<>();
        if (body.startsWith("{")) return form;
        for (String pair : body.split("&")) {
            String[] both = pair.split("=", 2);
            if (both.length == 2) form.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.close();
    }
}
