package dev.lifeline.http;

import dev.lifeline.transport.HttpReply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Routes requests by path, but for health and metrics. A path that is not served answers 404. */
final class HttpRouter extends Handler.Abstract {

    private static final String SLACK_PATH = "/slack/events";

    /** Maximum size of a body for Slack's endpoint; Slack's own requests stay far below. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private final Optional<SlackEndpoint> slackEndpoint;
    private final Optional<LinkPageRoute> linkPages;
    private final Optional<InstallRoute> installation;

    HttpRouter(Endpoints endpoints) {
        this.slackEndpoint = endpoints.slack();
        this.linkPages = endpoints.linkPages().map(LinkPageRoute::new);
        this.installation = endpoints.installation().map(InstallRoute::new);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (linkPages.isPresent() && path.startsWith(LinkPageRoute.PATH_PREFIX)) {
            linkPages.get().handle(request, response, callback);
            return true;
        }
        if (installation.isPresent() && InstallRoute.serves(path))
            installation.get().handle(request, response, callback);
        else route(request, path, response, callback);
        return true;
    }

    private void route(Request request, String path, Response response, Callback callback) {
        HttpReply reply = path.equals(SLACK_PATH)
                ? handleSlackRequest(request)
                : HttpReply.json(404, "{\"error\":\"nothing is here\"}");
        write(reply, response, callback);
    }

    static void write(HttpReply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        response.write(true, ByteBuffer.wrap(reply.body().getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** The longest body that the request's path takes, in bytes. */
    static int maxBodyBytes(Request request) {
        String path = Request.getPathInContext(request);
        if (path.equals(SLACK_PATH)) return MAX_BODY_BYTES;
        return path.startsWith(LinkPageRoute.PATH_PREFIX) ? LinkPageRoute.MAX_BODY_BYTES : 0;
    }

    private HttpReply handleSlackRequest(Request request) {
        if (slackEndpoint.isEmpty()) return HttpReply.json(404, "{\"error\":\"HTTP mode is off\"}");
        if (!"POST".equals(request.getMethod())) return HttpReply.json(405, "{\"error\":\"post here\"}");
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders())
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        Optional<byte[]> body = RequestBodyReader.read(request);
        if (body.isEmpty()) return HttpReply.json(413, "{\"error\":\"too large\"}");
        return slackEndpoint.get().handle(headers, body.get());
    }
}
