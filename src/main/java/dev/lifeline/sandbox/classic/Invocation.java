package dev.lifeline.sandbox.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.web.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which method of which service does a request call? {@code /{Service}[/{id}][/{method}[/{scalar}…]][.json]}: a bare GET
 * means getObject (softlayer.md 1.2).
 *
 * @param method as sent; a {@code get} may be missing from it
 */
record Invocation(
        String service,
        Optional<String> id,
        String method,
        List<JsonNode> parameters,
        Optional<String> mask,
        Optional<String> filter,
        Optional<String> limit) {

    static final String BASE = "/rest/v3.1";

    private static final Pattern ID = Pattern.compile("\\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    static Invocation of(Call call) {
        String path = call.path().substring(BASE.length()).replaceAll("\\.json/?$", "");
        List<String> words =
                Arrays.stream(path.split("/")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) throw new ApiError(404, ApiError.PUBLIC, "Service does not exist.");
        boolean hasId = words.size() > 1 && ID.matcher(words.get(1)).matches();
        int method = hasId ? 2 : 1;
        return new Invocation(
                serviceNamed(words.get(0)),
                hasId ? Optional.of(words.get(1)) : Optional.empty(),
                words.size() > method ? words.get(method) : implied(call.method()),
                parameters(call, words.subList(Math.min(method + 1, words.size()), words.size())),
                call.parameter("objectMask"),
                call.parameter("objectFilter"),
                call.parameter("resultLimit"));
    }

    private static String serviceNamed(String word) {
        return word.startsWith("SoftLayer_") ? word : "SoftLayer_" + word;
    }

    private static String implied(String verb) {
        return switch (verb) {
            case "POST" -> "createObject";
            case "PUT" -> "editObject";
            case "DELETE" -> "deleteObject";
            default -> "getObject";
        };
    }

    /** Scalars in the path come first; a body on GET is ignored. */
    private static List<JsonNode> parameters(Call call, List<String> inPath) {
        List<JsonNode> all = new ArrayList<>();
        inPath.forEach(word -> all.add(scalar(word)));
        if (!call.method().equals("GET") && call.body().length > 0) body(call).forEach(all::add);
        return all;
    }

    private static JsonNode scalar(String word) {
        return NUMBER.matcher(word).matches()
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(word))
                : JsonNodeFactory.instance.textNode(word);
    }

    private static JsonNode body(Call call) {
        try {
            return call.json().path("parameters");
        } catch (IOException malformed) {
            throw new ApiError(400, "SoftLayer_Exception_WebService_BadRequest", "The request body is not valid JSON.");
        }
    }

    /** The same call as if it had no filter. */
    Invocation unfiltered() {
        return new Invocation(service, id, method, parameters, mask, Optional.empty(), limit);
    }

    /** The n-th argument, nothing where it is missing or null. */
    Optional<JsonNode> argument(int n) {
        return n < parameters.size() && !parameters.get(n).isNull() ? Optional.of(parameters.get(n)) : Optional.empty();
    }
}
