package dev.lifeline.http;

import dev.lifeline.transport.HttpReply;
import java.util.Map;

/** Handles the requests that Slack posts. Implementations verify the signature first. Called on many threads at once. */
@FunctionalInterface
public interface SlackEndpoint {

    /**
     * Handles one request.
     *
     * @param headers by their names in lower case
     * @param body raw bytes, at most one more than the server's cap
     */
    HttpReply handle(Map<String, String> headers, byte[] body);
}
