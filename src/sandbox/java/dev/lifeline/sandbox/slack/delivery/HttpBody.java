package dev.lifeline.sandbox.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The body of an HTTP delivery: events as JSON, commands as a form, interactions as JSON in the form field {@code payload}. */
record HttpBody(String mediaType, String text) {

    private static final String FORM = "application/x-www-form-urlencoded";

    static HttpBody of(Envelope envelope) {
        return switch (envelope.type()) {
            case EVENTS_API -> json(envelope.payload());
            case INTERACTIVE ->
                new HttpBody(FORM, "payload=" + urlEncode(envelope.payload().toString()));
            case SLASH_COMMANDS -> new HttpBody(FORM, form(envelope.payload()));
        };
    }

    static HttpBody json(ObjectNode node) {
        return new HttpBody("application/json", node.toString());
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(field -> field.getKey() + "=" + urlEncode(field.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
