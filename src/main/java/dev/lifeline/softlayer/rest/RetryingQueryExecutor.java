package dev.lifeline.softlayer.rest;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.lifeline.transport.OutsideCalls;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends queries with retries and a circuit breaker. Repeated are I/O failures and the transient errors of {@link ApiError}: by default 4
 * attempts with 250 ms, 500 ms … up to 4 s between them, none begun later than 20 s after the first. The circuit breaker opens for 5 s
 * when 80 % of at least 20 calls within 30 s failed.
 *
 * <p>Each attempt blocks up to the query time-out (30 s by default) after waiting for the rate limiter. Thread-safe.
 *
 * @param <A> type of the result
 */
public final class RetryingQueryExecutor<A> {

    private static final Duration MAX_BACKOFF = Duration.ofSeconds(4);
    private static final double JITTER_FACTOR = 0.3;
    /** Period over which the failure rate is measured. */
    private static final Duration BREAKER_WINDOW = Duration.ofSeconds(30);

    private static final int BREAKER_MIN_CALLS = 20;
    private static final int BREAKER_FAILURE_PERCENT = 80;
    private static final Duration BREAKER_DELAY = Duration.ofSeconds(5);

    private final OkHttpClient httpClient;
    private final RequestFactory requestFactory;
    private final ProviderRateLimiter rateLimiter;
    private final FailsafeExecutor<A> retryExecutor;
    private final ResponseReader<A> responseReader;

    public RetryingQueryExecutor(
            OkHttpClient httpClient,
            RequestFactory requestFactory,
            ProviderRateLimiter rateLimiter,
            ClassicClientConfig.RetrySettings retrySettings,
            ResponseReader<A> responseReader) {
        this.responseReader = responseReader;
        this.httpClient = httpClient;
        this.requestFactory = requestFactory;
        this.rateLimiter = rateLimiter;
        this.retryExecutor = Failsafe.with(RetryingQueryExecutor.<A>retryPolicy(retrySettings))
                .compose(RetryingQueryExecutor.<A>circuitBreaker());
    }

    private static <A> RetryPolicy<A> retryPolicy(ClassicClientConfig.RetrySettings retrySettings) {
        return RetryPolicy.<A>builder()
                .handleIf((Throwable failure) -> isTransient(failure))
                .withMaxAttempts(retrySettings.maxAttempts())
                .withBackoff(retrySettings.initialBackoff(), MAX_BACKOFF)
                .withJitter(JITTER_FACTOR)
                .withMaxDuration(retrySettings.maxDuration())
                .build();
    }

    private static <A> CircuitBreaker<A> circuitBreaker() {
        return CircuitBreaker.<A>builder()
                .handleIf((Throwable failure) -> isTransient(failure))
                .withFailureRateThreshold(BREAKER_FAILURE_PERCENT, BREAKER_MIN_CALLS, BREAKER_WINDOW)
                .withDelay(BREAKER_DELAY)
                .build();
    }

    private static boolean isTransient(Throwable failure) {
        return failure instanceof IOException
                || (failure instanceof ApiException e && e.error().isTransient());
    }

    /**
     * Sends a query until it succeeds or the retries are used up.
     *
     * @throws ApiException the last error response
     * @throws dev.failsafe.CircuitBreakerOpenException when nothing was sent because earlier calls kept failing
     * @throws dev.failsafe.FailsafeException when the last attempt ended with an I/O failure or an interruption; the cause tells which
     */
    public A execute(ApiQuery apiQuery) {
        OutsideCalls.check("provider query");
        return retryExecutor.get(() -> executeOnce(apiQuery));
    }

    /** Repeats the query once with a new token when the provider rejects the token as expired. */
    private A executeOnce(ApiQuery apiQuery) throws IOException {
        Request request = requestFactory.queryRequest(apiQuery);
        try {
            return send(request);
        } catch (ApiException e) {
            boolean tokenExpired = e.error().kind() == ApiError.Kind.TOKEN_EXPIRED;
            if (tokenExpired && requestFactory.invalidateToken(request))
                return send(requestFactory.queryRequest(apiQuery));
            throw e;
        }
    }

    private A send(Request request) throws IOException {
        if (!rateLimiter.tryAcquire()) throw new IOException("too many calls at once");
        try (Response response = httpClient.newCall(request).execute()) {
            A result = responseReader.read(response);
            rateLimiter.onSuccess();
            return result;
        } catch (ApiException e) {
            rateLimiter.onError(e.error());
            throw e;
        }
    }
}
