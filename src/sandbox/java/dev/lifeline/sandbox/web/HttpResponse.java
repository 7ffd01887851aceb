package dev.lifeline.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What does a stand-in send back for one HTTP request? */
public sealed interface HttpResponse {

    /** A whole answer: status, headers and body. */
    @SuppressWarnings("ArrayRecordComponent") // bytes in flight, never compared
    record Buffered(int status, Map<String, String> headers, byte[] body) implements HttpResponse {
        public Buffered {
            headers = Map.copyOf(headers);
        }

        /** The same answer with one more header. */
        public Buffered withHeader(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Buffered(status, more, body);
        }
    }

    /** Headers, then whatever the writer writes until it returns or the client goes away. */
    record Streaming(int status, Map<String, String> headers, BodyWriter writer) implements HttpResponse {}

    /** No answer: the connection is cut. */
    record ConnectionDropped() implements HttpResponse {}

    /** Writes a body piece by piece. */
    interface BodyWriter {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    ObjectMapper JSON = new ObjectMapper();

    /** A JSON body of any value Jackson can write, a bare scalar or null too. */
    static Buffered json(int status, Object value) {
        try {
            return new Buffered(
                    status, Map.of("Content-Type", "application/json; charset=utf-8"), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    /** A plain text body. */
    static Buffered text(int status, String text) {
        return new Buffered(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of the given media type. */
    static Buffered of(int status, String mediaType, byte[] body) {
        return new Buffered(status, Map.of("Content-Type", mediaType), body);
    }
}
