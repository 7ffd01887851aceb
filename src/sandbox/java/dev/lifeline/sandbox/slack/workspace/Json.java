package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Builds and reads the JSON of the fake Slack. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The JSON null. */
    public static final JsonNode NULL = NullNode.getInstance();

    private Json() {}

    /** Returns an object of names and values given in turn; a name whose value is an empty Optional is left out. */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2)
            put(object, (String) namesAndValues[i], namesAndValues[i + 1]);
        return object;
    }

    private static void put(ObjectNode object, String name, Object value) {
        if (value instanceof Optional<?> maybe) maybe.ifPresent(present -> put(object, name, present));
        else object.set(name, toNode(value));
    }

    /** Returns an array of the values, which may be nodes or anything that Jackson can write. */
    public static ArrayNode array(Iterable<?> values) {
        ArrayNode array = MAPPER.createArrayNode();
        StreamSupport.stream(values.spliterator(), false).map(Json::toNode).forEach(array::add);
        return array;
    }

    /** Returns an empty array. */
    public static ArrayNode emptyArray() {
        return MAPPER.createArrayNode();
    }

    /** Returns the value, or the JSON null where there is none. */
    public static Object orNull(Optional<?> value) {
        return value.<Object>map(present -> present).orElse(NULL);
    }

    private static JsonNode toNode(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    /** Parses a text; empty when it is not JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Returns the text of a field; empty when it is absent or empty. */
    public static Optional<String> nonEmptyText(JsonNode object, String field) {
        return Optional.of(object.path(field).asText("")).filter(text -> !text.isEmpty());
    }
}
