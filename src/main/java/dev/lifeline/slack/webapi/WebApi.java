package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.transport.NoInstantRetryInterceptor;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * How is Slack's Web API called? One attempt, one time limit, and every kind of failure, {@code ok:false} and HTML pages too, as a
 * {@link SlackCallException} with a meaning (slack.md 2.8). Each call on a fresh connection: the other side may close one that lies idle, by
 * HTTP/1.0 after every answer, and what is then sent on it is not known to have arrived.
 */
public final class WebApi implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(10);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackClientConfig config;
    private final OkHttpClient http;
    private final ObjectMapper json;
    private final SharedRateLimiter rateLimiter;
    private final InstantSource clock;

    public WebApi(SlackClientConfig config, ObjectMapper json, SharedRateLimiter rateLimiter, InstantSource clock) {
        this.config = config;
        this.json = json;
        this.rateLimiter = rateLimiter;
        this.clock = clock;
        this.http = new OkHttpClient.Builder()
                .callTimeout(CALL_TIMEOUT)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(new NoInstantRetryInterceptor())
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .build();
    }

    /** Calls as the bot. */
    public JsonNode call(ApiMethod method, Map<String, String> arguments) {
        return callUnlessPaused(method, config.botToken(), arguments).body();
    }

    public boolean hasAppToken() {
        return config.appToken().isPresent();
    }

    /** Calls with the app-level token. */
    public JsonNode callWithAppToken(ApiMethod method) {
        return callUnlessPaused(method, config.appToken().orElseThrow(), Map.of())
                .body();
    }

    /** Who are we? Together with the scopes, which Slack tells in a header only. */
    public ApiResponse authTest() {
        return callUnlessPaused(ApiMethod.AUTH_TEST, config.botToken(), Map.of());
    }

    /** What came back, when it was good. */
    public record ApiResponse(JsonNode body, Optional<String> scopes) {}

    /**
     * Posts to an address that Slack gave for answers.
     *
     * @return whether it was taken; an address that is used up or too old takes nothing (slack.md 4.2)
     */
    public boolean postToResponseUrl(String responseUrl, String body) {
        Optional<HttpUrl> address = ResponseUrl.parseTrusted(responseUrl, config.apiUrl());
        return address.isPresent() && post(address.get(), body);
    }

    private boolean post(HttpUrl address, String body) {
        Request request = new Request.Builder()
                .url(address)
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.isSuccessful() && !response.body().string().contains("\"ok\":false");
        } catch (IOException lost) {
            return false;
        }
    }

    /** Asks nothing for as long as Slack wanted to hear nothing of the kind, from whichever replica. */
    private ApiResponse callUnlessPaused(ApiMethod method, String token, Map<String, String> arguments) {
        String kind = SlackRateLimits.limitKey(method, arguments);
        pausedUntil(kind).ifPresent(until -> {
            Duration left = Duration.between(clock.instant(), until);
            throw new SlackCallException(
                    method, SlackErrorKind.RATE_LIMITED, "ratelimited", left.isNegative() ? null : left);
        });
        try {
            return execute(method, token, arguments);
        } catch (SlackCallException failure) {
            failure.retryAfter()
                    .ifPresent(
                            time -> rateLimiter.pauseUntil(kind, clock.instant().plus(time)));
            throw failure;
        }
    }

    /** Whoever does not know may not ask; it is a fault of our own, not of what was asked. */
    private Optional<Instant> pausedUntil(String kind) {
        try {
            return rateLimiter.pausedUntil(kind);
        } catch (RuntimeException unreadable) {
            throw new StorageUnavailableException(unreadable);
        }
    }

    private ApiResponse execute(ApiMethod method, String token, Map<String, String> arguments) {
        FormBody.Builder form = new FormBody.Builder();
        arguments.forEach(form::add);
        Request request = new Request.Builder()
                .url(config.apiUrl() + method.methodName())
                .header("Authorization", "Bearer " + token)
                .post(form.build())
                .build();
        Call call = http.newCall(request);
        call.timeout().timeout(method.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return parseResponse(method, response);
        } catch (IOException lost) {
            throw SlackCallException.unavailable(method, "no answer", lost);
        }
    }

    private ApiResponse parseResponse(ApiMethod method, Response response) throws IOException {
        if (response.code() == 429)
            throw new SlackCallException(method, SlackErrorKind.RATE_LIMITED, "ratelimited", retryAfter(response));
        if (response.code() >= 500)
            throw new SlackCallException(
                    method, SlackErrorKind.UNAVAILABLE, "HTTP " + response.code(), retryAfter(response));
        // no Slack is there, or one without this method: there is no use in waiting
        if (response.code() == 404) throw new SlackCallException(method, SlackErrorKind.OTHER, "HTTP 404", null);
        JsonNode body = parseJson(method, response.body().string());
        if (body.path("ok").asBoolean(false)) return new ApiResponse(body, scopes(response));
        String code = body.path("error").asText("HTTP " + response.code());
        SlackErrorKind error = SlackErrorKind.fromCode(code);
        throw new SlackCallException(method, error, code + neededScope(body), retryAfter(response));
    }

    /** A page of HTML with status 200 is Slack being away, not an answer. */
    private JsonNode parseJson(ApiMethod method, String text) {
        try {
            JsonNode body = json.readTree(text);
            if (body != null && body.isObject()) return body;
            throw new SlackCallException(method, SlackErrorKind.UNAVAILABLE, "an answer that is no JSON object", null);
        } catch (JsonProcessingException notJson) {
            throw SlackCallException.unavailable(method, "an answer that is not JSON", notJson);
        }
    }

    private static String neededScope(JsonNode body) {
        return body.hasNonNull("needed") ? " (needs " + body.path("needed").asText() + ")" : "";
    }

    private static Optional<String> scopes(Response response) {
        return Optional.ofNullable(response.header("x-oauth-scopes"));
    }

    /** None where Slack names no time, or none at all: then the own pauses, which grow, are kept. */
    private static @Nullable Duration retryAfter(Response response) {
        String seconds = Optional.ofNullable(response.header("Retry-After")).orElse("");
        if (!seconds.matches("0*[1-9]\\d*")) return null;
        BigInteger longest = BigInteger.valueOf(MAX_RETRY_AFTER.toSeconds());
        return Duration.ofSeconds(new BigInteger(seconds).min(longest).longValue());
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
