package dev.lifeline.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Network interceptor that removes {@code Retry-After: 0} from responses and leaves every other value for the caller. OkHttp itself repeats a
 * request, a POST too, after {@code 503} with that header, whatever {@code retryOnConnectionFailure} says; the first request may already have
 * been executed. Stateless and thread-safe.
 */
public final class NoInstantRetryInterceptor implements Interceptor {

    static final String RETRY_AFTER = "Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean instant = response.header(RETRY_AFTER, "").matches("0+");
        return instant ? response.newBuilder().removeHeader(RETRY_AFTER).build() : response;
    }
}
