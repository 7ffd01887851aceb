package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.response.Response;
import java.util.Optional;

/** What came over the socket, and what goes back for it (slack.md 3.3)? */
record Envelope(String id, JsonNode payload) {

    /** Empty for what wants no acknowledgement: greetings, farewells and what is not JSON. */
    static Optional<Envelope> parse(String message, ObjectMapper json) {
        try {
            JsonNode envelope = json.readTree(message);
            String id = envelope.path("envelope_id").asText("");
            return id.isEmpty() ? Optional.empty() : Optional.of(new Envelope(id, envelope.path("payload")));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The acknowledgement, with the answer in it where there is one. */
    String acknowledgement(Response answer, ObjectMapper json) {
        ObjectNode acknowledgement = JsonNodeFactory.instance.objectNode().put("envelope_id", id);
        String body = answer.getBody();
        if (body != null && !body.isEmpty()) acknowledgement.set("payload", payload(body, json));
        return acknowledgement.toString();
    }

    private static JsonNode payload(String body, ObjectMapper json) {
        try {
            JsonNode parsed = json.readTree(body);
            return parsed.isObject()
                    ? parsed
                    : JsonNodeFactory.instance.objectNode().put("text", body);
        } catch (JsonProcessingException words) {
            return JsonNodeFactory.instance.objectNode().put("text", body);
        }
    }
}
