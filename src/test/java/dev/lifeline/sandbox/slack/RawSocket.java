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

/** A socket without a library: keeps every frame, acknowledges only when told. */
final class RawSocket implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final AtomicInteger pongs = new AtomicInteger();
    private WebSocket socket;
    private volatile boolean closed;

    static String address(Http http) {
        return Http.read(http.call("apps.connections.open", Http.APP))
                .path("url")
                .asText();
    }

    static RawSocket open(Http http) {
        return at(address(http));
    }

    static RawSocket at(String url) {
        RawSocket raw = new RawSocket();
        raw.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), raw)
                .join();
        return raw;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(read(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = true;
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.incrementAndGet();
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    /** Sends a ping and waits for its pong. */
    void ping() {
        int before = pongs.get();
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
        await().until(() -> pongs.get() > before);
    }

    /** Sends a ping and does not wait. */
    void pingInVain() {
        socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
    }

    int pongs() {
        return pongs.get();
    }

    boolean closed() {
        return closed;
    }

    List<JsonNode> frames() {
        return frames;
    }

    List<JsonNode> ofType(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    /** The first frame that fits, waiting for it. */
    JsonNode next(Predicate<JsonNode> fits) {
        await().until(() -> frames.stream().anyMatch(fits));
        return frames.stream().filter(fits).findFirst().orElseThrow();
    }

    JsonNode next(String type) {
        return next(frame -> frame.path("type").asText().equals(type));
    }

    void ack(JsonNode envelope, String payload) {
        String id = envelope.path("envelope_id").asText();
        socket.sendText("{\"envelope_id\":\"" + id + "\"" + payload + "}", true).join();
    }
}
