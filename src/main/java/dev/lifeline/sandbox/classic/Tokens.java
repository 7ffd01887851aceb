package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import dev.lifeline.sandbox.web.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A little IAM: {@code POST /identity/token} turns a key into a bearer token that lives an hour (softlayer.md 1.1). */
final class Tokens implements Route {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String BY_KEY = "urn:ibm:params:oauth:grant-type:apikey";

    private record Token(String name, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Token> issued = new ConcurrentHashMap<>();

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        Map<String, List<String>> form = call.form();
        Optional<String> name = first(form, "apikey").flatMap(Keys::nameOfIamKey);
        if (!first(form, "grant_type").orElse("").equals(BY_KEY))
            return refused("BXNIM0115E", "Property missing or empty: grant_type");
        return name.map(this::issue).orElseGet(() -> refused("BXNIM0415E", "Provided API key could not be found."));
    }

    private static Optional<String> first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of()).stream().findFirst();
    }

    private Answer.Whole issue(String name) {
        String token = UUID.randomUUID().toString();
        Instant until = clock.instant().plus(LIFE);
        issued.put(token, new Token(name, until));
        return Answer.json(
                200,
                Map.of(
                        "access_token",
                        token,
                        "refresh_token",
                        "not_supported",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        LIFE.toSeconds(),
                        "expiration",
                        until.getEpochSecond(),
                        "scope",
                        "ibm openid"));
    }

    private static Answer.Whole refused(String code, String message) {
        return Answer.json(400, Map.of("errorCode", code, "errorMessage", message));
    }

    /**
     * Whose token is it?
     *
     * @throws ApiError 500 for one that has expired: the provider's oddity; 401 for one never issued
     */
    String nameOf(String token) {
        Token known = issued.get(token);
        if (known == null) throw Keys.denied();
        if (clock.instant().isBefore(known.until())) return known.name();
        throw expired();
    }

    static ApiError expired() {
        return new ApiError(
                500,
                "SoftLayer_Exception_Account_Authentication_AccessTokenValidation",
                "Access token has expired or is invalid.");
    }
}
