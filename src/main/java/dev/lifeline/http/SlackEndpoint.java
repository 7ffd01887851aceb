package dev.lifeline.http;

import java.util.Map;

/** Handles requests that Slack posts. Implementations verify each request's signature first and are thread-safe. */
@FunctionalInterface
public interface SlackEndpoint {

    /**
     * Handles one request; Slack waits 3 s for the response.
     *
     * @param headers by name in lower case
     * @param body raw bytes, at most 1 MiB
     */
    EndpointResponse handle(Map<String, String> headers, byte[] body);

    /** The HTTP response. */
    record EndpointResponse(int status, String contentType, String body) {}
}
