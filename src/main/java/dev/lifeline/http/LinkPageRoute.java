package dev.lifeline.http;

import dev.lifeline.access.UserApiKey;
import dev.lifeline.handler.link.LinkPageHandler;
import dev.lifeline.message.model.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
 * Serves the pages below {@code /link/}. URLs and bodies are never logged: the URL holds the link token, the body an API key
 * (promise P6).
 */
final class LinkPageRoute {

    static final String PATH_PREFIX = "/link/";

    private static final Logger LOG = LoggerFactory.getLogger(LinkPageRoute.class);

    private static final String STYLESHEET_PATH = PATH_PREFIX + "page.css";
    /** Path suffix of a confirmation. */
    private static final String CONFIRM_SUFFIX = "/confirm";
    /** Maximum size of a body; a user name, a key and their labels stay far below. */
    static final int MAX_BODY_BYTES = 4 * 1024;

    private static final int MAX_FIELDS = 8;

    private final LinkPageHandler handler;

    LinkPageRoute(LinkPageHandler handler) {
        this.handler = handler;
    }

    void handle(Request request, Response response, Callback callback) throws IOException {
        PageHeaders.addTo(response);
        String path = Request.getPathInContext(request);
        if (path.equals(STYLESHEET_PATH))
            writeResponse(response, callback, 200, "text/css; charset=utf-8", readStylesheet());
        else servePage(request, path, response, callback);
    }

    private void servePage(Request request, String path, Response response, Callback callback) throws IOException {
        boolean isConfirmation =
                path.endsWith(CONFIRM_SUFFIX) && path.length() > PATH_PREFIX.length() + CONFIRM_SUFFIX.length();
        String code =
                path.substring(PATH_PREFIX.length(), path.length() - (isConfirmation ? CONFIRM_SUFFIX.length() : 0));
        Optional<Page> page = pageFor(request, isConfirmation, code);
        if (page.isEmpty()) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, POST");
            writeResponse(response, callback, 405, "text/plain; charset=utf-8", "GET or POST\n");
            return;
        }
        writeResponse(
                response,
                callback,
                status(page.get()),
                "text/html; charset=utf-8",
                HtmlRenderer.render(page.get(), isConfirmation ? "../" : "", code));
    }

    /** The page; empty for a method that is not supported. */
    private Optional<Page> pageFor(Request request, boolean isConfirmation, String code) throws IOException {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> Optional.of(orErrorPage(request, () -> handler.show(code, language(request))));
            case "POST" -> Optional.of(handlePost(isConfirmation, code, request));
            default -> Optional.empty();
        };
    }

    private Page handlePost(boolean isConfirmation, String code, Request request) throws IOException {
        Fields form = readForm(request);
        Locale language = language(request);
        if (isConfirmation)
            return orErrorPage(request, () -> handler.confirm(code, fieldValue(form, "confirmation"), language));
        UserApiKey key = new UserApiKey(fieldValue(form, "username"), fieldValue(form, "key"));
        return orErrorPage(
                request, () -> handler.submitKey(code, key, ConnectionGuard.clientAddress(request), language));
    }

    /** Shows the error page after an unexpected failure, so that the person learns what to do next. */
    private Page orErrorPage(Request request, Supplier<Page> page) {
        try {
            return page.get();
        } catch (RuntimeException e) {
            LOG.error("Link page failed", e);
            return handler.internalError(language(request));
        }
    }

    /** The language that the browser prefers; English where it names none. */
    static Locale language(Request request) {
        return request.getHeaders().contains(HttpHeader.ACCEPT_LANGUAGE)
                ? Request.getLocales(request).get(0)
                : Locale.ENGLISH;
    }

    static int status(Page page) {
        return switch (page.outcome()) {
            case OK -> 200;
            case INVALID_INPUT -> 422;
            case GONE -> 410;
            case LIMITED -> 429;
        };
    }

    /** The form's fields; none where the body is too long or no form. */
    private static Fields readForm(Request request) throws IOException {
        Fields fields = new Fields();
        byte[] sent = RequestBodyReader.read(request).orElse(new byte[0]);
        try (InputStream body = new ByteArrayInputStream(sent)) {
            UrlEncoded.decodeUtf8To(body, fields, MAX_BODY_BYTES, MAX_FIELDS);
            return fields;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return new Fields();
        }
    }

    private static String fieldValue(Fields form, String name) {
        return Optional.ofNullable(form.getValue(name)).orElse("");
    }

    private static String readStylesheet() throws IOException {
        try (InputStream css = LinkPageRoute.class.getResourceAsStream("page.css")) {
            if (css == null) throw new IOException("page.css is not in the jar");
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void writeResponse(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
