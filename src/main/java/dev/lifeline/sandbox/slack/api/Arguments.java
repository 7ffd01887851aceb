package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.web.Call;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a Web API call was given: a query, a form (a repeated field counts once), or a JSON object, in which Slack reads no token. */
record Arguments(Map<String, JsonNode> values) {

    private static final Set<String> YES = Set.of("true", "1");

    static Arguments of(Call call) throws Refused, InterruptedException {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        take(values, call.query());
        String type = call.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) takeJson(values, call);
        else if (type.startsWith(MultipartForm.MEDIA_TYPE)) take(values, MultipartForm.of(call));
        else take(values, call.form());
        return new Arguments(values);
    }

    private static void take(Map<String, JsonNode> values, Map<String, List<String>> fields) {
        fields.forEach((name, all) -> values.put(name, TextNode.valueOf(all.get(0))));
    }

    private static void takeJson(Map<String, JsonNode> values, Call call) throws Refused {
        if (call.body().length == 0) return;
        if (!(parse(call) instanceof ObjectNode object)) throw new Refused("json_not_object");
        object.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        values.remove("token");
    }

    private static JsonNode parse(Call call) throws Refused {
        try {
            return call.json();
        } catch (IOException notJson) {
            throw new Refused("invalid_json");
        }
    }

    /** A text that is not empty. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.isNull())
                .map(value -> value.isValueNode() ? value.asText() : value.toString())
                .filter(text -> !text.isEmpty());
    }

    /** A text that must be there. */
    String need(String name, String error) throws Refused {
        return text(name).orElseThrow(() -> new Refused(error));
    }

    String need(String name) throws Refused {
        return text(name)
                .orElseThrow(() -> new Refused(
                        "invalid_arguments",
                        Json.object(
                                "response_metadata",
                                Json.object("messages", List.of("[ERROR] missing required field: " + name)))));
    }

    boolean flag(String name) {
        return text(name).filter(YES::contains).isPresent();
    }

    int number(String name, int otherwise) throws Refused {
        try {
            return text(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException notANumber) {
            throw new Refused("invalid_arguments");
        }
    }

    /** JSON given as such or as a string; empty when absent. */
    Optional<JsonNode> json(String name, String errorWhenBroken) throws Refused {
        JsonNode given = values.get(name);
        if (given == null || given.isNull()) return Optional.empty();
        if (!given.isTextual()) return Optional.of(given);
        if (given.asText().isBlank()) return Optional.empty();
        return Optional.of(Json.read(given.asText()).orElseThrow(() -> new Refused(errorWhenBroken)));
    }
}
