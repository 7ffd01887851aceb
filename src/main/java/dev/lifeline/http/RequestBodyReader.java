package dev.lifeline.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** What did somebody send? All of it has come by now, and is read to its end: less would be a fault of ours to Jetty. */
final class RequestBodyReader {

    private RequestBodyReader() {}

    /** Empty where it is longer than this, in bytes. */
    static Optional<byte[]> read(int longest, Request request) throws IOException {
        ByteBuffer sent = Content.Source.asByteBuffer(request);
        if (sent.remaining() > longest) return Optional.empty();
        byte[] bytes = new byte[sent.remaining()];
        sent.get(bytes);
        return Optional.of(bytes);
    }
}
