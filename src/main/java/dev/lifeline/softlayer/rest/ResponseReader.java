package dev.lifeline.softlayer.rest;

import java.io.IOException;
import okhttp3.Response;

/**
 * Reads the body of an HTTP response. Implementations are thread-safe.
 *
 * @param <A> type of the result
 */
public interface ResponseReader<A> {

    /**
     * Reads the response to its end; the caller closes it.
     *
     * @throws ApiException when it is an error response, or cannot be parsed
     * @throws IOException when the connection failed
     */
    A read(Response response) throws IOException;
}
