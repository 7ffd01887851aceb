package dev.lifeline.softlayer.rest;

import dev.lifeline.transport.CallObserver;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Has each call of the provider observed, by its method and by what the HTTP status says. Thread-safe. */
final class CallTimingInterceptor implements Interceptor {

    private static final String SERVICE_PREFIX = "SoftLayer_";
    private static final String OTHER_METHOD = "other";
    private static final int RATE_LIMITED = 429;

    private final CallObserver observer;

    CallTimingInterceptor(CallObserver observer) {
        this.observer = observer;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallObserver.Observation observation =
                observer.begin(methodName(chain.request().url()));
        try {
            Response response = chain.proceed(chain.request());
            observation.end(outcome(response.code()));
            return response;
        } catch (IOException | RuntimeException e) {
            observation.end("no_response");
            throw e;
        }
    }

    /** Service and method, without the id of an object, which may stand between the two. */
    static String methodName(HttpUrl url) {
        String service = url.pathSegments().stream()
                .filter(segment -> segment.startsWith(SERVICE_PREFIX))
                .findFirst()
                .orElse(OTHER_METHOD);
        String last = url.pathSegments().get(url.pathSize() - 1);
        return service.equals(OTHER_METHOD) ? OTHER_METHOD : service + "::" + last.replace(".json", "");
    }

    private static String outcome(int status) {
        if (status < 400) return "ok";
        if (status == RATE_LIMITED) return "rate_limited";
        return status < 500 ? "client_error" : "server_error";
    }
}
