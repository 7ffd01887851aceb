package dev.lifeline.http;

import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** Reads request bodies, which the {@link BodyLoader} has loaded by the time a request is handled. */
final class RequestBodyReader {

    private RequestBodyReader() {}

    /** The body; empty when it was longer than its route allows. */
    static Optional<byte[]> read(Request request) {
        return request.getAttribute(BodyLoader.BODY) instanceof byte[] body ? Optional.of(body) : Optional.empty();
    }
}
