package dev.lifeline.softlayer.rest;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the provider with retries. Each method throws {@link ProviderUnavailableException} when no usable response came. Blocks for
 * as long as {@link RetryingQueryExecutor#execute} does. Thread-safe.
 */
public final class QueryClient {

    private static final Logger LOG = LoggerFactory.getLogger(QueryClient.class);

    private final RetryingQueryExecutor<ApiResponse> queryExecutor;
    /** Kept for the life of the process: which properties an account can read hardly ever changes. */
    private final Set<String> unsupportedProperties = ConcurrentHashMap.newKeySet();

    public QueryClient(RetryingQueryExecutor<ApiResponse> queryExecutor) {
        this.queryExecutor = queryExecutor;
    }

    /** One object; empty when it does not exist or the API user may not see it. */
    public Optional<ApiObject> find(ApiQuery apiQuery) {
        try {
            return executeWithFallback(apiQuery).object();
        } catch (ApiException e) {
            if (e.error().kind() == Kind.NOT_FOUND) return Optional.empty();
            throw unavailable(apiQuery, e);
        }
    }

    /** One object; empty also when the API user lacks the permission for the method. */
    public Optional<ApiObject> findIfPermitted(ApiQuery apiQuery) {
        try {
            return requireSameId(apiQuery, executeWithFallback(apiQuery).object());
        } catch (ApiException e) {
            Kind kind = e.error().kind();
            if (kind == Kind.NOT_FOUND || kind == Kind.PERMISSION_DENIED) return Optional.empty();
            throw unavailable(apiQuery, e);
        }
    }

    /** The object with the id of the query; empty when it does not exist or the API user may not see it. */
    public Optional<ApiObject> findById(ApiQuery apiQuery) {
        return requireSameId(apiQuery, find(apiQuery));
    }

    private static Optional<ApiObject> requireSameId(ApiQuery apiQuery, Optional<ApiObject> found) {
        if (found.isPresent() && !found.get().id().equals(apiQuery.id()))
            throw new ProviderUnavailableException(apiQuery.method() + ": the response is about another object");
        return found;
    }

    /** All rows of a response that is not paged. */
    public List<ApiObject> list(ApiQuery apiQuery) {
        try {
            return executeWithFallback(apiQuery).objects();
        } catch (ApiException e) {
            throw unavailable(apiQuery, e);
        }
    }

    /**
     * The rows of all pages of a short list, each id once; rows without an id are dropped. What was read before a failure is read again:
     * a list that may be long has a {@link PagedReader} of its own.
     *
     * @param size rows per page, 2 or more
     */
    public List<ApiObject> listAll(ApiQuery apiQuery, int size) {
        return new PagedReader<>(this, apiQuery, size, Stream::of, () -> 0)
                .readAll()
                .rows();
    }

    /** One response of any shape. */
    ApiResponse execute(ApiQuery apiQuery) {
        try {
            return executeWithFallback(apiQuery);
        } catch (ApiException e) {
            throw unavailable(apiQuery, e);
        }
    }

    private ApiResponse executeWithFallback(ApiQuery apiQuery) {
        return executeWithFallback(apiQuery, Set.copyOf(unsupportedProperties));
    }

    /** Repeats the query without the optional properties that the provider rejected, and remembers them once that succeeded. */
    private ApiResponse executeWithFallback(ApiQuery apiQuery, Set<String> excluded) {
        ApiQuery reducedQuery = apiQuery.withoutProperties(excluded);
        try {
            return executeOnce(reducedQuery);
        } catch (ApiException e) {
            Set<String> suspected = OptionalMaskProperties.suspectedProperties(reducedQuery.objectMask(), e.error());
            if (suspected.isEmpty()) throw e;
            ApiResponse apiResponse = executeWithFallback(
                    apiQuery,
                    Stream.concat(excluded.stream(), suspected.stream()).collect(Collectors.toSet()));
            LOG.warn(
                    "{}: retried without object-mask properties {}: {}",
                    apiQuery.method(),
                    suspected,
                    e.error().detail());
            unsupportedProperties.addAll(suspected);
            return apiResponse;
        }
    }

    private ApiResponse executeOnce(ApiQuery apiQuery) {
        if (apiQuery.method().returnsSecrets())
            throw new IllegalArgumentException(apiQuery.method() + " returns secrets and is not read here");
        try {
            return queryExecutor.execute(apiQuery);
        } catch (CircuitBreakerOpenException e) {
            throw new ProviderUnavailableException(
                    apiQuery.method() + ": not sent, the circuit breaker is open after repeated failures", e);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException)
                Thread.currentThread().interrupt();
            throw new ProviderUnavailableException(apiQuery.method() + ": " + e.getCause(), e);
        }
    }

    /** The exception for an error response. */
    static ProviderUnavailableException unavailable(ApiQuery apiQuery, ApiException e) {
        return new ProviderUnavailableException(
                apiQuery.method() + ": " + e.error().detail(), e, e.error().outage());
    }
}
