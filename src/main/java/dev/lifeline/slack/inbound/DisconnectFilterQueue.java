package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import org.jspecify.annotations.Nullable;

/**
 * Message queue of the Socket Mode client that takes out Slack's {@code disconnect} messages. The SDK would reconnect on its only reader
 * thread and read nothing until Slack has answered; instead a callback is run. Thread-safe.
 */
final class DisconnectFilterQueue implements SocketModeMessageQueue {

    private static final String TYPE_DISCONNECT = "disconnect";

    /** Far above the length of a disconnect message, which has a reason and a host name. */
    private static final int MAX_DISCONNECT_CHARS = 4_096;

    private final SocketModeMessageQueue queue = new ConcurrentLinkedMessageQueue();
    private final ObjectMapper json = new ObjectMapper();
    private final Runnable onDisconnect;

    /** @param onDisconnect runs on the thread that receives from the socket; must not block */
    DisconnectFilterQueue(Runnable onDisconnect) {
        this.onDisconnect = onDisconnect;
    }

    @Override
    public void add(String message) {
        if (isDisconnect(message)) onDisconnect.run();
        else queue.add(message);
    }

    @Override
    public @Nullable String poll() {
        return queue.poll();
    }

    /** Deliveries may be long, so only short messages that contain the word are parsed on this thread. */
    private boolean isDisconnect(String message) {
        try {
            return message.length() <= MAX_DISCONNECT_CHARS
                    && message.contains(TYPE_DISCONNECT)
                    && TYPE_DISCONNECT.equals(
                            json.readTree(message).path("type").asText());
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
