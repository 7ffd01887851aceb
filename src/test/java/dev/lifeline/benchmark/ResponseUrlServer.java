package dev.lifeline.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack's response URLs, one for each command: accepts every answer and counts it. Thread-safe. */
final class ResponseUrlServer implements AutoCloseable {

    private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);
    private static final int THREADS = 8;
    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Map<Integer, LoadRun> runs = new ConcurrentHashMap<>();
    private final AtomicInteger nextRun = new AtomicInteger();
    private boolean hanging;

    private ResponseUrlServer(HttpServer server) {
        this.server = server;
    }

    static ResponseUrlServer start() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            ResponseUrlServer started =
                    new ResponseUrlServer(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), BACKLOG));
            started.server.createContext("/", started::answer);
            started.server.setExecutor(started.threads);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Expects answers to the commands of a run; returns the id of the run in the URLs. */
    int expect(LoadRun run) {
        int id = nextRun.incrementAndGet();
        runs.put(id, run);
        return id;
    }

    URI url(int run, int command) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + run + "/" + command);
    }

    /** From now on, or no longer, requests are accepted and not answered. */
    synchronized void hang(boolean hangs) {
        hanging = hangs;
        notifyAll();
    }

    private synchronized void awaitEndOfHanging() {
        try {
            while (hanging) wait();
        } catch (InterruptedException e) {
            throw ChildProcess.interrupted(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        awaitEndOfHanging();
        String[] path = exchange.getRequestURI().getPath().split("/");
        LoadRun run = runs.get(Integer.valueOf(path[1]));
        if (run != null) run.answered(Integer.parseInt(path[2]));
        try (InputStream body = exchange.getRequestBody();
                OutputStream response = exchange.getResponseBody()) {
            body.readAllBytes();
            exchange.sendResponseHeaders(200, OK.length);
            response.write(OK);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
