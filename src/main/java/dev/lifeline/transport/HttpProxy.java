package dev.lifeline.transport;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP proxy to which {@code CONNECT} is said. Immutable.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param authorization value of the header {@code Proxy-Authorization}; empty where the proxy asks for none
 */
public record HttpProxy(String host, int port, Optional<String> authorization) {

    /** Where the address names none, as for any http address. */
    private static final int DEFAULT_PORT = 80;

    private static final int MAX_PORT = 65_535;

    public HttpProxy {
        if (host.isBlank()) throw new IllegalArgumentException("the proxy has no host");
        if (port < 1 || port > MAX_PORT) throw new IllegalArgumentException("no port of a proxy: " + port);
    }

    /**
     * Reads {@code http://USER:PASSWORD@HOST:PORT}, of which all but the host may be missing; user and password are percent-encoded.
     *
     * @return empty for anything else, also for a proxy that is spoken to by TLS or SOCKS
     */
    public static Optional<HttpProxy> parse(String text) {
        try {
            URI address = new URI(text.contains("://") ? text : "http://" + text).parseServerAuthority();
            if (!"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) return Optional.empty();
            int port = address.getPort() == -1 ? DEFAULT_PORT : address.getPort();
            Optional<String> authorization =
                    Optional.ofNullable(address.getRawUserInfo()).map(HttpProxy::basicAuthorization);
            return Optional.of(new HttpProxy(address.getHost().replace("[", "").replace("]", ""), port, authorization));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A user name without a password has an empty one. */
    private static String basicAuthorization(String rawUserInfo) {
        String[] parts = rawUserInfo.split(":", 2);
        String login = decode(parts[0]) + ":" + (parts.length > 1 ? decode(parts[1]) : "");
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String percentEncoded) {
        return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    InetSocketAddress unresolvedAddress() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** The address without user and password. */
    public String url() {
        return "http://" + this;
    }

    /** Omits user and password, because it may be logged. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
