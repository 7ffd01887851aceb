package dev.lifeline.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Tells a failure of the proxy, which OkHttp reports in words of its own, from one of the host that is called. Thread-safe. */
final class ProxyErrorInterceptor implements Interceptor {

    /** As OkHttp words them; ProxyTest shows that it still does. */
    private static final String NOT_CONNECTED = "Unexpected response code for CONNECT: ";

    private static final String NOT_AUTHENTICATED = "Failed to authenticate with proxy";

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final HttpProxies proxies;

    ProxyErrorInterceptor(HttpProxies proxies) {
        this.proxies = proxies;
    }

    /** Looks for the proxy only where it may be to blame: the look parses the address twice. */
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            Optional<HttpProxy> proxy = proxyOf(chain.request());
            throw proxy.isPresent()
                    ? explained(e, proxy.get(), chain.request().url().host())
                    : e;
        }
        if (response.code() != PROXY_AUTHENTICATION_REQUIRED) return response;
        Optional<HttpProxy> proxy = proxyOf(chain.request());
        if (proxy.isEmpty()) return response;
        response.close();
        throw ProxyException.unauthorized(proxy.get());
    }

    private Optional<HttpProxy> proxyOf(Request request) {
        return proxies.proxyFor(request.url().uri());
    }

    private static IOException explained(IOException failure, HttpProxy proxy, String host) {
        String message = String.valueOf(failure.getMessage());
        IOException explained = failure;
        if (message.startsWith(NOT_AUTHENTICATED)) explained = ProxyException.unauthorized(proxy);
        else if (message.startsWith(NOT_CONNECTED))
            explained = ProxyException.refused(proxy, host, message.substring(NOT_CONNECTED.length()));
        else if (isUnreachable(failure)) explained = ProxyException.unreachable(proxy);
        if (explained != failure) explained.initCause(failure);
        return explained;
    }

    /** Only the proxy is connected to, and only its name is looked up. */
    private static boolean isUnreachable(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException;
    }
}
