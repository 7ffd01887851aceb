package dev.lifeline.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Network interceptor that lets a request pass once and refuses each further passage with an {@link IOException}, for calls that must never
 * be repeated (promise P1). The request carries its {@link RequestSentListener} as a tag; a request without one is refused.
 *
 * <p>A client has {@link NoInstantRetryInterceptor} before it, so that OkHttp does not try after {@code 503} with {@code Retry-After: 0}.
 * Stateless and thread-safe.
 */
public final class SingleSendInterceptor implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestSentListener requestSentListener = request.tag(RequestSentListener.class);
        if (requestSentListener == null || !requestSentListener.tryAcquireSend())
            throw new IOException("a request of this client is sent once only");
        return chain.proceed(request);
    }
}
