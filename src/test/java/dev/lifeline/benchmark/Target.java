package dev.lifeline.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * A server that takes Slack's deliveries, in a process of its own.
 *
 * @param endpoint takes slash commands and interactions
 * @param health answers a GET with 200 once the server is ready
 * @param commits the number of durable writes so far
 */
record Target(ChildProcess process, URI endpoint, URI health, LongSupplier commits) implements AutoCloseable {

    /** Blocks until it is ready. */
    void awaitReady() {
        process.awaitReady(this::isReady);
    }

    boolean isReady() {
        try (HttpConnection connection = new HttpConnection(health)) {
            String request = "GET " + health.getPath() + " HTTP/1.1\r\nHost: " + health.getAuthority() + "\r\n\r\n";
            return connection.send(request.getBytes(StandardCharsets.US_ASCII)).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    @Override
    public void close() {
        process.close();
    }
}
