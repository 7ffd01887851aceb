package dev.lifeline.slack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Slack's end of a connection. */
final class SlackSocket extends WebSocketListener {

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private volatile Optional<WebSocket> open = Optional.empty();
    private int count;

    boolean isOpen() {
        return open.isPresent();
    }

    void raw(String text) {
        open.orElseThrow().send(text);
    }

    void sends(String type, String id, String payload) {
        raw("{\"envelope_id\":\"" + id + "\",\"type\":\"" + type + "\",\"accepts_response_payload\":true,\"payload\":"
                + payload + "}");
    }

    /** Delivers and waits for the acknowledgement. */
    JsonNode delivers(String type, String payload) {
        String id = "envelope-" + count++;
        sends(type, id, payload);
        await().atMost(Duration.ofSeconds(5)).until(() -> acknowledged(id).isPresent());
        return acknowledged(id).orElseThrow();
    }

    Optional<JsonNode> acknowledged(String id) {
        return received.stream()
                .filter(ack -> ack.path("envelope_id").asText().equals(id))
                .findFirst();
    }

    void breaks() {
        open.orElseThrow().close(1011, "broken");
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        open = Optional.of(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        received.add(StubSlack.json(text));
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(code, reason);
    }
}
