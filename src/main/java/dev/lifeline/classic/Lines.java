package dev.lifeline.classic;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Over which lines do calls go? Questions and orders never share one, because only questions may be repeated. */
record Lines(OkHttpClient questions, OkHttpClient orders) implements AutoCloseable {

    private static final int AT_ONCE = 16;

    static Lines of(ClassicTuning tuning) {
        OkHttpClient plain = new OkHttpClient.Builder()
                .connectTimeout(tuning.connect())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        return new Lines(questions(plain, tuning.read()), orders(plain, tuning.order()));
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
        for (OkHttpClient line : List.of(questions, orders)) {
            line.dispatcher().executorService().shutdown();
            line.connectionPool().evictAll();
        }
    }
}
