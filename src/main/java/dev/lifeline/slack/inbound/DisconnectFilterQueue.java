package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import org.jspecify.annotations.Nullable;

/**
 * What comes over the socket, until somebody reads it. Slack's word that it will end the connection is taken out: the SDK's only reader
 * would go and open another one itself, and read nothing until Slack has answered.
 */
final class DisconnectFilterQueue implements SocketModeMessageQueue {

    private static final String TYPE_DISCONNECT = "disconnect";

    private final SocketModeMessageQueue queue = new ConcurrentLinkedMessageQueue();
    private final ObjectMapper json = new ObjectMapper();
    private final Runnable onDisconnect;

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

    /** Deliveries, which may be long, are not read twice for it. */
    private boolean isDisconnect(String message) {
        try {
            return message.contains(TYPE_DISCONNECT)
                    && TYPE_DISCONNECT.equals(
                            json.readTree(message).path("type").asText());
        } catch (JsonProcessingException nothing) {
            return false;
        }
    }
}
