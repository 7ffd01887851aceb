package dev.lifeline.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The response to one HTTP request. */
public sealed interface HttpResponse {

    /** A complete response: status, headers and body. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Buffered(int status, Map<String, String> headers, byte[] body) implements HttpResponse {
        public Buffered {
            headers = Map.copyOf(headers);
        }

        /** Returns the same response with one more header. */
        public Buffered withHeader(String header, String value) {
            Map<String, String> extended = new HashMap<>(headers);
            extended.put(header, value);
            return new Buffered(status, extended, body);
        }
    }

    /** Status and headers, then what the writer writes until it returns or the client disconnects. */
    record Streaming(int status, Map<String, String> headers, BodyWriter writer) implements HttpResponse {}

    /** No response: the connection is cut. */
    record ConnectionDropped() implements HttpResponse {}

    /** Writes a body in pieces; may block. */
    interface BodyWriter {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    ObjectMapper JSON = new ObjectMapper();

    /** Returns a JSON body of any value that Jackson can write, a bare scalar or null included. */
    static Buffered json(int status, Object value) {
        try {
            return new Buffered(
                    status, Map.of("Content-Type", "application/json; charset=utf-8"), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    /** Returns a plain text body. */
    static Buffered text(int status, String text) {
        return new Buffered(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a body of a media type. */
    static Buffered of(int status, String mediaType, byte[] body) {
        return new Buffered(status, Map.of("Content-Type", mediaType), body);
    }
}
