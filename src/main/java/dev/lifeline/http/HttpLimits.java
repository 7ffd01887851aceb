package dev.lifeline.http;

import java.time.Duration;

/**
 * What the HTTP server accepts from clients that it does not know.
 *
 * @param connections open connections, all clients together
 * @param connectionsPerAddress open connections of one client address; a reverse proxy is one address
 * @param bufferedBytes bytes of request bodies in memory, all requests together; from half of them on incomplete requests
 *     are given up
 * @param requestTime from the opening of a connection, or the end of the response before, until a request has arrived whole
 */
record HttpLimits(int connections, int connectionsPerAddress, long bufferedBytes, Duration requestTime) {

    static final HttpLimits DEFAULT = new HttpLimits(1_000, 256, 32L << 20, Duration.ofSeconds(30));

    HttpLimits {
        if (connections < 1 || connectionsPerAddress < 1 || bufferedBytes < 1)
            throw new IllegalArgumentException("a limit is at least 1");
        if (requestTime.isZero() || requestTime.isNegative())
            throw new IllegalArgumentException("the time for a request is more than zero");
    }
}
