package dev.lifeline.softlayer.rest;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Bearer tokens that IBM Cloud IAM gives for an API key; they live an hour and are renewed before that is over (softlayer.md 1.1). One
 * is fetched at a time, whoever asks; none is kept but in memory.
 */
public final class BearerTokens implements Credential {

    private static final String GRANT_TYPE = "urn:ibm:params:oauth:grant-type:apikey";
    private static final Duration MIN_QUERY_VALIDITY = Duration.ofMinutes(5);
    /** An order may be answered after two minutes, and must not be turned away for its token. */
    private static final Duration MIN_COMMAND_VALIDITY = Duration.ofMinutes(15);

    private static final long MAX_LIFETIME_SECONDS = 24 * 60 * 60;

    private record Token(String header, Instant expiresAt, boolean shortLived) {

        /** One that was just given is used however short it lives, else it would be fetched for ever. */
        boolean isValidFor(Instant now, Duration enough) {
            return now.plus(enough).isBefore(expiresAt) || (shortLived && now.isBefore(expiresAt));
        }
    }

    private final OkHttpClient httpClient;
    private final String tokenEndpoint;
    private final String apiKey;
    private final InstantSource clock;
    private final ResponseParser responseParser = new ResponseParser();
    private Optional<Token> cachedToken = Optional.empty();

    /** @param iam where IAM answers, such as {@code https://iam.cloud.ibm.com} */
    public BearerTokens(OkHttpClient httpClient, URI iam, String apiKey, InstantSource clock) {
        this.httpClient = httpClient;
        this.tokenEndpoint = iam.toString().replaceAll("/+$", "") + "/identity/token";
        this.apiKey = apiKey;
        this.clock = clock;
    }

    @Override
    public String authorizationHeader() throws IOException {
        return validHeader(MIN_QUERY_VALIDITY);
    }

    @Override
    public String authorizationHeaderForCommand() throws IOException {
        return validHeader(MIN_COMMAND_VALIDITY);
    }

    @Override
    public synchronized boolean invalidate(String refused) {
        cachedToken = cachedToken.filter(token -> !token.header().equals(refused));
        return true;
    }

    private synchronized String validHeader(Duration enough) throws IOException {
        Optional<Token> known = cachedToken.filter(token -> token.isValidFor(clock.instant(), enough));
        if (known.isEmpty()) cachedToken = Optional.of(fetchToken());
        return cachedToken.orElseThrow().header();
    }

    private Token fetchToken() throws IOException {
        Request request = new Request.Builder()
                .url(tokenEndpoint)
                .header("Accept", "application/json")
                .header("User-Agent", "lifeline")
                .post(new FormBody.Builder()
                        .add("grant_type", GRANT_TYPE)
                        .add("apikey", apiKey)
                        .build())
                .build();
        try (Response response = httpClient.newCall(request).execute()) {
            return toToken(parseResponse(response), response.code());
        }
    }

    /** IAM tells errors in another shape than the classic API; what counts is whether the key is at fault. */
    private ApiResponse parseResponse(Response response) throws IOException {
        try {
            return responseParser.read(response);
        } catch (ApiException refusal) {
            int status = response.code();
            boolean keyAtFault = status == 400 || status == 401 || status == 403;
            if (!keyAtFault) throw refusal;
            throw new ApiException(
                    ApiError.of(ApiError.Kind.UNAUTHORIZED, status, "IAM gives no token for this API key"));
        }
    }

    private Token toToken(ApiResponse apiResponse, int status) {
        ApiObject apiObject = apiResponse.object().orElseThrow(() -> noTokenInResponse(status));
        String text = apiObject
                .text("access_token")
                .filter(BearerTokens::isValidHeaderValue)
                .orElseThrow(() -> noTokenInResponse(status));
        long seconds = Math.max(
                0, Math.min(MAX_LIFETIME_SECONDS, apiObject.number("expires_in").orElse(0)));
        Instant until = clock.instant().plusSeconds(seconds);
        boolean young = seconds <= MIN_COMMAND_VALIDITY.toSeconds();
        return new Token("Bearer " + text, until, young);
    }

    private static boolean isValidHeaderValue(String token) {
        return token.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }

    private static ApiException noTokenInResponse(int status) {
        return new ApiException(ApiError.of(ApiError.Kind.UNREADABLE, status, "IAM's answer holds no token"));
    }
}
