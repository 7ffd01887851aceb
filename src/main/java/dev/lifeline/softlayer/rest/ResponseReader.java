package dev.lifeline.softlayer.rest;

import java.io.IOException;
import okhttp3.Response;

/**
 * How is an HTTP answer understood?
 *
 * @param <A> what it says
 */
public interface ResponseReader<A> {

    /**
     * Reads it to its end.
     *
     * @throws ApiException when it is an error, or no answer that could be read
     * @throws IOException when the line broke
     */
    A read(Response response) throws IOException;
}
