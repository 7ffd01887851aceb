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
            case "/health/live" -> Optional.of(reply("live", healthChecks.liveness()));
            case "/health/ready" -> Optional.of(reply("ready", healthChecks.readiness()));
            case "/metrics" ->
                Optional.of(new HttpReply(200, "text/plain; version=0.0.4; charset=utf-8", metrics.scrape()));
            default -> Optional.empty();
        };
    }

    /** One field for the answer, one for each check, and the reasons where there are any. */
    private HttpReply reply(String question, Map<String, Optional<String>> problems) throws JsonProcessingException {
        Map<String, String> reasons = new LinkedHashMap<>();
        problems.forEach((name, problem) -> problem.ifPresent(reason -> reasons.put(name, reason)));
        Map<String, Object> body = new LinkedHashMap<>(Map.of(question, reasons.isEmpty()));
        problems.forEach((name, problem) -> body.put(name, problem.isEmpty()));
        if (!reasons.isEmpty()) body.put("reasons", reasons);
        return HttpReply.json(reasons.isEmpty() ? 200 : 503, json.writeValueAsString(body));
    }
}
