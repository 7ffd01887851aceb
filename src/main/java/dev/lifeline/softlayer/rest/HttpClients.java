package dev.lifeline.softlayer.rest;

import dev.lifeline.transport.BufferScrubber;
import dev.lifeline.transport.SingleSendInterceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Over which lines do calls go? Questions and orders never share one, because only questions may be repeated; and what answers with a
 * secret has one that is given up after each call.
 */
public record HttpClients(OkHttpClient queries, OkHttpClient commands, OkHttpClient secretQueries)
        implements AutoCloseable {

    private static final int MAX_IDLE_CONNECTIONS = 16;

    public static HttpClients create(ClassicClientConfig tuning) {
        OkHttpClient plain = new OkHttpClient.Builder()
                .connectTimeout(tuning.connectTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        OkHttpClient questions = queries(plain, tuning.queryTimeout());
        return new HttpClients(questions, commands(plain, tuning.commandTimeout()), secretQueries(questions));
    }

    /**
     * No connection lies idle with an answer in its buffers; HTTP/1.1, where the calling thread alone reads, so that {@link BufferScrubber} finds
     * what it read; and unpacked, lest there be a copy in the unpacking.
     */
    private static OkHttpClient secretQueries(OkHttpClient queries) {
        return queries.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Accept-Encoding", "identity")
                        .build()))
                .build();
    }

    private static OkHttpClient queries(OkHttpClient plain, Duration patience) {
        return plain.newBuilder()
                .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                .build();
    }

    /**
     * A fresh connection for each order, as one that has lain idle may be dead; HTTP/1.1, where nothing is refused and sent again on
     * another stream; and no second try of OkHttp's own.
     */
    private static OkHttpClient commands(OkHttpClient plain, Duration patience) {
        return plain.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                .addNetworkInterceptor(new SingleSendInterceptor())
                .build();
    }

    /** Questions are broken off; an order that is on its way is let finish, as its answer is worth having. */
    @Override
    public void close() {
        queries.dispatcher().cancelAll();
        for (OkHttpClient line : List.of(queries, commands, secretQueries)) {
            line.dispatcher().executorService().shutdown();
            line.connectionPool().evictAll();
        }
    }
}
