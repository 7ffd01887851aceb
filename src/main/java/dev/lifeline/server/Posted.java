package dev.lifeline.server;

import java.util.Map;

/** What is answered to a request that the platform posted? Whoever implements it verifies it first. */
@FunctionalInterface
public interface Posted {

    /**
     * Answers one request.
     *
     * @param headers by their names in lower case
     * @param body raw bytes, at most one more than the server's cap
     */
    Reply answer(Map<String, String> headers, byte[] body);

    /** What goes back. */
    record Reply(int status, String contentType, String body) {}
}
