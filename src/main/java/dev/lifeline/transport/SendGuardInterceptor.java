package dev.lifeline.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Network interceptor that asks the {@link SendGuard} which a request carries as a tag; one without a guard passes. It is the last of its
 * client, so that nothing but the writing follows. A guard that cannot tell, as without its database, stops the request too. Stateless and
 * thread-safe.
 */
public final class SendGuardInterceptor implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        SendGuard guard = chain.request().tag(SendGuard.class);
        if (guard != null) requirePassage(guard);
        return chain.proceed(chain.request());
    }

    private static void requirePassage(SendGuard guard) throws IOException {
        try {
            guard.check();
        } catch (RuntimeException e) {
            throw new IOException("the request may not leave any more", e);
        }
    }
}
