package dev.lifeline.http;

import java.util.Optional;

/**
 * Where the HTTP server listens.
 *
 * @param port 0 takes a free one
 * @param healthPort port of health and metrics alone, 0 for a free one; empty to serve them at {@code port}, on threads that
 *     are kept for them
 */
public record ListenAddress(String host, int port, Optional<Integer> healthPort) {

    /** The host to connect to where a server listens on this one: every address of the machine is no address to connect to. */
    public static String toConnect(String listenHost) {
        if (listenHost.equals("0.0.0.0")) return "127.0.0.1";
        if (listenHost.equals("::") || listenHost.equals("[::]")) return "[::1]";
        return listenHost.contains(":") && !listenHost.startsWith("[") ? "[" + listenHost + "]" : listenHost;
    }
}
