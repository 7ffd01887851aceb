package dev.lifeline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.transport.HttpReply;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
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

/** Routes requests by path. A path that is not served answers 404. */
final class HttpRouter extends Handler.Abstract {

    /** Maximum size of a body for Slack's endpoint; Slack's own requests stay far below. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private final ObjectMapper json = new ObjectMapper();
    private final HealthChecks healthChecks;
    private final PrometheusMeterRegistry metrics;
    private final Optional<SlackEndpoint> slackEndpoint;
    private final Optional<LinkPageRoute> linkPages;

    HttpRouter(HealthChecks healthChecks, PrometheusMeterRegistry metrics, Endpoints endpoints) {
        this.healthChecks = healthChecks;
        this.metrics = metrics;
        this.slackEndpoint = endpoints.slack();
        this.linkPages = endpoints.linkPages().map(LinkPageRoute::new);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (linkPages.isPresent() && path.startsWith(LinkPageRoute.PATH_PREFIX)) {
            linkPages.get().handle(request, response, callback);
            return true;
        }
        route(request, path, response, callback);
        return true;
    }

    private void route(Request request, String path, Response response, Callback callback) throws IOException {
        HttpReply reply = switch (path) {
            case "/health/live" -> HttpReply.json(200, "{\"live\":true}");
            case "/health/ready" -> readiness();
            case "/metrics" -> new HttpReply(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
            case "/slack/events" -> handleSlackRequest(request);
            default -> HttpReply.json(404, "{\"error\":\"nothing is here\"}");
        };
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        response.write(true, ByteBuffer.wrap(reply.body().getBytes(StandardCharsets.UTF_8)), callback);
    }

    private HttpReply readiness() throws JsonProcessingException {
        Map<String, Boolean> results = healthChecks.runAll();
        boolean ready = results.values().stream().allMatch(Boolean::booleanValue);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("ready", ready));
        body.putAll(results);
        return HttpReply.json(ready ? 200 : 503, json.writeValueAsString(body));
    }

    private HttpReply handleSlackRequest(Request request) throws IOException {
        if (slackEndpoint.isEmpty()) return HttpReply.json(404, "{\"error\":\"HTTP mode is off\"}");
        if (!"POST".equals(request.getMethod())) return HttpReply.json(405, "{\"error\":\"post here\"}");
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders())
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        Optional<byte[]> body = RequestBodyReader.read(MAX_BODY_BYTES, request);
        if (body.isEmpty()) return HttpReply.json(413, "{\"error\":\"too large\"}");
        return slackEndpoint.get().handle(headers, body.get());
    }
}
