package dev.lifeline.slack.webapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.slack.port.SharedRateLimiter;
import dev.lifeline.transport.CallObserver;
import dev.lifeline.transport.OutsideCalls;
import dev.lifeline.transport.SendGuard;
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
import okhttp3.Credentials;
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
    private final String workspace;
    private final InstalledWorkspaces installed;
    private final MentionScope mentions;

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
        this.workspace = ScopedId.HOME;
        this.installed = InstalledWorkspaces.NONE;
        this.mentions = MentionScope.NONE;
    }

    private WebApi(WebApi shared, String workspace, InstalledWorkspaces installed, MentionScope mentions) {
        this.callObserver = shared.callObserver;
        this.config = shared.config;
        this.json = shared.json;
        this.rateLimiter = shared.rateLimiter;
        this.clock = shared.clock;
        this.http = shared.http;
        this.workspace = workspace;
        this.installed = installed;
        this.mentions = mentions;
    }

    /**
     * A client that calls each workspace with its own token: that of the ids among the arguments ({@link ScopedId}). It shares the
     * connections of this one, which is the one to close.
     */
    public WebApi across(InstalledWorkspaces installedWorkspaces, MentionScope mentionScope) {
        return new WebApi(this, workspace, installedWorkspaces, mentionScope);
    }

    /** A client whose calls without an id go to this workspace. It shares the connections of this one. */
    public WebApi in(String otherWorkspace) {
        return otherWorkspace.equals(workspace) ? this : new WebApi(this, otherWorkspace, installed, mentions);
    }

    /**
     * The bot token of a workspace.
     *
     * @throws SlackCallException when the bot is not installed there, or has no token just now
     */
    public String botToken(ApiMethod method, String ofWorkspace) {
        if (ofWorkspace.equals(ScopedId.HOME)) return config.botToken();
        try {
            return installed.botToken(ofWorkspace).orElseThrow(() -> SlackCallException.notInstalled(method));
        } catch (SlackCallException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StorageUnavailableException(e);
        }
    }

    /**
     * Calls a method with the bot token.
     *
     * @throws SlackCallException when it failed, or while Slack's {@code Retry-After} for the method runs
     * @throws StorageUnavailableException when the shared rate limits cannot be read
     */
    public JsonNode call(ApiMethod method, Map<String, String> arguments) {
        return call(method, arguments, SendGuard.NONE);
    }

    /**
     * Calls a method with the bot token, unless the guard forbids it right before the first byte: {@link SlackErrorKind#NOT_SENT}.
     *
     * @throws SlackCallException as {@link #call(ApiMethod, Map)}
     */
    public JsonNode call(ApiMethod method, Map<String, String> arguments, SendGuard guard) {
        return respond(method, arguments, guard).body();
    }

    /**
     * Calls a method with the bot token, whose scopes Slack returns in a header.
     *
     * @throws SlackCallException as {@link #call}
     */
    public ApiResponse respond(ApiMethod method, Map<String, String> arguments) {
        return respond(method, arguments, SendGuard.NONE);
    }

    private ApiResponse respond(ApiMethod method, Map<String, String> arguments, SendGuard guard) {
        ScopedCall call = ScopedCall.of(method, workspace, arguments, mentions);
        String token = botToken(method, call.workspace());
        try {
            ApiResponse response = callUnlessPaused(method, token, call, guard);
            if (call.workspace().equals(ScopedId.HOME)) response.scopes().ifPresent(scopes -> grantedScopes = scopes);
            return response;
        } catch (SlackCallException e) {
            if (e.errorKind() == SlackErrorKind.UNAUTHORIZED)
                installed.onTokenRejected(call.workspace(), token, e.code());
            throw e;
        }
    }

    /** Whether the bot token of the home workspace has the scopes that a method needs, as far as Slack has returned them yet. */
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
        ScopedCall call = new ScopedCall(ScopedId.HOME, Map.of());
        return callUnlessPaused(method, config.appToken().orElseThrow(), call, SendGuard.NONE)
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
    public boolean postToResponseUrl(String responseUrl, JsonNode body) {
        return postToResponseUrl(responseUrl, body, SendGuard.NONE);
    }

    /** The same, unless the guard forbids it right before the first byte. */
    public boolean postToResponseUrl(String responseUrl, JsonNode body, SendGuard guard) {
        Optional<HttpUrl> address = ResponseUrl.parseTrusted(responseUrl, config.apiUrl());
        return address.isPresent() && post(address.get(), body, guard);
    }

    private boolean post(HttpUrl address, JsonNode body, SendGuard guard) {
        try (Response response = http.send(postRequest(address, body, guard), CALL_TIMEOUT)) {
            return response.isSuccessful() && !response.body().string().contains("\"ok\":false");
        } catch (IOException e) {
            return false;
        }
    }

    private Request postRequest(HttpUrl address, JsonNode body, SendGuard guard) throws JsonProcessingException {
        return new Request.Builder()
                .url(address)
                .tag(SendGuard.class, guard)
                .post(RequestBody.create(json.writeValueAsBytes(body), JSON))
                .build();
    }

    /** Sends nothing while a {@code Retry-After} period runs that any replica received for this limit. */
    private ApiResponse callUnlessPaused(ApiMethod method, String token, ScopedCall call, SendGuard guard) {
        OutsideCalls.check(method.methodName());
        String kind = ScopedId.of(call.workspace(), SlackRateLimits.limitKey(method, call.arguments()));
        pausedUntil(kind).ifPresent(until -> {
            Duration remaining = Duration.between(clock.instant(), until);
            throw new SlackCallException(
                    method, SlackErrorKind.RATE_LIMITED, "ratelimited", remaining.isNegative() ? null : remaining);
        });
        CallObserver.Observation observation = callObserver.begin(method.methodName());
        try {
            ApiResponse response = execute(method, "Bearer " + token, call.arguments(), guard);
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

    /**
     * Calls a method that takes the app's own id and secret, by HTTP Basic authentication, and no token.
     *
     * @throws SlackCallException as {@link #call}
     */
    public JsonNode callAsClient(
            ApiMethod method, String clientId, String clientSecret, Map<String, String> arguments) {
        OutsideCalls.check(method.methodName());
        return execute(method, Credentials.basic(clientId, clientSecret), arguments, SendGuard.NONE)
                .body();
    }

    /**
     * Calls a method with a token that is of no workspace yet.
     *
     * @throws SlackCallException as {@link #call}
     */
    public void callWithToken(ApiMethod method, String token) {
        OutsideCalls.check(method.methodName());
        execute(method, "Bearer " + token, Map.of(), SendGuard.NONE);
    }

    private ApiResponse execute(
            ApiMethod method, String authorization, Map<String, String> arguments, SendGuard guard) {
        FormBody.Builder form = new FormBody.Builder();
        arguments.forEach(form::add);
        Request request = new Request.Builder()
                .url(config.apiUrl() + method.methodName())
                .header("Authorization", authorization)
                .tag(SendGuard.class, guard)
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
