package dev.lifeline.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Which path answers what? */
final class Paths extends Handler.Abstract {

    /** Slack's own requests stay far below; whatever is larger is not read to its end. */
    private static final int BODY_CAP = 1024 * 1024;

    private static final String JSON = "application/json; charset=utf-8";

    private final ObjectMapper json = new ObjectMapper();
    private final Health health;
    private final PrometheusMeterRegistry metrics;
    private final Optional<Posted> slack;
    private final Optional<LinkPath> links;

    Paths(Health health, PrometheusMeterRegistry metrics, Endpoints endpoints) {
        this.health = health;
        this.metrics = metrics;
        this.slack = endpoints.slack();
        this.links = endpoints.links().map(LinkPath::new);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (links.isPresent() && path.startsWith(LinkPath.PREFIX)) {
            links.get().answer(request, response, callback);
            return true;
        }
        reply(request, path, response, callback);
        return true;
    }

    private void reply(Request request, String path, Response response, Callback callback) throws IOException {
        Posted.Reply reply = switch (path) {
            case "/health/live" -> new Posted.Reply(200, JSON, "{\"live\":true}");
            case "/health/ready" -> ready();
            case "/metrics" -> new Posted.Reply(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape());
            case "/slack/events" -> posted(request);
            default -> new Posted.Reply(404, JSON, "{\"error\":\"nothing is here\"}");
        };
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        response.write(true, ByteBuffer.wrap(reply.body().getBytes(StandardCharsets.UTF_8)), callback);
    }

    private Posted.Reply ready() throws JsonProcessingException {
        Map<String, Boolean> parts = health.look();
        boolean ready = parts.values().stream().allMatch(Boolean::booleanValue);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("ready", ready));
        body.putAll(parts);
        return new Posted.Reply(ready ? 200 : 503, JSON, json.writeValueAsString(body));
    }

    private Posted.Reply posted(Request request) throws IOException {
        if (slack.isEmpty()) return new Posted.Reply(404, JSON, "{\"error\":\"HTTP mode is off\"}");
        if (!"POST".equals(request.getMethod())) return new Posted.Reply(405, JSON, "{\"error\":\"post here\"}");
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders())
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        Optional<byte[]> body = SentBody.upTo(BODY_CAP, request);
        if (body.isEmpty()) return new Posted.Reply(413, JSON, "{\"error\":\"too large\"}");
        return slack.get().answer(headers, body.get());
    }
}
