package dev.lifeline.slack.modal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.transport.BufferScrubber;
import dev.lifeline.transport.NoInstantRetryInterceptor;
import dev.lifeline.transport.OkHttpClients;
import dev.lifeline.transport.OutsideCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Calls Web API methods whose request holds a secret: once, over a connection that is closed afterwards. Slack's response repeats the
 * whole view, so only {@code ok} and {@code error} are read of it, and the buffers are overwritten (promise P6). A call blocks at most 8
 * s. Thread-safe.
 */
public final class SecretWebApi implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

    private final SlackClientConfig config;

    /** Does not recycle buffers. */
    private final JsonFactory json = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    /**
     * No idle connection keeps text in its buffers; HTTP/1.1, where the calling thread alone reads and writes, for {@link
     * BufferScrubber}.
     */
    private final OkHttpClient http;

    public SecretWebApi(SlackClientConfig config) {
        this.config = config;
        this.http = OkHttpClients.builder(config.proxies())
                .callTimeout(CALL_TIMEOUT)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(new NoInstantRetryInterceptor())
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .build();
    }

    /**
     * Calls a method; never retried.
     *
     * @param botToken of the workspace in which the secret is shown
     * @throws SlackCallException when Slack did not execute it; of kind UNAVAILABLE when it is not known whether it did
     */
    void call(ApiMethod method, String botToken, SecretRequestBody body) {
        OutsideCalls.check(method.methodName());
        Request request = new Request.Builder()
                .url(config.apiUrl() + method.methodName())
                .header("Authorization", "Bearer " + botToken)
                .header("Accept-Encoding", "identity")
                .post(body)
                .build();
        try (Response response = http.newCall(request).execute()) {
            requireOk(method, response);
        } catch (IOException e) {
            // a parser's message quotes the text it failed on
            throw new SlackCallException(
                    method, SlackErrorKind.UNAVAILABLE, e.getClass().getSimpleName(), null);
        } finally {
            BufferScrubber.scrub();
        }
    }

    private void requireOk(ApiMethod method, Response response) throws IOException {
        if (response.code() == 429)
            throw new SlackCallException(method, SlackErrorKind.RATE_LIMITED, "ratelimited", null);
        if (response.code() >= 500)
            throw new SlackCallException(method, SlackErrorKind.UNAVAILABLE, "HTTP " + response.code(), null);
        String error = "";
        boolean ok = false;
        try (JsonParser parser = json.createParser(response.body().byteStream())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("no JSON object");
            while (!ok && error.isEmpty() && parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("ok")) ok = parser.getValueAsBoolean();
                else if (field.equals("error")) error = parser.getValueAsString("");
                else parser.skipChildren();
            }
        }
        if (!ok) throw new SlackCallException(method, SlackErrorKind.fromCode(error), error, null);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
