package dev.lifeline.softlayer.rest;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What does the provider say? Every way of asking throws {@link ProviderUnavailableException} where no usable answer came. */
public final class QueryClient {

    private static final Logger LOG = LoggerFactory.getLogger(QueryClient.class);

    private final RetryingQueryExecutor<ApiResponse> queryExecutor;
    /** Remembered while the process runs: an account that lacks a property does not get it from one minute to the next. */
    private final Set<String> unsupportedProperties = ConcurrentHashMap.newKeySet();

    public QueryClient(RetryingQueryExecutor<ApiResponse> queryExecutor) {
        this.queryExecutor = queryExecutor;
    }

    /** One object; empty when it is absent or not ours to see. */
    public Optional<ApiObject> find(ApiQuery apiQuery) {
        try {
            return executeWithFallback(apiQuery).object();
        } catch (ApiException refusal) {
            if (refusal.error().kind() == Kind.NOT_FOUND) return Optional.empty();
            throw unavailable(apiQuery, refusal);
        }
    }

    /** One object; empty also when the bot's own user may not ask for it. */
    public Optional<ApiObject> findIfPermitted(ApiQuery apiQuery) {
        try {
            return requireSameId(apiQuery, executeWithFallback(apiQuery).object());
        } catch (ApiException refusal) {
            Kind kind = refusal.error().kind();
            if (kind == Kind.NOT_FOUND || kind == Kind.PERMISSION_DENIED) return Optional.empty();
            throw unavailable(apiQuery, refusal);
        }
    }

    /** The object with the question's own id; empty when it is absent or not ours to see. */
    public Optional<ApiObject> findById(ApiQuery apiQuery) {
        return requireSameId(apiQuery, find(apiQuery));
    }

    private static Optional<ApiObject> requireSameId(ApiQuery apiQuery, Optional<ApiObject> found) {
        if (found.isPresent() && !found.get().id().equals(apiQuery.id()))
            throw new ProviderUnavailableException(apiQuery.method() + ": the answer is about something else");
        return found;
    }

    /** All the rows of one answer. */
    public List<ApiObject> list(ApiQuery apiQuery) {
        try {
            return executeWithFallback(apiQuery).objects();
        } catch (ApiException refusal) {
            throw unavailable(apiQuery, refusal);
        }
    }

    /** The rows of every page, each id once; rows without an id are left out. */
    public List<ApiObject> listAll(ApiQuery apiQuery, int size) {
        return listAll(apiQuery, size, Stream::of);
    }

    /** What becomes of the rows of every page; a page is forgotten as soon as it was read, for there may be very many. */
    public <T> List<T> listAll(ApiQuery apiQuery, int size, Function<ApiObject, Stream<T>> reading) {
        return new PagedReader(this, apiQuery).readAll(size, reading);
    }

    /** One answer, whatever is in it. */
    ApiResponse execute(ApiQuery apiQuery) {
        try {
            return executeWithFallback(apiQuery);
        } catch (ApiException refusal) {
            throw unavailable(apiQuery, refusal);
        }
    }

    private ApiResponse executeWithFallback(ApiQuery apiQuery) {
        return executeWithFallback(apiQuery, Set.copyOf(unsupportedProperties));
    }

    /** Asks; and asks for less where the provider refuses a property that can be done without. */
    private ApiResponse executeWithFallback(ApiQuery apiQuery, Set<String> without) {
        ApiQuery lighter = apiQuery.withoutProperties(without);
        try {
            return executeOnce(lighter);
        } catch (ApiException refusal) {
            Set<String> suspects = OptionalMaskProperties.suspectedProperties(lighter.objectMask(), refusal.error());
            if (suspects.isEmpty()) throw refusal;
            ApiResponse apiResponse = executeWithFallback(
                    apiQuery, Stream.concat(without.stream(), suspects.stream()).collect(Collectors.toSet()));
            LOG.warn(
                    "{} does without {}: {}",
                    apiQuery.method(),
                    suspects,
                    refusal.error().detail());
            unsupportedProperties.addAll(suspects);
            return apiResponse;
        }
    }

    private ApiResponse executeOnce(ApiQuery apiQuery) {
        if (apiQuery.method().returnsSecrets())
            throw new IllegalArgumentException(apiQuery.method() + " is not asked here");
        try {
            return queryExecutor.execute(apiQuery);
        } catch (CircuitBreakerOpenException resting) {
            throw new ProviderUnavailableException(
                    apiQuery.method() + ": not asked, the provider has been failing", resting);
        } catch (FailsafeException broken) {
            if (broken.getCause() instanceof InterruptedException)
                Thread.currentThread().interrupt();
            throw new ProviderUnavailableException(apiQuery.method() + ": " + broken.getCause(), broken);
        }
    }

    /** No usable answer came: this is what it was instead. */
    static ProviderUnavailableException unavailable(ApiQuery apiQuery, ApiException refusal) {
        return new ProviderUnavailableException(
                apiQuery.method() + ": " + refusal.error().detail(), refusal);
    }
}
