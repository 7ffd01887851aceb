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
        /** Connections that were there stay and carry nothing ever again; new ones work, as after a failover of the address. */
        STALE,
        /** What is sent arrives once the line works again, in order, as over a line that stalls. */
        STALLED,
        /** Connections end, and none is accepted. */
        CUT
    }

    private final ServerSocket listener;
    private final URI server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> staleSockets = ConcurrentHashMap.newKeySet();
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
        boolean ends = next == State.CUT || (next == State.WORKING && state == State.SILENT);
        synchronized (this) {
            if (next == State.STALE) staleSockets.addAll(sockets);
            state = next;
            notifyAll();
        }
        if (ends) closeSockets();
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
        try (from) {
            copy(from, to);
        } catch (IOException e) {
            // ended by either side
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!staleSockets.contains(from)) close(to); // else the other side never hears of it
    }

    private void copy(Socket from, Socket to) throws IOException, InterruptedException {
        byte[] buffer = new byte[16 * 1024];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
            if (arrives(from)) out.write(buffer, 0, read);
    }

    /** Whether what was sent reaches the other side; waits while the line stalls. */
    private synchronized boolean arrives(Socket from) throws InterruptedException {
        while (state == State.STALLED) wait();
        return state != State.SILENT && !staleSockets.contains(from);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "database-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void closeSockets() {
        sockets.forEach(DatabaseLine::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed all the same
        }
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
