package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stands between the bot and a PostgreSQL server: the answer to each commit can be held back for some time, and everything for as long as
 * the server seems to stand still. Thread-safe.
 */
final class DatabaseProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int BACKLOG = 64;

    /**
     * {@code ReadyForQuery} ends the answer to each command and tells whether the session is in a transaction
     * (https://www.postgresql.org/docs/current/protocol-message-formats.html).
     */
    private static final byte[] READY_IN_TRANSACTION = {'Z', 0, 0, 0, 5, 'T'};

    private static final byte[] READY_IDLE = {'Z', 0, 0, 0, 5, 'I'};

    private final ServerSocket listener;
    private final URI server;
    private final List<Socket> sockets = new ArrayList<>();
    private volatile long commitMillis;
    private boolean standingStill;

    /** @param databaseUrl JDBC URL of the server */
    DatabaseProxy(String databaseUrl) {
        this.server = URI.create(databaseUrl.substring("jdbc:".length()));
        try {
            this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The same database through this proxy. */
    String url(String databaseUrl) {
        return databaseUrl.replace(server.getRawAuthority(), "127.0.0.1:" + listener.getLocalPort());
    }

    /** From now on each commit takes so much longer. */
    void delayCommits(long millis) {
        commitMillis = millis;
    }

    /** From now on, or no longer, nothing arrives on either side. */
    synchronized void standStill(boolean still) {
        standingStill = still;
        notifyAll();
    }

    private synchronized void awaitMovement() {
        try {
            while (standingStill) wait();
        } catch (InterruptedException e) {
            throw ChildProcess.interrupted(e);
        }
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
        Socket upstream = new Socket(server.getHost(), server.getPort());
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        synchronized (this) {
            sockets.addAll(List.of(client, upstream));
        }
        start(() -> pump(client, upstream, false));
        start(() -> pump(upstream, client, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER_BYTES];
        boolean inTransaction = false;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitMovement();
                if (answers && inTransaction && endsWith(READY_IDLE, buffer, read)) ChildProcess.pause(commitMillis);
                if (answers) inTransaction = endsWith(READY_IN_TRANSACTION, buffer, read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // ended by either side
        }
    }

    private static boolean endsWith(byte[] ending, byte[] buffer, int length) {
        return length >= ending.length
                && Arrays.equals(buffer, length - ending.length, length, ending, 0, ending.length);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        standStill(false);
        try {
            listener.close();
            for (Socket socket : sockets) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
