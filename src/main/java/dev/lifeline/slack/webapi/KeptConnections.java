package dev.lifeline.slack.webapi;

import dev.lifeline.transport.HttpProxies;
import dev.lifeline.transport.NoInstantRetryInterceptor;
import dev.lifeline.transport.OkHttpClients;
import dev.lifeline.transport.OutsideCalls;
import dev.lifeline.transport.RequestSentListener;
import dev.lifeline.transport.SendGuardInterceptor;
import dev.lifeline.transport.SingleSendInterceptor;
import dev.lifeline.transport.StaleConnectionInterceptor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The HTTP connections to Slack, kept open between calls. No request is written twice, by no layer. An idle connection is closed long
 * before a server would do so, and each one is checked before a request is written to it: one that was closed meanwhile is replaced, which
 * repeats nothing. HTTP/1.1, so that a connection carries one call at a time and its fate is that of this call. Thread-safe.
 */
final class KeptConnections implements AutoCloseable {

    /** As many as deliver messages at once. */
    private static final int MAX_IDLE_CONNECTIONS = 12;

    /** Servers and what stands before them close an idle connection after a minute or later, unless they announce it. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(20);

    /** Connections that are tried for one call; each of them but the last may have been closed by the server while it was idle. */
    private static final int MAX_CONNECTIONS_TRIED = 3;

    private final OkHttpClient http;

    KeptConnections(HttpProxies proxies) {
        this.http = OkHttpClients.builder(proxies)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, MAX_IDLE.toSeconds(), TimeUnit.SECONDS))
                .eventListenerFactory(KeptConnections::listener)
                .addNetworkInterceptor(new NoInstantRetryInterceptor())
                .addNetworkInterceptor(new StaleConnectionInterceptor())
                .addNetworkInterceptor(new SingleSendInterceptor())
                .addNetworkInterceptor(new SendGuardInterceptor())
                .build();
    }

    /** No byte of the request was written. */
    static final class NotSentException extends IOException {

        private static final long serialVersionUID = 1L;

        NotSentException(IOException cause) {
            super(cause);
        }
    }

    private static EventListener listener(Call call) {
        return Objects.requireNonNull(call.request().tag(RequestSentListener.class));
    }

    /**
     * Sends the request once, unless the {@link dev.lifeline.transport.SendGuard} that it carries as a tag forbids it. Blocks up to the time-out for its response, which the caller closes; the time-out also ends the reading of it.
     *
     * @throws NotSentException when no byte of it was written
     * @throws IOException otherwise, when there was no response: whether the request arrived is unknown
     */
    Response send(Request request, Duration timeout) throws IOException {
        OutsideCalls.check("Slack");
        for (int tried = 1; tried < MAX_CONNECTIONS_TRIED; tried++)
            try {
                return sendOnce(request, timeout);
            } catch (NotSentException e) {
                if (!StaleConnectionInterceptor.isCause(e)) throw e;
                http.connectionPool().evictAll(); // those that were idle as long are not trusted either
            }
        return sendOnce(request, timeout);
    }

    private Response sendOnce(Request request, Duration timeout) throws IOException {
        RequestSentListener sent = new RequestSentListener();
        Call call = http.newCall(
                request.newBuilder().tag(RequestSentListener.class, sent).build());
        call.timeout().timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return call.execute();
        } catch (IOException e) {
            throw sent.headersStarted() ? e : new NotSentException(e);
        }
    }

    /** Closes the idle connections. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
