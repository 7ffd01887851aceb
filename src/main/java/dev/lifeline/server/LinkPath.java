package dev.lifeline.server;

import dev.lifeline.access.OwnKey;
import dev.lifeline.command.LinkDesk;
import dev.lifeline.message.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages below {@code /link/}: how a browser asks for them and what it may do with them. Nothing of an address or a body is ever logged,
 * since one is a key to a Slack identity and the other holds one to the account.
 */
final class LinkPath {

    static final String PREFIX = "/link/";

    private static final Logger LOG = LoggerFactory.getLogger(LinkPath.class);

    private static final String STYLE = PREFIX + "page.css";
    /** What a page's confirmation goes to, below the page's own address. */
    private static final String CONFIRM = "/confirm";
    /** A name, a key and their labels stay far below. */
    private static final int BODY_CAP = 4 * 1024;

    private static final int MOST_FIELDS = 8;

    private static final Map<String, String> GUARDS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "X-Robots-Tag",
            "noindex",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    private final LinkDesk desk;

    LinkPath(LinkDesk desk) {
        this.desk = desk;
    }

    void answer(Request request, Response response, Callback callback) throws IOException {
        GUARDS.forEach(response.getHeaders()::put);
        String path = Request.getPathInContext(request);
        if (path.equals(STYLE)) write(response, callback, 200, "text/css; charset=utf-8", style());
        else page(request, path, response, callback);
    }

    private void page(Request request, String path, Response response, Callback callback) throws IOException {
        boolean confirms = path.endsWith(CONFIRM) && path.length() > PREFIX.length() + CONFIRM.length();
        String code = path.substring(PREFIX.length(), path.length() - (confirms ? CONFIRM.length() : 0));
        Optional<Page> page = asked(request, confirms, code);
        if (page.isEmpty()) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, POST");
            write(response, callback, 405, "text/plain; charset=utf-8", "GET or POST\n");
            return;
        }
        write(
                response,
                callback,
                status(page.get()),
                "text/html; charset=utf-8",
                Html.of(page.get(), confirms ? "../" : "", code));
    }

    /** Empty for a method that is none of ours. */
    private Optional<Page> asked(Request request, boolean confirms, String code) throws IOException {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> Optional.of(guarded(() -> desk.show(code)));
            case "POST" -> Optional.of(sent(confirms, code, form(request)));
            default -> Optional.empty();
        };
    }

    private Page sent(boolean confirms, String code, Fields form) {
        if (confirms) return guarded(() -> desk.confirm(code, value(form, "confirmation")));
        OwnKey key = new OwnKey(value(form, "username"), value(form, "key"));
        return guarded(() -> desk.prove(code, key));
    }

    /** Whatever goes wrong, the person learns what to do next. */
    private Page guarded(Supplier<Page> page) {
        try {
            return page.get();
        } catch (RuntimeException fault) {
            LOG.error("A page of a link could not be shown", fault);
            return desk.trouble();
        }
    }

    private static int status(Page page) {
        return switch (page.outcome()) {
            case FINE -> 200;
            case TRY_AGAIN -> 422;
            case OVER -> 410;
        };
    }

    /** What was sent; nothing where it is longer than it can be, or no form. */
    private static Fields form(Request request) throws IOException {
        Fields fields = new Fields();
        byte[] sent = SentBody.upTo(BODY_CAP, request).orElse(new byte[0]);
        try (InputStream body = new ByteArrayInputStream(sent)) {
            UrlEncoded.decodeUtf8To(body, fields, BODY_CAP, MOST_FIELDS);
            return fields;
        } catch (IllegalStateException | IllegalArgumentException noForm) {
            return new Fields();
        }
    }

    private static String value(Fields form, String name) {
        return Optional.ofNullable(form.getValue(name)).orElse("");
    }

    private static String style() throws IOException {
        try (InputStream css = LinkPath.class.getResourceAsStream("page.css")) {
            if (css == null) throw new IOException("page.css is not in the jar");
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
