package dev.lifeline.transport;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Builds HTTP clients that share the certificates that this JVM trusts, which take a tenth of a second to read, and nothing else: each has
 * connections and calls of its own.
 */
public final class OkHttpClients {

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    private static final OkHttpClient TRUST = new OkHttpClient();

    private OkHttpClients() {}

    /** A client with the defaults of OkHttp, whose calls go through the proxy where there is one for their host. */
    public static OkHttpClient.Builder builder(HttpProxies proxies) {
        OkHttpClient.Builder builder =
                TRUST.newBuilder().dispatcher(new Dispatcher()).connectionPool(new ConnectionPool());
        builder.addInterceptor(new ProxyErrorInterceptor(proxies));
        if (proxies.proxy().isPresent()) builder.proxySelector(new ConfiguredProxy(proxies));
        proxies.proxy().flatMap(HttpProxy::authorization).ifPresent(authorization -> authorize(builder, authorization));
        return builder;
    }

    /** OkHttp asks before it says {@code CONNECT}; a request that goes to the proxy itself, as one of http does, carries the header. */
    private static void authorize(OkHttpClient.Builder builder, String authorization) {
        builder.proxyAuthenticator((route, response) -> authorized(response, authorization))
                .addNetworkInterceptor(chain -> authorizedIfForwarded(chain, authorization));
    }

    /** Null ends the attempt: the proxy has seen this login and refused it. A request of http is never sent again. */
    private static @Nullable Request authorized(Response response, String authorization) {
        Request request = response.request();
        return request.method().equals("CONNECT") && request.header(PROXY_AUTHORIZATION) == null
                ? request.newBuilder()
                        .header(PROXY_AUTHORIZATION, authorization)
                        .build()
                : null;
    }

    private static Response authorizedIfForwarded(Interceptor.Chain chain, String authorization) throws IOException {
        Request request = chain.request();
        boolean forwarded = chain.connection() != null
                && chain.connection().route().proxy().type() == Proxy.Type.HTTP
                && !request.isHttps();
        return chain.proceed(
                forwarded
                        ? request.newBuilder()
                                .header(PROXY_AUTHORIZATION, authorization)
                                .build()
                        : request);
    }

    /** Never falls back to a direct connection: where a proxy is required, one would be an alarm or a time-out. */
    private static final class ConfiguredProxy extends ProxySelector {

        private final HttpProxies proxies;

        ConfiguredProxy(HttpProxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI target) {
            return proxies.proxyFor(target)
                    .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, proxy.unresolvedAddress())))
                    .orElse(List.of(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI target, SocketAddress proxy, IOException failure) {
            // the call itself reports it
        }
    }
}
