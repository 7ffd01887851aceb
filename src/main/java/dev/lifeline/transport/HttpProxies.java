package dev.lifeline.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/**
 * The way to Slack and to the provider: through an HTTP proxy, or direct. Where the operator names no proxy it is the JVM's own choice,
 * by its properties {@code https.proxyHost} and the like. Immutable.
 *
 * @param proxy as the operator names it
 * @param noProxy hosts that are called without it
 */
public record HttpProxies(Optional<HttpProxy> proxy, NoProxyRules noProxy) {

    /** The JVM chooses. */
    public static final HttpProxies JVM_DEFAULT = new HttpProxies(Optional.empty(), NoProxyRules.NONE);

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** The proxy through which this address is called; empty where it is called directly. */
    public Optional<HttpProxy> proxyFor(URI target) {
        if (proxy.isEmpty()) return jvmProxyFor(target);
        return target.getHost() != null && noProxy.includes(target.getHost(), port(target)) ? Optional.empty() : proxy;
    }

    private static int port(URI target) {
        if (target.getPort() != -1) return target.getPort();
        return isSecure(target) ? HTTPS_PORT : HTTP_PORT;
    }

    private static boolean isSecure(URI target) {
        return "https".equals(target.getScheme()) || "wss".equals(target.getScheme());
    }

    /** The JVM's selector knows http and https only. */
    private static Optional<HttpProxy> jvmProxyFor(URI target) {
        URI known = URI.create((isSecure(target) ? "https://" : "http://") + target.getRawAuthority());
        return Optional.ofNullable(ProxySelector.getDefault()).stream()
                .flatMap(selector -> selector.select(known).stream())
                .limit(1)
                .filter(chosen -> chosen.type() == Proxy.Type.HTTP)
                .map(chosen -> (InetSocketAddress) chosen.address())
                .map(address -> new HttpProxy(address.getHostString(), address.getPort(), Optional.empty()))
                .findFirst();
    }
}
