package dev.lifeline.softlayer.rest;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Does an order leave twice? OkHttp sends a GET again after {@code 503} with {@code Retry-After: 0}, whatever {@code
 * retryOnConnectionFailure} says; so that header is taken away, and a second passage is refused besides.
 */
final class SingleSendInterceptor implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestSentListener requestSentListener = request.tag(RequestSentListener.class);
        if (requestSentListener == null || !requestSentListener.tryAcquireSend())
            throw new IOException("an order is sent once only");
        return chain.proceed(request).newBuilder().removeHeader("Retry-After").build();
    }
}
