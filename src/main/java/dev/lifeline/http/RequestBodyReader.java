package dev.lifeline.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads request bodies. The whole body has arrived by the time a request is dispatched; it is read to its end, because Jetty treats an
 * unread rest as an error.
 */
final class RequestBodyReader {

    private RequestBodyReader() {}

    /** The body; empty when it is longer than the maximum, in bytes. */
    static Optional<byte[]> read(int maxBytes, Request request) throws IOException {
        ByteBuffer body = Content.Source.asByteBuffer(request);
        if (body.remaining() > maxBytes) return Optional.empty();
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return Optional.of(bytes);
    }
}
