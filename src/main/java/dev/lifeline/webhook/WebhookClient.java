package dev.lifeline.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.transport.CallObserver;
import dev.lifeline.transport.HttpProxies;
import dev.lifeline.transport.NoInstantRetryInterceptor;
import dev.lifeline.transport.OkHttpClients;
import dev.lifeline.transport.OutsideCalls;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts signed JSON to a webhook. Follows no redirect, reads nothing of the answer but its status, and blocks for {@link #CALL_TIMEOUT} at
 * most. Thread-safe.
 */
public final class WebhookClient implements AutoCloseable {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final String METHOD = "webhook";

    private final JsonMapper mapper = new JsonMapper();
    private final OkHttpClient http;
    private final Optional<WebhookSignature> signature;
    private final InstantSource clock;
    private final CallObserver observer;

    /** @param secret with which calls are signed; without one, none is sent */
    public WebhookClient(Optional<String> secret, HttpProxies proxies, InstantSource clock, CallObserver observer) {
        this.signature = secret.map(WebhookSignature::new);
        this.clock = clock;
        this.observer = observer;
        this.http = OkHttpClients.builder(proxies)
                .connectTimeout(CONNECT_TIMEOUT)
                .callTimeout(CALL_TIMEOUT)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(new NoInstantRetryInterceptor())
                .build();
    }

    /** What became of an attempt. */
    enum Outcome {
        DELIVERED,
        /** The same call may succeed later. */
        FAILED,
        /** The receiver rejected it for good, or it cannot be signed. */
        REJECTED
    }

    /** Sends the call once. */
    Outcome send(WebhookCall call) {
        OutsideCalls.check(METHOD);
        CallObserver.Observation observation = observer.begin(METHOD);
        Outcome outcome = signature.map(signer -> post(request(call, signer))).orElse(Outcome.REJECTED);
        observation.end(outcome.name().toLowerCase(Locale.ROOT));
        return outcome;
    }

    private Request request(WebhookCall call, WebhookSignature signer) {
        String body = body(call);
        Instant now = clock.instant();
        return new Request.Builder()
                .url(call.url().toString())
                .header("webhook-id", call.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signer.sign(call.id(), now, body))
                .post(RequestBody.create(body, JSON))
                .build();
    }

    private String body(WebhookCall call) {
        try {
            return mapper.writeValueAsString(new TreeMap<>(call.fields()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts cannot be written as JSON", e);
        }
    }

    private Outcome post(Request request) {
        try (Response response = http.newCall(request).execute()) {
            if (response.isSuccessful()) return Outcome.DELIVERED;
            int status = response.code();
            boolean transientFailure = status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
            return transientFailure ? Outcome.FAILED : Outcome.REJECTED;
        } catch (IOException e) {
            return Outcome.FAILED;
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
