package dev.lifeline.transport;

import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Builds HTTP clients that share the certificates that this JVM trusts, which take a tenth of a second to read, and nothing else: each has
 * connections and calls of its own.
 */
public final class OkHttpClients {

    private static final OkHttpClient TRUST = new OkHttpClient();

    private OkHttpClients() {}

    /** A client with the defaults of OkHttp. */
    public static OkHttpClient.Builder builder() {
        return TRUST.newBuilder().dispatcher(new Dispatcher()).connectionPool(new ConnectionPool());
    }
}
