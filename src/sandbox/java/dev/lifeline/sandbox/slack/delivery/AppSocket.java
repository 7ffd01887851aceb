package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** One WebSocket that the app has open. */
public final class AppSocket implements Session.Listener.AutoDemanding {

    /** What a socket tells those who keep it. */
    record SocketListeners(Consumer<AppSocket> onOpen, Consumer<JsonNode> onFrame, Consumer<AppSocket> onClose) {}

    private final SocketListeners listeners;
    private volatile @Nullable Session session;
    private volatile boolean retiring;
    private volatile boolean mute;

    AppSocket(SocketListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        listeners.onOpen().accept(this);
    }

    @Override
    public void onWebSocketText(String text) {
        if (!mute) Json.parse(text).ifPresent(listeners.onFrame());
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        Session open = session;
        if (open != null && !mute) open.sendPong(payload, Callback.NOOP);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        listeners.onClose().accept(this);
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        listeners.onClose().accept(this);
    }

    /** Has been asked to make way for a new connection. */
    boolean retiring() {
        return retiring;
    }

    void markRetiring() {
        retiring = true;
    }

    /** From now on it is open and silent. */
    void mute() {
        mute = true;
    }

    void send(ObjectNode frame) {
        Session open = session;
        if (open != null && !mute) open.sendText(frame.toString(), Callback.NOOP);
    }

    void ping() {
        Session open = session;
        if (open != null && !mute) open.sendPing(ByteBuffer.wrap(new byte[] {'p'}), Callback.NOOP);
    }

    void close() {
        Session open = session;
        if (open != null) open.close(StatusCode.NORMAL, "closed by Slack", Callback.NOOP);
    }

    /** Cuts the connection without a word. */
    void disconnect() {
        Session open = session;
        if (open != null) open.disconnect();
    }
}
