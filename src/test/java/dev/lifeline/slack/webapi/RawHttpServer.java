package dev.lifeline.slack.webapi;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server down to its sockets, which does with its connections what servers and what stands before them do. A test sees how many
 * connections were opened and how many requests arrived.
 */
final class RawHttpServer implements AutoCloseable {

    /** What it does with one request, in the order in which requests arrive. */
    enum Act {
        ANSWER,
        ANSWER_408,
        ANSWER_421,
        ANSWER_503_COME_BACK_AT_ONCE,
        ANSWER_429,
        CLOSE_UNANSWERED,
        RESET_IN_THE_BODY
    }

    private static final String OK_BODY = "{\"ok\":true,\"ts\":\"1.1\"}";

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Act> acts = new ArrayDeque<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    RawHttpServer() {
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI url(String path) {
        return URI.create("http://localhost:" + server.getLocalPort() + path);
    }

    /** What it does with the next requests; afterwards it answers. */
    void next(Act... next) {
        synchronized (acts) {
            acts.addAll(Arrays.asList(next));
        }
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    /** Closes every connection, as a server does with idle ones. */
    void closeConnections() {
        open.forEach(RawHttpServer::close);
        open.clear();
    }

    /** Says 408 on every idle connection and leaves it open, as some load balancers do for a moment. */
    void writeUnasked408() {
        open.forEach(socket -> {
            try {
                write(socket, response("408 Request Timeout", "", ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream input = new BufferedInputStream(socket.getInputStream());
            while (readRequest(input)) {
                requests.incrementAndGet();
                act(socket);
            }
        } catch (IOException e) {
            // closed by either side
        }
    }

    private void act(Socket socket) throws IOException {
        switch (nextAct()) {
            case ANSWER -> write(socket, response("200 OK", "", OK_BODY));
            case ANSWER_408 -> write(socket, response("408 Request Timeout", "", ""));
            case ANSWER_421 -> write(socket, response("421 Misdirected Request", "", ""));
            case ANSWER_503_COME_BACK_AT_ONCE ->
                write(socket, response("503 Service Unavailable", "Retry-After: 0\r\n", ""));
            case ANSWER_429 -> write(socket, response("429 Too Many Requests", "Retry-After: 7\r\n", "{}"));
            case CLOSE_UNANSWERED -> socket.close();
            case RESET_IN_THE_BODY -> {
                write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"ok\":true");
                socket.setSoLinger(true, 0);
                socket.close();
            }
        }
    }

    private Act nextAct() {
        synchronized (acts) {
            return acts.isEmpty() ? Act.ANSWER : acts.remove();
        }
    }

    private static String response(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream output = socket.getOutputStream();
        output.write(text.getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    private static boolean readRequest(InputStream input) throws IOException {
        int length = 0;
        String line = readLine(input);
        if (line.isEmpty()) return false;
        while (!line.isEmpty()) {
            if (line.startsWith("Content-Length: ")) length = Integer.parseInt(line.substring(16));
            line = readLine(input);
        }
        return input.readNBytes(length).length == length;
    }

    /** Empty at the end too. */
    private static String readLine(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next >= 0 && next != '\n'; next = input.read())
            if (next != '\r') line.append((char) next);
        return line.toString();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on nobody listens at its port. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeConnections();
        threads.shutdownNow();
    }
}
