package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.response.Response;
import java.util.Optional;

/**
 * A Socket Mode envelope (https://docs.slack.dev/apis/events-api/using-socket-mode).
 *
 * @param id goes back in the acknowledgement
 */
record Envelope(String id, JsonNode payload) {

    /**
     * The envelope; empty for messages that take no acknowledgement, such as {@code hello} and {@code disconnect}, and for what is not
     * JSON.
     */
    static Optional<Envelope> parse(String message, ObjectMapper json) {
        try {
            JsonNode envelope = json.readTree(message);
            String id = envelope.path("envelope_id").asText("");
            return id.isEmpty() ? Optional.empty() : Optional.of(new Envelope(id, envelope.path("payload")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The acknowledgement as JSON, with the response's body as payload where there is one. */
    String acknowledgement(Response response, ObjectMapper json) {
        ObjectNode acknowledgement = JsonNodeFactory.instance.objectNode().put("envelope_id", id);
        String body = response.getBody();
        if (body != null && !body.isEmpty()) acknowledgement.set("payload", payload(body, json));
        return acknowledgement.toString();
    }

    private static JsonNode payload(String body, ObjectMapper json) {
        try {
            JsonNode parsed = json.readTree(body);
            return parsed.isObject()
                    ? parsed
                    : JsonNodeFactory.instance.objectNode().put("text", body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode().put("text", body);
        }
    }
}
