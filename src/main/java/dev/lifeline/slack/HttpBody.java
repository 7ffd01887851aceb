package dev.lifeline.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What does a verified request's body say? Slack sends events as JSON, commands as a form, and all else as JSON in a form. */
final class HttpBody {

    private HttpBody() {}

    /** The payload, in the shape that it has over the socket; empty when it makes no sense. */
    static Optional<JsonNode> payload(byte[] body, ObjectMapper json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .strip();
            if (text.startsWith("{")) return object(json.readTree(text));
            ObjectNode form = form(text);
            return form.has("payload")
                    ? object(json.readTree(form.path("payload").asText()))
                    : Optional.of(form);
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> object(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isObject);
    }

    private static ObjectNode form(String text) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
