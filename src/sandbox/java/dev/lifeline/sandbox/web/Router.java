package dev.lifeline.sandbox.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches requests by path; the longest prefix wins. A route added for {@code /a} answers {@code /a/b} too. Bodies over 4
 * MiB are refused with 413.
 */
public final class Router extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private final Map<String, Route> routesByPrefix = new LinkedHashMap<>();

    /** Adds a route for a path and everything below it. Call before the server starts. */
    public Router addRoute(String prefix, Route route) {
        routesByPrefix.put(prefix, route);
        return this;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Route> route = findRoute(Request.getPathInContext(request));
        if (route.isEmpty()) return false;
        byte[] body = readBody(request);
        if (body.length > MAX_BODY_BYTES) {
            send(HttpResponse.text(HttpStatus.PAYLOAD_TOO_LARGE_413, "body over 4 MiB"), request, response, callback);
            return true;
        }
        send(invoke(route.get(), toHttpRequest(request, body)), request, response, callback);
        return true;
    }

    private Optional<Route> findRoute(String path) {
        return routesByPrefix.keySet().stream()
                .filter(prefix -> matchesPrefix(prefix, path))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .map(routesByPrefix::get);
    }

    private static boolean matchesPrefix(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    private static byte[] readBody(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(MAX_BODY_BYTES + 1);
        }
    }

    private static HttpRequest toHttpRequest(Request request, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders())
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        return new HttpRequest(request.getMethod(), Request.getPathInContext(request), headers, HttpRequest.parseFormEncoded(query), body);
    }

    private static HttpResponse invoke(Route route, HttpRequest httpRequest) {
        try {
            return route.handle(httpRequest);
        } catch (Exception e) {
            LOG.error("Fake server failed on {} {}", httpRequest.method(), httpRequest.path(), e);
            return HttpResponse.text(HttpStatus.INTERNAL_SERVER_ERROR_500, "the fake server failed: " + e);
        }
    }

    private static void send(HttpResponse httpResponse, Request request, Response response, Callback callback)
            throws InterruptedException, IOException {
        if (httpResponse instanceof HttpResponse.Buffered buffered) {
            writeHead(response, buffered.status(), buffered.headers());
            response.write(true, ByteBuffer.wrap(buffered.body()), callback);
        } else if (httpResponse instanceof HttpResponse.Streaming streaming) {
            writeHead(response, streaming.status(), streaming.headers());
            writeStream(streaming, response, callback);
        } else {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("dropped by an injected fault"));
        }
    }

    private static void writeHead(Response response, int status, Map<String, String> headers) {
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
    }

    private static void writeStream(HttpResponse.Streaming streaming, Response response, Callback callback)
            throws InterruptedException {
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            streaming.writer().writeTo(out);
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
    }
}
