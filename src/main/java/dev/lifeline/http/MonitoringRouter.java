package dev.lifeline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.transport.HttpReply;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves health and metrics; leaves every other path to the handlers after it. Reads no body. */
final class MonitoringRouter extends Handler.Abstract {

    private final ObjectMapper json = new ObjectMapper();
    private final HealthChecks healthChecks;
    private final PrometheusMeterRegistry metrics;

    MonitoringRouter(HealthChecks healthChecks, PrometheusMeterRegistry metrics) {
        this.healthChecks = healthChecks;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Optional<HttpReply> reply = reply(Request.getPathInContext(request));
        reply.ifPresent(present -> HttpRouter.write(present, response, callback));
        return reply.isPresent();
    }

    private Optional<HttpReply> reply(String path) throws JsonProcessingException {
        return switch (path) {
            case "/health/live" -> Optional.of(HttpReply.json(200, "{\"live\":true}"));
            case "/health/ready" -> Optional.of(readiness());
            case "/metrics" ->
                Optional.of(new HttpReply(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
            default -> Optional.empty();
        };
    }

    private HttpReply readiness() throws JsonProcessingException {
        Map<String, Boolean> results = healthChecks.runAll();
        boolean ready = results.values().stream().allMatch(Boolean::booleanValue);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("ready", ready));
        body.putAll(results);
        return HttpReply.json(ready ? 200 : 503, json.writeValueAsString(body));
    }
}
