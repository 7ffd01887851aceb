package dev.lifeline.slack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Slack's end of a Socket Mode connection. */
final class StubSlackSocket extends WebSocketListener {

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private volatile Optional<WebSocket> openSocket = Optional.empty();
    private int envelopeCount;

    boolean isOpen() {
        return openSocket.isPresent();
    }

    void sendText(String text) {
        openSocket.orElseThrow().send(text);
    }

    void sendEnvelope(String type, String id, String payload) {
        sendText("{\"envelope_id\":\"" + id + "\",\"type\":\"" + type
                + "\",\"accepts_response_payload\":true,\"payload\":" + payload + "}");
    }

    /** Delivers and waits for the acknowledgement. */
    JsonNode deliverAndAwaitAck(String type, String payload) {
        String id = "envelope-" + envelopeCount++;
        sendEnvelope(type, id, payload);
        await().until(() -> ackFor(id).isPresent());
        return ackFor(id).orElseThrow();
    }

    Optional<JsonNode> ackFor(String id) {
        return received.stream()
                .filter(ack -> ack.path("envelope_id").asText().equals(id))
                .findFirst();
    }

    void closeWithError() {
        openSocket.orElseThrow().close(1011, "broken");
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        openSocket = Optional.of(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        received.add(StubSlack.parseJson(text));
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(code, reason);
    }
}
