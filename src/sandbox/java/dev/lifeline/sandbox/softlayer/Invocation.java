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
 * The service, method and parameters of a REST call, {@code /{Service}[/{id}][/{method}[/{scalar}…]][.json]}; a GET without
 * a method means getObject (src/docs/platform/softlayer.md, section REST rules).
 *
 * @param method as sent; a leading {@code get} may be missing
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
        List<String> segments =
                Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
        if (segments.isEmpty()) throw new SoftLayerException(404, SoftLayerException.PUBLIC_CODE, "Service does not exist.");
        boolean hasId = segments.size() > 1 && ID_PATTERN.matcher(segments.get(1)).matches();
        int methodIndex = hasId ? 2 : 1;
        return new Invocation(
                qualifiedServiceName(segments.get(0)),
                hasId ? Optional.of(segments.get(1)) : Optional.empty(),
                segments.size() > methodIndex ? segments.get(methodIndex) : defaultMethod(httpRequest.method()),
                parameters(httpRequest, segments.subList(Math.min(methodIndex + 1, segments.size()), segments.size())),
                httpRequest.queryParam("objectMask"),
                httpRequest.queryParam("objectFilter"),
                httpRequest.queryParam("resultLimit"));
    }

    private static String qualifiedServiceName(String segment) {
        return segment.startsWith("SoftLayer_") ? segment : "SoftLayer_" + segment;
    }

    private static String defaultMethod(String httpMethod) {
        return switch (httpMethod) {
            case "POST" -> "createObject";
            case "PUT" -> "editObject";
            case "DELETE" -> "deleteObject";
            default -> "getObject";
        };
    }

    /** Scalars in the path come first; the body of a GET is ignored. */
    private static List<JsonNode> parameters(HttpRequest httpRequest, List<String> inPath) {
        List<JsonNode> values = new ArrayList<>();
        inPath.forEach(segment -> values.add(parseScalar(segment)));
        if (!httpRequest.method().equals("GET") && httpRequest.body().length > 0) bodyParameters(httpRequest).forEach(values::add);
        return values;
    }

    private static JsonNode parseScalar(String segment) {
        return NUMBER_PATTERN.matcher(segment).matches()
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(segment))
                : JsonNodeFactory.instance.textNode(segment);
    }

    private static JsonNode bodyParameters(HttpRequest httpRequest) {
        try {
            return httpRequest.json().path("parameters");
        } catch (IOException e) {
            throw new SoftLayerException(400, "SoftLayer_Exception_WebService_BadRequest", "The request body is not valid JSON.");
        }
    }

    /** Returns the same call without its filter. */
    Invocation withoutFilter() {
        return new Invocation(service, id, method, parameters, objectMask, Optional.empty(), resultLimit);
    }

    /** Returns the n-th parameter, from 0; empty where it is missing or null. */
    Optional<JsonNode> parameter(int n) {
        return n < parameters.size() && !parameters.get(n).isNull() ? Optional.of(parameters.get(n)) : Optional.empty();
    }
}
