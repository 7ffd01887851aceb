package dev.lifeline.http;

import java.util.Optional;

/**
 * Where the HTTP server listens.
 *
 * @param port 0 takes a free one
 * @param healthPort port of health and metrics alone, 0 for a free one; empty to serve them at {@code port}, on threads that
 *     are kept for them
 */
public record ListenAddress(String host, int port, Optional<Integer> healthPort) {}
