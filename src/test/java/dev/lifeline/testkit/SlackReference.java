package dev.lifeline.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Slack documents of its Web API, as others recorded it (src/test/resources/slack-api/README.md): an oracle that nobody here wrote.
 */
public final class SlackReference {

    /**
     * Errors that every method can answer with; the page of each method lists them after its own
     * (https://docs.slack.dev/reference/methods/chat.postMessage/#errors, https://docs.slack.dev/apis/web-api/).
     */
    private static final Set<String> COMMON_ERRORS = Set.of(
            "access_denied",
            "account_inactive",
            "deprecated_endpoint",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "fatal_error",
            "internal_error",
            "invalid_arg_name",
            "invalid_arguments",
            "invalid_array_arg",
            "invalid_auth",
            "invalid_charset",
            "invalid_form_data",
            "invalid_json",
            "invalid_post_type",
            "json_not_object",
            "method_deprecated",
            "missing_post_type",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "not_authed",
            "org_login_required",
            "ratelimited",
            "request_timeout",
            "service_unavailable",
            "team_access_not_granted",
            "team_added_to_org",
            "token_expired",
            "token_revoked",
            "two_factor_setup_required");

    /**
     * The longest value of an argument, in characters, where the page of a method names it in words: {@code msg_too_long} of chat.update,
     * {@code markdown_text} of chat.postMessage, {@code view_too_large} of views.open (https://docs.slack.dev/reference/methods).
     */
    private static final Map<String, Integer> LENGTHS_IN_WORDS =
            Map.of("text", 4_000, "markdown_text", 12_000, "view", 250_000);

    private static final ObjectMapper JSON = new ObjectMapper();

    private SlackReference() {}

    /** What is documented of a method; missing where it is not recorded. */
    public static JsonNode method(String name) {
        return read("methods/" + name + ".json");
    }

    /** A sample of an answer or payload with all fields that were seen, values blanked; missing where there is none. */
    public static JsonNode sample(String name) {
        return read("samples/" + name + ".json");
    }

    private static JsonNode read(String file) {
        try (InputStream resource = SlackReference.class.getResourceAsStream("/slack-api/" + file)) {
            return resource == null ? MissingNode.getInstance() : JSON.readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a method can answer with an error. */
    public static boolean documentsError(String method, String error) {
        return COMMON_ERRORS.contains(error) || method(method).path("errors").has(error);
    }

    /** The errors that a method documents. */
    public static Set<String> errors(String method) {
        Set<String> errors = new TreeSet<>();
        method(method).path("errors").fieldNames().forEachRemaining(errors::add);
        return errors;
    }

    /** The errors that a method documents, and those that every method can answer with. */
    public static Set<String> allErrors(String method) {
        Set<String> errors = new TreeSet<>(COMMON_ERRORS);
        errors.addAll(errors(method));
        return errors;
    }

    /** The bot scopes of a method, of which one is needed; empty where it needs none. */
    public static Set<String> botScopes(String method) {
        return textsOf(method(method).path("scope").path("bot"));
    }

    /**
     * What is wrong with a request: arguments that are missing, unknown or of another type.
     *
     * @param kinds the kind of each argument, by name; the token is sent in a header
     */
    public static List<String> requestProblems(String method, JsonNode kinds) {
        JsonNode arguments = method(method).path("args");
        List<String> problems = new ArrayList<>();
        for (String required : textsOf(arguments.path("required")))
            if (!required.equals("token") && !kinds.has(required)) problems.add("missing " + required);
        kinds.properties().forEach(argument -> {
            JsonNode documented = arguments.path("properties").path(argument.getKey());
            String kind = argument.getValue().asText();
            if (documented.isMissingNode()) problems.add("unknown " + argument.getKey());
            else if (types(documented).noneMatch(type -> accepts(type, kind)))
                problems.add(argument.getKey() + " is of type " + kind);
        });
        return problems;
    }

    /** Values of arguments that are longer, larger or smaller than documented, or not among those that are; by argument. */
    public static Map<String, String> valuesBeyondLimits(String method) {
        Map<String, String> values = new TreeMap<>();
        method(method).path("args").path("properties").properties().forEach(argument -> {
            JsonNode documented = argument.getValue();
            if (documented.path("maxLength").asInt() > 0)
                values.put(
                        argument.getKey(),
                        "x".repeat(documented.path("maxLength").asInt() + 1));
            if (documented.has("minimum"))
                values.put(
                        argument.getKey(),
                        Long.toString(documented.path("minimum").asLong() - 1));
            if (documented.has("maximum"))
                values.put(
                        argument.getKey(),
                        Long.toString(documented.path("maximum").asLong() + 1));
            if (documented.has("enum")) values.put(argument.getKey(), "nonsense");
        });
        return values;
    }

    /** The arguments that are longer than documented, each with its length. */
    public static List<String> lengthProblems(String method, JsonNode lengths) {
        return lengths.properties().stream()
                .filter(argument -> argument.getValue().asInt() > maxLength(method, argument.getKey()))
                .map(argument -> argument.getKey() + " has " + argument.getValue() + " characters")
                .toList();
    }

    /** The length that is documented for an argument; where none is, any. */
    private static int maxLength(String method, String argument) {
        int documented =
                method(method).at("/args/properties/" + argument + "/maxLength").asInt();
        return documented > 0 ? documented : LENGTHS_IN_WORDS.getOrDefault(argument, Integer.MAX_VALUE);
    }

    /** What is wrong with the calls that the fake Slack received; those that no page documents are left out. */
    public static List<String> problemsOf(JsonNode calls) {
        return StreamSupport.stream(calls.spliterator(), false)
                .filter(call -> !method(call.path("method").asText()).isMissingNode())
                .filter(call -> !call.path("arguments").isEmpty())
                .flatMap(SlackReference::problemsOfCall)
                .distinct()
                .toList();
    }

    private static Stream<String> problemsOfCall(JsonNode call) {
        String method = call.path("method").asText();
        return Stream.concat(
                        requestProblems(method, call.path("arguments")).stream(),
                        lengthProblems(method, call.path("lengths")).stream())
                .map(problem -> method + ": " + problem);
    }

    /** The types of an argument; a shape that is named only, and a JSON-encoded text, stand for any. */
    private static Stream<String> types(JsonNode documented) {
        for (String combined : List.of("anyOf", "allOf", "oneOf"))
            if (documented.has(combined))
                return StreamSupport.stream(documented.path(combined).spliterator(), false)
                        .flatMap(SlackReference::types);
        return Stream.of(documented.path("type").asText("string"));
    }

    private static boolean accepts(String type, String kind) {
        return switch (type) {
            case "string" -> true;
            case "boolean" -> Set.of("boolean", "integer").contains(kind);
            case "number" -> Set.of("number", "integer").contains(kind);
            case "array" -> Set.of("array", "string").contains(kind);
            default -> type.equals(kind);
        };
    }

    private static Set<String> textsOf(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
