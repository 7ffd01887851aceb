package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.web.HttpRequest;
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
        Optional<String> objectMask,
        Optional<String> objectFilter,
        Optional<String> resultLimit) {

    static final String BASE_PATH = "/rest/v3.1";

    private static final Pattern ID_PATTERN = Pattern.compile("\\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER_PATTERN = Pattern.compile("-?\\d{1,18}");

    static Invocation parse(HttpRequest httpRequest) {
        String path = httpRequest.path().substring(BASE_PATH.length()).replaceAll("\\.json/?$", "");
        List<String> words =
                Arrays.stream(path.split("/")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) throw new SoftLayerException(404, SoftLayerException.PUBLIC_CODE, "Service does not exist.");
        boolean hasId = words.size() > 1 && ID_PATTERN.matcher(words.get(1)).matches();
        int method = hasId ? 2 : 1;
        return new Invocation(
                qualifiedServiceName(words.get(0)),
                hasId ? Optional.of(words.get(1)) : Optional.empty(),
                words.size() > method ? words.get(method) : defaultMethod(httpRequest.method()),
                parameters(httpRequest, words.subList(Math.min(method + 1, words.size()), words.size())),
                httpRequest.queryParam("objectMask"),
                httpRequest.queryParam("objectFilter"),
                httpRequest.queryParam("resultLimit"));
    }

    private static String qualifiedServiceName(String word) {
        return word.startsWith("SoftLayer_") ? word : "SoftLayer_" + word;
    }

    private static String defaultMethod(String verb) {
        return switch (verb) {
            case "POST" -> "createObject";
            case "PUT" -> "editObject";
            case "DELETE" -> "deleteObject";
            default -> "getObject";
        };
    }

    /** Scalars in the path come first; a body on GET is ignored. */
    private static List<JsonNode> parameters(HttpRequest httpRequest, List<String> inPath) {
        List<JsonNode> all = new ArrayList<>();
        inPath.forEach(word -> all.add(parseScalar(word)));
        if (!httpRequest.method().equals("GET") && httpRequest.body().length > 0) bodyParameters(httpRequest).forEach(all::add);
        return all;
    }

    private static JsonNode parseScalar(String word) {
        return NUMBER_PATTERN.matcher(word).matches()
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(word))
                : JsonNodeFactory.instance.textNode(word);
    }

    private static JsonNode bodyParameters(HttpRequest httpRequest) {
        try {
            return httpRequest.json().path("parameters");
        } catch (IOException e) {
            throw new SoftLayerException(400, "SoftLayer_Exception_WebService_BadRequest", "The request body is not valid JSON.");
        }
    }

    /** The same call as if it had no filter. */
    Invocation withoutFilter() {
        return new Invocation(service, id, method, parameters, objectMask, Optional.empty(), resultLimit);
    }

    /** The n-th argument, nothing where it is missing or null. */
    Optional<JsonNode> parameter(int n) {
        return n < parameters.size() && !parameters.get(n).isNull() ? Optional.of(parameters.get(n)) : Optional.empty();
    }
}
