package dev.lifeline.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept alive and carries one request at a time. Far cheaper than a client library, so that the load
 * generator leaves the processors to what it measures. Not thread-safe.
 */
final class HttpConnection implements AutoCloseable {

    private static final int RESPONSE_TIMEOUT_MILLIS = 30_000;
    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;

    /** @param body as received, empty where there is none */
    record Response(int status, String body) {}

    private final URI target;
    private @Nullable Socket socket;
    private InputStream input = InputStream.nullInputStream();

    HttpConnection(URI target) {
        this.target = target;
    }

    /** Connects, unless connected. */
    Socket connect() throws IOException {
        Socket open = socket;
        if (open != null) return open;
        Socket created = new Socket();
        created.connect(new InetSocketAddress(target.getHost(), target.getPort()), CONNECT_TIMEOUT_MILLIS);
        created.setTcpNoDelay(true);
        created.setSoTimeout(RESPONSE_TIMEOUT_MILLIS);
        input = new BufferedInputStream(created.getInputStream());
        socket = created;
        return created;
    }

    /** Sends a request and blocks for its response. After a failure the next request goes on a new connection. */
    Response send(byte[] request) throws IOException {
        try {
            connect().getOutputStream().write(request);
            return readResponse();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Response readResponse() throws IOException {
        int status = Integer.parseInt(readLine().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
            closes |= header.startsWith("connection:") && header.contains("close");
        }
        String body = chunked ? readChunks() : readText(length);
        if (closes) close();
        return new Response(status, body);
    }

    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = readChunkSize(); size > 0; size = readChunkSize()) {
            body.append(readText(size));
            readLine();
        }
        readLine();
        return body.toString();
    }

    private int readChunkSize() throws IOException {
        return Integer.parseInt(readLine().strip(), 16);
    }

    private String readText(int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the response ends early");
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) throw new EOFException("the connection was closed");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) open.close();
    }
}
