package dev.lifeline.sandbox.web;

import java.io.ByteArrayOutputStream;
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

/** Which route answers which path? Longest prefix wins; a route added for {@code /a} answers {@code /a/b} too. */
public final class Routes extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final int BODY_CAP = 4 * 1024 * 1024;

    private final Map<String, Route> byPrefix = new LinkedHashMap<>();

    /** Adds a route for a path and all below it. Call before the server starts. */
    public Routes at(String prefix, Route route) {
        byPrefix.put(prefix, route);
        return this;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Route> route = routeOf(Request.getPathInContext(request));
        if (route.isEmpty()) return false;
        byte[] body = read(request);
        if (body.length > BODY_CAP) {
            send(Answer.text(HttpStatus.PAYLOAD_TOO_LARGE_413, "body over 4 MiB"), request, response, callback);
            return true;
        }
        send(answer(route.get(), call(request, body)), request, response, callback);
        return true;
    }

    private Optional<Route> routeOf(String path) {
        return byPrefix.keySet().stream()
                .filter(prefix -> covers(prefix, path))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .map(byPrefix::get);
    }

    private static boolean covers(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    private static byte[] read(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            return in.readNBytes(BODY_CAP + 1);
        }
    }

    private static Call call(Request request, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders())
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        return new Call(request.getMethod(), Request.getPathInContext(request), headers, Call.decode(query), body);
    }

    private static Answer answer(Route route, Call call) {
        try {
            return route.answer(call);
        } catch (Exception broken) {
            LOG.error("{} {} failed in the stand-in", call.method(), call.path(), broken);
            return Answer.text(HttpStatus.INTERNAL_SERVER_ERROR_500, "the stand-in failed: " + broken);
        }
    }

    private static void send(Answer answer, Request request, Response response, Callback callback)
            throws InterruptedException, IOException {
        if (answer instanceof Answer.Whole whole) {
            begin(response, whole.status(), whole.headers());
            response.write(true, ByteBuffer.wrap(whole.body()), callback);
        } else if (answer instanceof Answer.Streamed streamed) {
            begin(response, streamed.status(), streamed.headers());
            stream(streamed, response, callback);
        } else {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("dropped on request"));
        }
    }

    private static void begin(Response response, int status, Map<String, String> headers) {
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
    }

    private static void stream(Answer.Streamed streamed, Response response, Callback callback)
            throws InterruptedException {
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            streamed.writer().writeTo(out);
            callback.succeeded();
        } catch (IOException clientGone) {
            callback.failed(clientGone);
        }
    }

    /** The bytes of a resource beside a class, such as a page. */
    public static byte[] resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException("no resource " + name);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toByteArray();
        } catch (IOException unreadable) {
            throw new IllegalStateException("resource " + name + " is unreadable", unreadable);
        }
    }
}
