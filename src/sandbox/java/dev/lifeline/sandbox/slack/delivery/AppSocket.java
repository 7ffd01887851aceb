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

/** One WebSocket that the app has open. Thread-safe; sending does not block. */
public final class AppSocket implements Session.Listener.AutoDemanding {

    /** Callbacks of a socket's life cycle, run on the server's threads. */
    record SocketListeners(Consumer<AppSocket> onOpen, Consumer<JsonNode> onFrame, Consumer<AppSocket> onClose) {}

    private final SocketListeners listeners;
    private volatile @Nullable Session session;
    private volatile boolean retiring;
    private volatile boolean muted;

    AppSocket(SocketListeners listeners) {
        this.listeners = listeners;
    }

    @Override
    public void onWebSocketOpen(Session newSession) {
        session = newSession;
        listeners.onOpen().accept(this);
    }

    @Override
    public void onWebSocketText(String text) {
        if (!muted) Json.parse(text).ifPresent(listeners.onFrame());
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        Session current = session;
        if (current != null && !muted) current.sendPong(payload, Callback.NOOP);
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

    /** Whether the app was asked to open a new connection in place of this one. */
    boolean retiring() {
        return retiring;
    }

    void markRetiring() {
        retiring = true;
    }

    /** Keeps the socket open and drops all traffic, in both directions, from now on. */
    void mute() {
        muted = true;
    }

    void send(ObjectNode frame) {
        Session current = session;
        if (current != null && !muted) current.sendText(frame.toString(), Callback.NOOP);
    }

    void ping() {
        Session current = session;
        if (current != null && !muted) current.sendPing(ByteBuffer.wrap(new byte[] {'p'}), Callback.NOOP);
    }

    void close() {
        Session current = session;
        if (current != null) current.close(StatusCode.NORMAL, "closed by Slack", Callback.NOOP);
    }

    /** Cuts the connection without a close frame. */
    void disconnect() {
        Session current = session;
        if (current != null) current.disconnect();
    }
}
