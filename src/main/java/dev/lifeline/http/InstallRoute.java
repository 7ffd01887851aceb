package dev.lifeline.http;

import dev.lifeline.message.model.Page;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /slack/install}, which leads to Slack, and {@code /slack/oauth_redirect}, to which Slack leads back. Queries and cookies are
 * never logged: they hold codes.
 */
final class InstallRoute {

    private static final Logger LOG = LoggerFactory.getLogger(InstallRoute.class);

    private static final String BEGIN_PATH = "/slack/install";
    private static final String RETURN_PATH = "/slack/oauth_redirect";
    private static final String COOKIE = "lifeline_install";
    private static final int COOKIE_SECONDS = 600;

    /** The stylesheet of the link pages, as seen from these. */
    private static final String STYLESHEET_FOLDER = "../link/";

    private final InstallEndpoint endpoint;

    InstallRoute(InstallEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    static boolean serves(String path) {
        return path.equals(BEGIN_PATH) || path.equals(RETURN_PATH);
    }

    void handle(Request request, Response response, Callback callback) {
        PageHeaders.addTo(response);
        if (!request.getMethod().equals("GET")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET");
            LinkPageRoute.writeResponse(response, callback, 405, "text/plain; charset=utf-8", "GET\n");
        } else if (Request.getPathInContext(request).equals(BEGIN_PATH)) begin(request, response, callback);
        else write(response, callback, orFailed(request, () -> finish(request)));
    }

    private void begin(Request request, Response response, Callback callback) {
        Locale locale = LinkPageRoute.language(request);
        try {
            Optional<InstallEndpoint.Beginning> beginning = endpoint.begin();
            if (beginning.isPresent()) redirect(beginning.get(), response, callback);
            else write(response, callback, endpoint.busy(locale));
        } catch (RuntimeException e) {
            LOG.error("Installation not begun", e);
            write(response, callback, endpoint.failed(locale));
        }
    }

    /** The cookie comes back on a link from Slack's page, and to the one page that reads it. */
    private static void redirect(InstallEndpoint.Beginning beginning, Response response, Callback callback) {
        URI returnUrl = beginning.returnUrl();
        Response.addCookie(
                response,
                HttpCookie.build(COOKIE, beginning.browser())
                        .path(returnUrl.getPath())
                        .maxAge(COOKIE_SECONDS)
                        .httpOnly(true)
                        .secure("https".equals(returnUrl.getScheme()))
                        .sameSite(HttpCookie.SameSite.LAX)
                        .build());
        response.setStatus(302);
        response.getHeaders().put(HttpHeader.LOCATION, beginning.redirect().toString());
        response.write(true, ByteBuffer.allocate(0), callback);
    }

    private Page finish(Request request) {
        Fields query = Request.extractQueryParameters(request);
        String browser = Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return endpoint.finish(
                name -> Optional.ofNullable(query.getValue(name)).orElse(""), browser, LinkPageRoute.language(request));
    }

    private Page orFailed(Request request, Supplier<Page> page) {
        try {
            return page.get();
        } catch (RuntimeException e) {
            LOG.error("Installation not finished", e);
            return endpoint.failed(LinkPageRoute.language(request));
        }
    }

    private static void write(Response response, Callback callback, Page page) {
        LinkPageRoute.writeResponse(
                response,
                callback,
                LinkPageRoute.status(page),
                "text/html; charset=utf-8",
                HtmlRenderer.render(page, STYLESHEET_FOLDER, ""));
    }
}
