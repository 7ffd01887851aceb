package dev.lifeline.classic;

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
record Lines(OkHttpClient questions, OkHttpClient orders, OkHttpClient secrets) implements AutoCloseable {

    private static final int AT_ONCE = 16;

    static Lines of(ClassicTuning tuning) {
        OkHttpClient plain = new OkHttpClient.Builder()
                .connectTimeout(tuning.connect())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        OkHttpClient questions = questions(plain, tuning.read());
        return new Lines(questions, orders(plain, tuning.order()), secrets(questions));
    }

    /**
     * No connection lies idle with an answer in its buffers; HTTP/1.1, where the calling thread alone reads, so that {@link Rinse} finds
     * what it read; and unpacked, lest there be a copy in the unpacking.
     */
    private static OkHttpClient secrets(OkHttpClient questions) {
        return questions
                .newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Accept-Encoding", "identity")
                        .build()))
                .build();
    }

    private static OkHttpClient questions(OkHttpClient plain, Duration patience) {
        return plain.newBuilder()
                .connectionPool(new ConnectionPool(AT_ONCE, 1, TimeUnit.MINUTES))
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                .build();
    }

    /**
     * A fresh connection for each order, as one that has lain idle may be dead; HTTP/1.1, where nothing is refused and sent again on
     * another stream; and no second try of OkHttp's own.
     */
    private static OkHttpClient orders(OkHttpClient plain, Duration patience) {
        return plain.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                .addNetworkInterceptor(new SentOnce())
                .build();
    }

    /** Questions are broken off; an order that is on its way is let finish, as its answer is worth having. */
    @Override
    public void close() {
        questions.dispatcher().cancelAll();
        for (OkHttpClient line : List.of(questions, orders, secrets)) {
            line.dispatcher().executorService().shutdown();
            line.connectionPool().evictAll();
        }
    }
}
