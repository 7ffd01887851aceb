package dev.lifeline.transport;

import java.io.IOException;
import java.util.Optional;

/** The HTTP proxy let no connection through; its message says what to do about it, without user and password. */
public final class ProxyException extends IOException {

    private static final long serialVersionUID = 1L;

    private ProxyException(String message) {
        super(message);
    }

    static ProxyException unauthorized(HttpProxy proxy) {
        return new ProxyException(
                "the proxy " + proxy + " asks for another user and password (HTTP 407): give them in HTTPS_PROXY, as "
                        + "http://USER:PASSWORD@" + proxy);
    }

    static ProxyException refused(HttpProxy proxy, String host, String status) {
        return new ProxyException("the proxy " + proxy + " lets nothing through to " + host + " (HTTP " + status
                + "): have it allowed there, or name the host in NO_PROXY");
    }

    static ProxyException unreachable(HttpProxy proxy) {
        return new ProxyException("the proxy " + proxy + " cannot be reached: check HTTPS_PROXY");
    }

    /** The failure of the proxy that caused this one. */
    public static Optional<ProxyException> causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ProxyException proxyException) return Optional.of(proxyException);
        return Optional.empty();
    }
}
