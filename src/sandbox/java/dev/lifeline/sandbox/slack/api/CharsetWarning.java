package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Slack's warnings of a charset that is missing (JSON) or superfluous (forms), which the page of each method lists
 * (https://docs.slack.dev/reference/methods/chat.postMessage/#warnings). The call is carried out all the same.
 */
final class CharsetWarning {

    private CharsetWarning() {}

    static HttpResponse addTo(HttpResponse response, HttpRequest request) {
        Optional<String> warning = request.header("content-type")
                .filter(any -> request.method().equals("POST"))
                .flatMap(CharsetWarning::about);
        if (warning.isEmpty() || !(response instanceof HttpResponse.Buffered buffered)) return response;
        Optional<ObjectNode> json = Json.parse(new String(buffered.body(), StandardCharsets.UTF_8))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
        if (json.isEmpty() || json.get().has("warning")) return response;
        json.get().put("warning", warning.get());
        json.get().withObject("/response_metadata").set("warnings", Json.array(List.of(warning.get())));
        return new HttpResponse.Buffered(buffered.status(), buffered.headers(), HttpResponse.json(buffered.status(), json.get()).body());
    }

    private static Optional<String> about(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        boolean charset = type.contains("charset=");
        if (type.startsWith("application/json")) return Optional.of("missing_charset").filter(any -> !charset);
        return Optional.of("superfluous_charset").filter(any -> charset);
    }
}
