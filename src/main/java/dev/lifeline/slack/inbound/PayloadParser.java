package dev.lifeline.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;

/**
 * Parses the body of a verified request. Slack sends events as JSON, commands as a form, and everything else as JSON in a form field
 * (https://docs.slack.dev/interactivity/handling-user-interaction).
 */
final class PayloadParser {

    /** Above the number of fields of any request of Slack's, which has some 15. */
    private static final int MAX_FIELDS = 100;

    private PayloadParser() {}

    /** The payload in the form it has over Socket Mode; empty when the body is malformed. */
    static Optional<JsonNode> parse(byte[] body, ObjectMapper json) {
        try {
            String text = decodeUtf8(body).strip();
            if (text.startsWith("{")) return asObject(json.readTree(text));
            ObjectNode form = parseForm(text);
            return form.has("payload")
                    ? asObject(json.readTree(form.path("payload").asText()))
                    : Optional.of(form);
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> asObject(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isObject);
    }

    private static ObjectNode parseForm(String text) throws CharacterCodingException {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        String[] pairs = text.split("&", MAX_FIELDS + 1);
        if (pairs.length > MAX_FIELDS)
            throw new IllegalArgumentException("a form of more than " + MAX_FIELDS + " fields");
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) form.put(urlDecode(pair.substring(0, equals)), urlDecode(pair.substring(equals + 1)));
        }
        return form;
    }

    /** URLDecoder replaces malformed UTF-8; here it is rejected. */
    private static String urlDecode(String text) throws CharacterCodingException {
        try {
            return decodeUtf8(URLCodec.decodeUrl(text.getBytes(StandardCharsets.UTF_8)));
        } catch (DecoderException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String decodeUtf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
