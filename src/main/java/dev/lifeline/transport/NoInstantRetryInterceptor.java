package dev.lifeline.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Network interceptor that keeps {@code Retry-After} from OkHttp where it would act on it, and leaves every other value for the caller. OkHttp itself
 * repeats a request, a POST too, after {@code 503} with {@code Retry-After: 0}, whatever {@code retryOnConnectionFailure} says; the first request may
 * already have been executed. A number of seconds that is no int ends its call with a {@link NumberFormatException}; the caller gets {@link
 * #MAX_SECONDS} instead. Stateless and thread-safe.
 */
public final class NoInstantRetryInterceptor implements Interceptor {

    private static final String RETRY_AFTER = "Retry-After";

    /** Some thirty years, which every caller bounds. */
    private static final String MAX_SECONDS = "999999999";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String seconds = response.header(RETRY_AFTER, "").replaceFirst("^0+(?=\\d)", "");
        if (seconds.equals("0"))
            return response.newBuilder().removeHeader(RETRY_AFTER).build();
        boolean tooLarge = seconds.length() > MAX_SECONDS.length() && seconds.matches("\\d+");
        return tooLarge ? response.newBuilder().header(RETRY_AFTER, MAX_SECONDS).build() : response;
    }
}
