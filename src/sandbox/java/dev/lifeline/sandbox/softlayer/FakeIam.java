package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A minimal IAM: {@code POST /identity/token} exchanges an API key for a bearer token valid for an hour
 * (src/docs/platform/softlayer.md, section Endpoints and authentication). Thread-safe.
 */
final class FakeIam implements Route {

    private static final Duration TOKEN_TTL = Duration.ofHours(1);
    private static final String API_KEY_GRANT_TYPE = "urn:ibm:params:oauth:grant-type:apikey";

    private record IssuedToken(String userName, Instant expiresAt) {}

    private final InstantSource clock;
    private final Map<String, IssuedToken> issuedTokens = new ConcurrentHashMap<>();

    FakeIam(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public HttpResponse handle(HttpRequest httpRequest) {
        Map<String, List<String>> form = httpRequest.form();
        Optional<String> name = firstValue(form, "apikey").flatMap(Authentication::userNameOfIamKey);
        if (!firstValue(form, "grant_type").orElse("").equals(API_KEY_GRANT_TYPE))
            return errorResponse("BXNIM0115E", "Property missing or empty: grant_type");
        return name.map(this::issueToken).orElseGet(() -> errorResponse("BXNIM0415E", "Provided API key could not be found."));
    }

    private static Optional<String> firstValue(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of()).stream().findFirst();
    }

    private HttpResponse.Buffered issueToken(String name) {
        String token = UUID.randomUUID().toString();
        Instant expiresAt = clock.instant().plus(TOKEN_TTL);
        issuedTokens.put(token, new IssuedToken(name, expiresAt));
        return HttpResponse.json(
                200,
                Map.of(
                        "access_token",
                        token,
                        "refresh_token",
                        "not_supported",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        TOKEN_TTL.toSeconds(),
                        "expiration",
                        expiresAt.getEpochSecond(),
                        "scope",
                        "ibm openid"));
    }

    private static HttpResponse.Buffered errorResponse(String code, String message) {
        return HttpResponse.json(400, Map.of("errorCode", code, "errorMessage", message));
    }

    /**
     * Returns the short name of the token's user.
     *
     * @throws SoftLayerException 500 for an expired token, as the provider answers; 401 for an unknown one
     */
    String userNameOf(String token) {
        IssuedToken issued = issuedTokens.get(token);
        if (issued == null) throw Authentication.accessDenied();
        if (clock.instant().isBefore(issued.expiresAt())) return issued.userName();
        throw tokenExpired();
    }

    static SoftLayerException tokenExpired() {
        return new SoftLayerException(
                500,
                "SoftLayer_Exception_Account_Authentication_AccessTokenValidation",
                "Access token has expired or is invalid.");
    }
}
