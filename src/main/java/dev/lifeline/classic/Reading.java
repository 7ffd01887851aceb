package dev.lifeline.classic;

import java.io.IOException;
import okhttp3.Response;

/**
 * How is an HTTP answer understood?
 *
 * @param <A> what it says
 */
interface Reading<A> {

    /**
     * Reads it to its end.
     *
     * @throws ApiRefusal when it is an error, or no answer that could be read
     * @throws IOException when the line broke
     */
    A read(Response response) throws IOException;
}
