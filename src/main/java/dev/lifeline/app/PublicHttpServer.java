package dev.lifeline.app;

import dev.lifeline.config.Settings;
import dev.lifeline.http.BotHttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The HTTP server of the bot, which publishes its URL once the port is known.
 *
 * @param publicUrl where people reach the bot's pages; final when {@link #start} returns
 */
record PublicHttpServer(BotHttpServer server, Settings.ServiceScope scope, AtomicReference<URI> publicUrl)
        implements AutoCloseable {

    /** @throws IOException when it cannot listen */
    void start() throws IOException {
        server.start();
        publicUrl.set(scope.publicUrl(server.port()));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
