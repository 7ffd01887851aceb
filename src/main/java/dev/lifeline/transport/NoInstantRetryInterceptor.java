package dev.lifeline.slack.webapi;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Does a call leave twice? OkHttp itself sends one again after {@code 503} with {@code Retry-After: 0}, a post too, whatever
 * {@code retryOnConnectionFailure} says; so no such header reaches it. A post may stand there already, and is looked for first.
 */
public final class NoInstantRetryInterceptor implements Interceptor {

    private static final String RETRY_AFTER = "Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean atOnce = response.header(RETRY_AFTER, "").matches("0+");
        return atOnce ? response.newBuilder().removeHeader(RETRY_AFTER).build() : response;
    }
}
