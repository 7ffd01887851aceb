package dev.lifeline.sandbox.slack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A WebSocket client that keeps every frame and acknowledges only on request. */
final class RawSocket implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partialText = new StringBuilder();
    private final AtomicInteger pongCount = new AtomicInteger();
    private WebSocket socket;
    private volatile boolean isClosed;

    static String newSocketUrl(FakeSlackClient fakeSlackClient) {
        return FakeSlackClient.parseJson(fakeSlackClient.callApiRaw("apps.connections.open", FakeSlackClient.APP_TOKEN))
                .path("url")
                .asText();
    }

    static RawSocket open(FakeSlackClient fakeSlackClient) {
        return openAt(newSocketUrl(fakeSlackClient));
    }

    static RawSocket openAt(String url) {
        RawSocket raw = new RawSocket();
        raw.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), raw)
                .join();
        return raw;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partialText.append(data);
        if (last) {
            frames.add(parseJson(partialText.toString()));
            partialText.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    private static JsonNode parseJson(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        isClosed = true;
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        isClosed = true;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        pongCount.incrementAndGet();
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    /** Sends a ping and waits for its pong. */
    void pingAndAwaitPong() {
        int before = pongCount.get();
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
        await().until(() -> pongCount.get() > before);
    }

    /** Sends a ping and does not wait. */
    void pingWithoutWaiting() {
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
    }

    int pongCount() {
        return pongCount.get();
    }

    boolean isClosed() {
        return isClosed;
    }

    List<JsonNode> frames() {
        return frames;
    }

    List<JsonNode> framesOfType(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** Waits for the first frame that matches. */
    JsonNode awaitFrame(Predicate<JsonNode> matches) {
        await().until(() -> frames.stream().anyMatch(matches));
        return frames.stream().filter(matches).findFirst().orElseThrow();
    }

    JsonNode awaitFrame(String type) {
        return awaitFrame(frame -> frame.path("type").asText().equals(type));
    }

    void ack(JsonNode envelope, String payload) {
        String id = envelope.path("envelope_id").asText();
        socket.sendText("{\"envelope_id\":\"" + id + "\"" + payload + "}", true).join();
    }
}
