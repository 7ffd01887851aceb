package dev.lifeline.softlayer.rest;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * How is a question asked until it is answered? Again after a pause while that may help, and not at all while nothing helps.
 *
 * @param <A> what an answer is understood as
 */
public final class RetryingQueryExecutor<A> {

    private static final Duration MAX_BACKOFF = Duration.ofSeconds(4);
    private static final double JITTER_FACTOR = 0.3;
    /** The line rests when most of these many calls within this time came to nothing. */
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
                || (failure instanceof ApiException refusal && refusal.error().isTransient());
    }

    /** The answer, or {@link ApiException}, or one of Failsafe's exceptions. */
    public A execute(ApiQuery apiQuery) {
        return retryExecutor.get(() -> executeOnce(apiQuery));
    }

    /** A token that the provider does not take any more is renewed, and the question asked once more with the new one. */
    private A executeOnce(ApiQuery apiQuery) throws IOException {
        Request request = requestFactory.queryRequest(apiQuery);
        try {
            return executeOnce(request);
        } catch (ApiException refusal) {
            boolean tokenOver = refusal.error().kind() == ApiError.Kind.TOKEN_EXPIRED;
            if (tokenOver && requestFactory.invalidateToken(request))
                return executeOnce(requestFactory.queryRequest(apiQuery));
            throw refusal;
        }
    }

    private A executeOnce(Request request) throws IOException {
        if (!rateLimiter.tryAcquire()) throw new IOException("too many calls at once");
        try (Response response = httpClient.newCall(request).execute()) {
            A answer = responseReader.read(response);
            rateLimiter.onSuccess();
            return answer;
        } catch (ApiException refusal) {
            rateLimiter.onError(refusal.error());
            throw refusal;
        }
    }
}
