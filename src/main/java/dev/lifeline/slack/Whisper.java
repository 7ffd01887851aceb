package dev.lifeline.slack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
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
 * How is something secret said to Slack? Once, on a line that is given up afterwards. Slack's answer repeats all of it, so only whether it
 * was good is read of it (promise P6).
 */
final class Whisper implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final SlackAccount account;

    /** Keeps no buffer for the next. */
    private final JsonFactory json = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    /** No idle connection with words in its buffers; HTTP/1.1, where the calling thread alone reads and writes, for {@link Rinse}. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(new SentOnce())
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .build();

    Whisper(SlackAccount account) {
        this.account = account;
    }

    /**
     * Calls a method as the bot.
     *
     * @throws SlackFailure when Slack did not do it; away, when it is not known whether it did
     */
    void call(ApiMethod method, SealedBody body) {
        Request request = new Request.Builder()
                .url(account.apiUrl() + method.method())
                .header("Authorization", "Bearer " + account.botToken())
                .header("Accept-Encoding", "identity")
                .post(body)
                .build();
        try (Response response = http.newCall(request).execute()) {
            check(method, response);
        } catch (IOException lost) {
            // a parser's words quote what it stumbled over
            throw new SlackFailure(method, SlackError.AWAY, lost.getClass().getSimpleName(), null);
        } finally {
            Rinse.buffers();
        }
    }

    private void check(ApiMethod method, Response response) throws IOException {
        if (response.code() == 429) throw new SlackFailure(method, SlackError.RATE_LIMITED, "ratelimited", null);
        if (response.code() >= 500) throw new SlackFailure(method, SlackError.AWAY, "HTTP " + response.code(), null);
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
        if (!ok) throw new SlackFailure(method, SlackError.of(error), error, null);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
