package dev.lifeline.http;

import java.util.Map;

/** What is answered to a request that the platform posted? Whoever implements it verifies it first. */
@FunctionalInterface
public interface SlackEndpoint {

    /**
     * Answers one request.
     *
     * @param headers by their names in lower case
     * @param body raw bytes, at most one more than the server's cap
     */
    EndpointResponse handle(Map<String, String> headers, byte[] body);

    /** What goes back. */
    record EndpointResponse(int status, String contentType, String body) {}
}
