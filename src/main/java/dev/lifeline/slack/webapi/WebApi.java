package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.transport.CallObserver;
import dev.lifeline.transport.OutsideCalls;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API over HTTP. One attempt per call, within the time-out of its {@link ApiMethod} (8 s, 2 s for {@code views.open}); every
 * failure, {@code ok:false} and HTML pages included, is a {@link SlackCallException} of some kind (src/docs/platform/slack.md, section
 * Web API client and rate limits). Retries are the caller's.
 *
 * <p>A call of which no byte was sent is told from one that may have arrived: {@link SlackErrorKind#NOT_SENT}. Thread-safe.
 */
public final class WebApi implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(10);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackClientConfig config;
    private final KeptConnections http;
    private final ObjectMapper json;
    private final SharedRateLimiter rateLimiter;
    private final InstantSource clock;
    private final CallObserver callObserver;
    /** Those of the bot token, as Slack returned them last; empty before that. */
    private volatile Set<String> grantedScopes = Set.of();

    /** Observed by nobody. */
    public WebApi(SlackClientConfig config, ObjectMapper json, SharedRateLimiter rateLimiter, InstantSource clock) {
        this(config, json, rateLimiter, clock, CallObserver.NONE);
    }

    /** @param callObserver is told of each call of a method */
    public WebApi(
            SlackClientConfig config,
            ObjectMapper json,
            SharedRateLimiter rateLimiter,
            InstantSource clock,
            CallObserver callObserver) {
        this.callObserver = callObserver;
        this.config = config;
        this.json = json;
        this.rateLimiter = rateLimiter;
        this.clock = clock;
        this.http = new KeptConnections(config.proxies());
    }

    /**
     * Calls a method with the bot token.
     *
     * @throws SlackCallException when it failed, or while Slack's {@code Retry-After} for the method runs
     * @throws StorageUnavailableException when the shared rate limits cannot be read
     */
    public JsonNode call(ApiMethod method, Map<String, String> arguments) {
        return respond(method, arguments).body();
    }

    /**
     * Calls a method with the bot token, whose scopes Slack returns in a header.
     *
     * @throws SlackCallException as {@link #call}
     */
    public ApiResponse respond(ApiMethod method, Map<String, String> arguments) {
        ApiResponse response = callUnlessPaused(method, config.botToken(), arguments);
        response.scopes().ifPresent(scopes -> grantedScopes = scopes);
        return response;
    }

    /** Whether the bot token has the scopes that a method needs, as far as Slack has returned them yet. */
    public boolean isGranted(ApiMethod method) {
        return grantedScopes.containsAll(method.scopes());
    }

    public boolean hasAppToken() {
        return config.appToken().isPresent();
    }

    /**
     * Calls a method with the app-level token.
     *
     * @throws SlackCallException as {@link #call}
     */
    public JsonNode callWithAppToken(ApiMethod method) {
        return callUnlessPaused(method, config.appToken().orElseThrow(), Map.of())
                .body();
    }

    /**
     * An {@code ok:true} response.
     *
     * @param scopes of the token; empty where Slack does not tell
     */
    public record ApiResponse(JsonNode body, Optional<Set<String>> scopes) {}

    /**
     * Posts JSON to the response URL of an interaction; one attempt of at most 8 s.
     *
     * @return whether Slack accepted it; a response URL takes 5 posts within 30 minutes (src/docs/platform/slack.md, section Times)
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
        try (Response response = http.send(request, CALL_TIMEOUT)) {
            return response.isSuccessful() && !response.body().string().contains("\"ok\":false");
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends nothing while a {@code Retry-After} period runs that any replica received for this limit. */
    private ApiResponse callUnlessPaused(ApiMethod method, String token, Map<String, String> arguments) {
        OutsideCalls.check(method.methodName());
        String kind = SlackRateLimits.limitKey(method, arguments);
        pausedUntil(kind).ifPresent(until -> {
            Duration remaining = Duration.between(clock.instant(), until);
            throw new SlackCallException(
                    method, SlackErrorKind.RATE_LIMITED, "ratelimited", remaining.isNegative() ? null : remaining);
        });
        CallObserver.Observation observation = callObserver.begin(method.methodName());
        try {
            ApiResponse response = execute(method, token, arguments);
            observation.end("ok");
            return response;
        } catch (SlackCallException failure) {
            observation.end(failure.errorKind().name().toLowerCase(Locale.ROOT));
            failure.retryAfter()
                    .ifPresent(
                            time -> rateLimiter.pauseUntil(kind, clock.instant().plus(time)));
            throw failure;
        }
    }

    /** Where the pause cannot be read the call is not made, and the failure is the bot's own. */
    private Optional<Instant> pausedUntil(String kind) {
        try {
            return rateLimiter.pausedUntil(kind);
        } catch (RuntimeException e) {
            throw new StorageUnavailableException(e);
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
        try (Response response = http.send(request, method.timeout())) {
            return parseResponse(method, response);
        } catch (KeptConnections.NotSentException e) {
            throw SlackCallException.notSent(method, e);
        } catch (IOException e) {
            throw SlackCallException.unavailable(method, "no response", e);
        }
    }

    private ApiResponse parseResponse(ApiMethod method, Response response) throws IOException {
        if (response.code() == 429)
            throw new SlackCallException(method, SlackErrorKind.RATE_LIMITED, "ratelimited", retryAfter(response));
        if (response.code() >= 500)
            throw new SlackCallException(
                    method, SlackErrorKind.UNAVAILABLE, "HTTP " + response.code(), retryAfter(response));
        // not Slack, or a Slack without this method: waiting does not help
        if (response.code() == 404) throw new SlackCallException(method, SlackErrorKind.OTHER, "HTTP 404", null);
        JsonNode body = parseJson(method, response.body().string());
        if (body.path("ok").asBoolean(false)) return new ApiResponse(body, scopes(response));
        String code = body.path("error").asText("HTTP " + response.code());
        SlackErrorKind error = SlackErrorKind.of(method, code);
        throw new SlackCallException(method, error, code + neededScope(body), retryAfter(response));
    }

    /** An HTML page with status 200 means that Slack is failing. */
    private JsonNode parseJson(ApiMethod method, String text) {
        try {
            JsonNode body = json.readTree(text);
            if (body != null && body.isObject()) return body;
            throw new SlackCallException(method, SlackErrorKind.UNAVAILABLE, "response is not a JSON object", null);
        } catch (JsonProcessingException e) {
            throw SlackCallException.unavailable(method, "response is not JSON", e);
        }
    }

    private static String neededScope(JsonNode body) {
        return body.hasNonNull("needed") ? " (needs " + body.path("needed").asText() + ")" : "";
    }

    private static Optional<Set<String>> scopes(Response response) {
        return Optional.ofNullable(response.header("x-oauth-scopes"))
                .map(scopes -> Arrays.stream(scopes.split(","))
                        .map(String::strip)
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The period in whole seconds, at most 10 minutes; null where Slack names none or zero, so that the caller's own back-off applies.
     */
    private static @Nullable Duration retryAfter(Response response) {
        String seconds = Optional.ofNullable(response.header("Retry-After")).orElse("");
        if (!seconds.matches("\\d{1,18}")) return null;
        long named = Math.min(Long.parseLong(seconds), MAX_RETRY_AFTER.toSeconds());
        return named > 0 ? Duration.ofSeconds(named) : null;
    }

    @Override
    public void close() {
        http.close();
    }
}
