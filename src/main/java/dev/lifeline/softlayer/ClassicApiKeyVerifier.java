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
 * Whose key it is, by the provider's own word to whoever calls with it. Asked once, with nothing kept but the answer; a user name that
 * was typed says nothing.
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
            ClassicClientConfig.RetrySettings usual) {
        this.httpClient = httpClient;
        this.endpoint = endpoint;
        this.rateLimiter = rateLimiter;
        this.singleAttempt = new ClassicClientConfig.RetrySettings(1, usual.initialBackoff(), usual.maxDuration());
    }

    @Override
    public Optional<CloudUserId> verify(UserApiKey key) {
        if (!key.isWellFormed()) return Optional.empty();
        RequestFactory requestFactory =
                new RequestFactory(endpoint, new BasicAuthCredential(key.username(), key.key()));
        try {
            ApiObject apiObject = new RetryingQueryExecutor<>(
                            httpClient, requestFactory, rateLimiter, singleAttempt, new ResponseParser())
                    .execute(currentUserQuery())
                    .object()
                    .orElseThrow(() -> new ProviderUnavailableException("the provider does not say whose key it is"));
            return Optional.of(new CloudUserId(apiObject
                    .id()
                    .orElseThrow(() -> new ProviderUnavailableException("the provider's answer names no user"))));
        } catch (ApiException refusal) {
            if (refusal.error().isCredentialError()) return Optional.empty();
            throw new ProviderUnavailableException(
                    "whose key: " + refusal.error().detail(), refusal);
        } catch (FailsafeException broken) {
            throw new ProviderUnavailableException("whose key: the line broke", broken);
        }
    }

    private static ApiQuery currentUserQuery() {
        return new ApiQuery(
                QueryMethod.CURRENT_USER, OptionalLong.empty(), ObjectMasks.ID, Optional.empty(), Optional.empty());
    }
}
