package dev.lifeline.softlayer.rest;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.transport.OutsideCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Bearer tokens that IBM Cloud IAM issues for an API key. A token lives for an hour and is renewed 5 minutes before its end for queries,
 * 15 minutes before for commands (src/docs/platform/softlayer.md, section Endpoints and authentication). Its age is measured by a
 * monotonic ticker, so that no setting of the clock prolongs or ends it. Kept in memory only.
 * Thread-safe: one thread fetches at a time, the others wait for it.
 */
public final class BearerTokens implements Credential {

    private static final String GRANT_TYPE = "urn:ibm:params:oauth:grant-type:apikey";
    private static final Duration MIN_QUERY_VALIDITY = Duration.ofMinutes(5);
    /** A command may take 120 s and must not be rejected for its token, because it is not sent again. */
    private static final Duration MIN_COMMAND_VALIDITY = Duration.ofMinutes(15);

    private static final long MAX_LIFETIME_SECONDS = 24 * 60 * 60;

    /** @param issuedAtNanos by the ticker */
    private record Token(String header, long issuedAtNanos, Duration lifetime, boolean shortLived) {

        /** A token issued with less validity than required is used all the same, else every call would fetch one. */
        boolean isValidFor(long nowNanos, Duration minValidity) {
            Duration left = lifetime.minusNanos(nowNanos - issuedAtNanos);
            return left.compareTo(minValidity) > 0 || (shortLived && left.compareTo(Duration.ZERO) > 0);
        }
    }

    private final OkHttpClient httpClient;
    private final String tokenEndpoint;
    private final String apiKey;
    private final Ticker ticker;
    private final ResponseParser responseParser = new ResponseParser();
    private Optional<Token> cachedToken = Optional.empty();

    /**
     * Creates tokens for a key; none is fetched yet.
     *
     * @param iamEndpoint base address of IAM, such as {@code https://iam.cloud.ibm.com}
     * @param ticker monotonic
     */
    public BearerTokens(OkHttpClient httpClient, URI iamEndpoint, String apiKey, Ticker ticker) {
        this.httpClient = httpClient;
        this.tokenEndpoint = iamEndpoint.toString().replaceAll("/+$", "") + "/identity/token";
        this.apiKey = apiKey;
        this.ticker = ticker;
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
    public synchronized boolean invalidate(String rejectedHeader) {
        cachedToken = cachedToken.filter(token -> !token.header().equals(rejectedHeader));
        return true;
    }

    private synchronized String validHeader(Duration minValidity) throws IOException {
        Optional<Token> valid = cachedToken.filter(token -> token.isValidFor(ticker.read(), minValidity));
        if (valid.isEmpty()) cachedToken = Optional.of(fetchToken());
        return cachedToken.orElseThrow().header();
    }

    private Token fetchToken() throws IOException {
        OutsideCalls.check("IAM");
        long requestedAtNanos = ticker.read();
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
            return toToken(parseResponse(response), response.code(), requestedAtNanos);
        }
    }

    /** IAM reports errors in another format than the classic API; only whether it rejected the key matters. */
    private ApiResponse parseResponse(Response response) throws IOException {
        try {
            return responseParser.read(response);
        } catch (ApiException e) {
            int status = response.code();
            boolean keyRejected = status == 400 || status == 401 || status == 403;
            if (!keyRejected) throw e;
            throw new ApiException(
                    ApiError.of(ApiError.Kind.UNAUTHORIZED, status, "IAM gives no token for this API key"));
        }
    }

    private Token toToken(ApiResponse apiResponse, int status, long requestedAtNanos) {
        ApiObject apiObject = apiResponse.object().orElseThrow(() -> noTokenInResponse(status));
        String text = apiObject
                .text("access_token")
                .filter(BearerTokens::isValidHeaderValue)
                .orElseThrow(() -> noTokenInResponse(status));
        long seconds = Math.max(
                0, Math.min(MAX_LIFETIME_SECONDS, apiObject.number("expires_in").orElse(0)));
        boolean young = seconds <= MIN_COMMAND_VALIDITY.toSeconds();
        return new Token("Bearer " + text, requestedAtNanos, Duration.ofSeconds(seconds), young);
    }

    private static boolean isValidHeaderValue(String token) {
        return token.chars().allMatch(character -> character > ' ' && character < 127);
    }

    private static ApiException noTokenInResponse(int status) {
        return new ApiException(ApiError.of(ApiError.Kind.UNREADABLE, status, "IAM's response holds no token"));
    }
}
