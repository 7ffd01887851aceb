package dev.lifeline.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import org.jspecify.annotations.Nullable;

/**
 * What comes over the socket, until somebody reads it. Slack's word that it will end the connection is taken out: the SDK's only reader
 * would go and open another one itself, and read nothing until Slack has answered.
 */
final class Mail implements SocketModeMessageQueue {

    private static final String FAREWELL = "disconnect";

    private final SocketModeMessageQueue waiting = new ConcurrentLinkedMessageQueue();
    private final ObjectMapper json = new ObjectMapper();
    private final Runnable farewell;

    Mail(Runnable farewell) {
        this.farewell = farewell;
    }

    @Override
    public void add(String message) {
        if (isFarewell(message)) farewell.run();
        else waiting.add(message);
    }

    @Override
    public @Nullable String poll() {
        return waiting.poll();
    }

    /** Deliveries, which may be long, are not read twice for it. */
    private boolean isFarewell(String message) {
        try {
            return message.contains(FAREWELL)
                    && FAREWELL.equals(json.readTree(message).path("type").asText());
        } catch (JsonProcessingException nothing) {
            return false;
        }
    }
}
