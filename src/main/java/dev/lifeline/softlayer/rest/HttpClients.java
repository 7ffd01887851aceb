package dev.lifeline.softlayer.rest;

import dev.lifeline.transport.BufferScrubber;
import dev.lifeline.transport.CallObserver;
import dev.lifeline.transport.NoInstantRetryInterceptor;
import dev.lifeline.transport.OkHttpClients;
import dev.lifeline.transport.SingleSendInterceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The three HTTP clients of the adapter. Queries and commands share no connection, because only queries may be repeated; queries whose
 * response holds a secret use connections that are closed after each call. Thread-safe.
 *
 * @param queries keeps up to 16 idle connections for a minute; OkHttp may repeat a request
 * @param commands never repeats a request
 * @param secretQueries keeps no connection
 */
public record HttpClients(OkHttpClient queries, OkHttpClient commands, OkHttpClient secretQueries)
        implements AutoCloseable {

    private static final int MAX_IDLE_CONNECTIONS = 16;

    public static HttpClients create(ClassicClientConfig config, CallObserver callObserver) {
        OkHttpClient base = OkHttpClients.builder(config.proxies())
                .connectTimeout(config.connectTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new CallTimingInterceptor(callObserver))
                .build();
        OkHttpClient queries = queryClient(base, config.queryTimeout());
        return new HttpClients(queries, commandClient(base, config.commandTimeout()), secretQueryClient(queries));
    }

    /**
     * No idle connection keeps a response in its buffers; HTTP/1.1, where the calling thread alone reads, so that {@link BufferScrubber}
     * reaches them; no compression, whose buffers would hold a copy.
     */
    private static OkHttpClient secretQueryClient(OkHttpClient queries) {
        return queries.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Accept-Encoding", "identity")
                        .build()))
                .build();
    }

    private static OkHttpClient queryClient(OkHttpClient base, Duration timeout) {
        return base.newBuilder()
                .addNetworkInterceptor(new NoInstantRetryInterceptor())
                .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .callTimeout(timeout)
                .build();
    }

    /**
     * A new connection for each command, since an idle one may be dead; HTTP/1.1, because HTTP/2 repeats a refused stream; no retry by
     * OkHttp.
     */
    private static OkHttpClient commandClient(OkHttpClient base, Duration timeout) {
        return base.newBuilder()
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .callTimeout(timeout)
                .addNetworkInterceptor(new NoInstantRetryInterceptor())
                .addNetworkInterceptor(new SingleSendInterceptor())
                .build();
    }

    /** Cancels running queries. A command in flight is not cancelled, because its response matters. */
    @Override
    public void close() {
        queries.dispatcher().cancelAll();
        for (OkHttpClient client : List.of(queries, commands, secretQueries)) {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
