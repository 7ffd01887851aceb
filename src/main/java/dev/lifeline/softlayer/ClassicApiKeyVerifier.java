package dev.lifeline.softlayer;

import dev.failsafe.FailsafeException;
import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiException;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.BasicAuthCredential;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.softlayer.rest.ObjectMasks;
import dev.lifeline.softlayer.rest.ProviderRateLimiter;
import dev.lifeline.softlayer.rest.QueryMethod;
import dev.lifeline.softlayer.rest.RequestFactory;
import dev.lifeline.softlayer.rest.ResponseParser;
import dev.lifeline.softlayer.rest.RetryingQueryExecutor;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.OkHttpClient;

/**
 * Verifies an API key by calling {@code getCurrentUser} with it: the user that the provider returns is its owner. The typed user name
 * proves nothing. One attempt, at most the query time-out (30 s by default); key and response are not kept. Thread-safe.
 */
final class ClassicApiKeyVerifier implements ApiKeyVerifier {

    private final OkHttpClient httpClient;
    private final URI endpoint;
    private final ProviderRateLimiter rateLimiter;
    private final ClassicClientConfig.RetrySettings singleAttempt;

    ClassicApiKeyVerifier(
            OkHttpClient httpClient,
            URI endpoint,
            ProviderRateLimiter rateLimiter,
            ClassicClientConfig.RetrySettings retrySettings) {
        this.httpClient = httpClient;
        this.endpoint = endpoint;
        this.rateLimiter = rateLimiter;
        this.singleAttempt = retrySettings.withoutRetries();
    }

    @Override
    public Optional<CloudUserId> verify(UserApiKey key) {
        if (!key.isWellFormed()) return Optional.empty();
        RequestFactory requestFactory =
                new RequestFactory(endpoint, new BasicAuthCredential(key.username(), key.key()));
        try {
            ApiObject user = new RetryingQueryExecutor<>(
                            httpClient, requestFactory, rateLimiter, singleAttempt, new ResponseParser())
                    .execute(currentUserQuery())
                    .object()
                    .orElseThrow(() ->
                            new ProviderUnavailableException("the provider does not name the owner of the API key"));
            return Optional.of(new CloudUserId(user.id()
                    .orElseThrow(() -> new ProviderUnavailableException("the provider's response names no user"))));
        } catch (ApiException e) {
            if (e.error().isCredentialError()) return Optional.empty();
            throw new ProviderUnavailableException(
                    "API key verification: " + e.error().detail(), e);
        } catch (FailsafeException e) {
            throw new ProviderUnavailableException("API key verification: no response", e);
        }
    }

    private static ApiQuery currentUserQuery() {
        return new ApiQuery(
                QueryMethod.CURRENT_USER, OptionalLong.empty(), ObjectMasks.ID, Optional.empty(), Optional.empty());
    }
}
