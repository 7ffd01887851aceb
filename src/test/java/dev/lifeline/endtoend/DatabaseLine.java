package dev.lifeline.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between the bot and its database server: it can fall silent, be cut, and work again. */
final class DatabaseLine implements AutoCloseable {

    /** What happens to what is sent. */
    enum State {
        WORKING,
        /** Connections stay and are accepted, and nothing arrives any more. */
        SILENT,
        /** Connections end, and none is accepted. */
        CUT
    }

    private final ServerSocket listener;
    private final URI server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WORKING;

    /** @param databaseUrl JDBC URL of the server */
    DatabaseLine(String databaseUrl) {
        this.server = URI.create(databaseUrl.substring("jdbc:".length()));
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The same database through this line. */
    String url(String databaseUrl) {
        return databaseUrl.replace(server.getRawAuthority(), "127.0.0.1:" + listener.getLocalPort());
    }

    void set(State next) {
        state = next;
        if (next != State.SILENT) closeSockets();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // of one connection, or the end
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (state == State.CUT) {
            client.close();
            return;
        }
        Socket upstream = new Socket(server.getHost(), server.getPort());
        sockets.add(client);
        sockets.add(upstream);
        start(() -> pump(client, upstream));
        start(() -> pump(upstream, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
                if (state != State.SILENT) out.write(buffer, 0, read);
        } catch (IOException e) {
            // ended by either side
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "database-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeSockets() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // closed all the same
            }
        }
        sockets.clear();
    }

    @Override
    public void close() {
        set(State.CUT);
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
