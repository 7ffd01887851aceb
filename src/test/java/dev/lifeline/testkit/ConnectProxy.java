package dev.lifeline.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * An HTTP proxy that takes every host for this machine: {@code CONNECT} opens a tunnel, a request of http is passed on over a connection of
 * its own. May ask for a login, or let nothing through. Thread-safe.
 */
public final class ConnectProxy implements AutoCloseable {

    /**
     * What was asked of it.
     *
     * @param target {@code HOST:PORT} of a tunnel, else the whole address
     */
    public record Passage(String method, String target) {}

    private final ServerSocket listening;
    private final Optional<String> authorization;
    private final Optional<String> refusal;
    private final List<Passage> passages = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ConnectProxy(Optional<String> authorization, Optional<String> refusal) throws IOException {
        this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.authorization = authorization;
        this.refusal = refusal;
        threads.execute(this::accept);
    }

    /** Without a login. */
    public static ConnectProxy open() throws IOException {
        return new ConnectProxy(Optional.empty(), Optional.empty());
    }

    /** Asks for a login. */
    public static ConnectProxy requiring(String user, String password) throws IOException {
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new ConnectProxy(Optional.of("Basic " + login), Optional.empty());
    }

    /** Answers everything with this status, such as {@code 403 Forbidden}. */
    public static ConnectProxy refusing(String status) throws IOException {
        return new ConnectProxy(Optional.empty(), Optional.of(status));
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What it let through. */
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String[] head = readHead(in).split("\r\n");
            String[] start = head[0].split(" ");
            Optional<String> status = refusal.or(() -> problem(head));
            if (status.isPresent()) {
                write(client, "HTTP/1.1 " + status.get() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                return;
            }
            passages.add(new Passage(start[0], start[1]));
            pass(client, in, head, start);
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private Optional<String> problem(String[] head) {
        boolean authorized = authorization.isEmpty()
                || Stream.of(head).anyMatch(("Proxy-Authorization: " + authorization.get())::equalsIgnoreCase);
        return authorized
                ? Optional.empty()
                : Optional.of("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"");
    }

    private void pass(Socket client, InputStream in, String[] head, String[] start) throws IOException {
        boolean tunnel = start[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "http://" + start[1] : start[1]);
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            sockets.add(server);
            if (tunnel) write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            else write(server, forwardedHead(head, start, target));
            threads.execute(() -> copy(in, server));
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static String forwardedHead(String[] head, String[] start, URI target) {
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        StringBuilder forwarded = new StringBuilder(start[0] + " " + target.getRawPath() + query + " HTTP/1.1\r\n");
        Stream.of(head)
                .skip(1)
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(proxy-|connection:).*"))
                .forEach(line -> forwarded.append(line).append("\r\n"));
        return forwarded.append("Connection: close\r\n\r\n").toString();
    }

    private static void copy(InputStream in, Socket server) {
        try {
            in.transferTo(server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read == -1) throw new IOException("the client has gone");
            head.write(read);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void write(Socket to, String text) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) socket.close();
        threads.shutdownNow();
    }
}
