package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of one Web API call: from the query, a form (the first value of a repeated field), or a JSON object, in
 * which Slack ignores {@code token}.
 */
record Arguments(Map<String, JsonNode> values) {

    private static final Set<String> TRUE_VALUES = Set.of("true", "1");

    static Arguments of(HttpRequest httpRequest) throws ApiErrorException, InterruptedException {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        addFields(values, httpRequest.queryParams());
        String type = httpRequest.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) addJsonFields(values, httpRequest);
        else if (type.startsWith(MultipartForm.MEDIA_TYPE)) addFields(values, MultipartForm.parse(httpRequest));
        else addFields(values, httpRequest.form());
        return new Arguments(values);
    }

    private static void addFields(Map<String, JsonNode> values, Map<String, List<String>> fields) {
        fields.forEach((name, all) -> values.put(name, TextNode.valueOf(all.get(0))));
    }

    private static void addJsonFields(Map<String, JsonNode> values, HttpRequest httpRequest) throws ApiErrorException {
        if (httpRequest.body().length == 0) return;
        if (!(parseJson(httpRequest) instanceof ObjectNode object)) throw new ApiErrorException("json_not_object");
        object.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        values.remove("token");
    }

    private static JsonNode parseJson(HttpRequest httpRequest) throws ApiErrorException {
        try {
            return httpRequest.json();
        } catch (IOException e) {
            throw new ApiErrorException("invalid_json");
        }
    }

    /** Returns the kind of each value, such as {@code string}, {@code integer} or {@code array}; a form's texts are parsed for it. */
    ObjectNode kinds() {
        ObjectNode kinds = Json.object();
        values.forEach((name, value) -> kinds.put(name, kind(value)));
        return kinds;
    }

    private static String kind(JsonNode value) {
        Optional<JsonNode> parsed = value.isTextual() ? Json.parse(value.asText()) : Optional.of(value);
        JsonNode node = parsed.orElse(value);
        return node.isIntegralNumber() ? "integer" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the length of each value in characters (code points); that of JSON is the one of its text. */
    ObjectNode lengths() {
        ObjectNode lengths = Json.object();
        values.forEach((name, value) -> lengths.put(name, length(value.isTextual() ? value.asText() : value.toString())));
        return lengths;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns a text that is present and not empty. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.isNull())
                .map(value -> value.isValueNode() ? value.asText() : value.toString())
                .filter(text -> !text.isEmpty());
    }

    /**
     * Returns a text that must be present.
     *
     * @throws ApiErrorException with the given error where it is missing
     */
    String require(String name, String error) throws ApiErrorException {
        return text(name).orElseThrow(() -> new ApiErrorException(error));
    }

    /**
     * Returns a text that must be present.
     *
     * @throws ApiErrorException with {@code invalid_arguments}, naming the field, where it is missing
     */
    String require(String name) throws ApiErrorException {
        return text(name)
                .orElseThrow(() -> new ApiErrorException(
                        "invalid_arguments",
                        Json.object(
                                "response_metadata",
                                Json.object("messages", List.of("[ERROR] missing required field: " + name)))));
    }

    boolean booleanValue(String name) {
        return text(name).filter(TRUE_VALUES::contains).isPresent();
    }

    int intValue(String name, int defaultValue) throws ApiErrorException {
        try {
            return text(name).map(Integer::parseInt).orElse(defaultValue);
        } catch (NumberFormatException e) {
            throw new ApiErrorException("invalid_arguments");
        }
    }

    /**
     * Returns JSON given as such or as a string; empty when absent.
     *
     * @throws ApiErrorException with the given error where the string is not JSON
     */
    Optional<JsonNode> json(String name, String errorIfMalformed) throws ApiErrorException {
        JsonNode given = values.get(name);
        if (given == null || given.isNull()) return Optional.empty();
        if (!given.isTextual()) return Optional.of(given);
        if (given.asText().isBlank()) return Optional.empty();
        return Optional.of(Json.parse(given.asText()).orElseThrow(() -> new ApiErrorException(errorIfMalformed)));
    }
}
