package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.fault.Faults.InjectedFault;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;

/** Applies injected faults to Web API calls: a response in place of the method's own, or the method's own response late or lost. */
record ApiFaults(Faults faults) {

    private static final List<Fault> REPLACING_FAULTS = List.of(
            Fault.RATELIMITED,
            Fault.RATELIMITED_WITHOUT_RETRY_AFTER,
            Fault.INTERNAL_ERROR,
            Fault.API_ERROR,
            Fault.HTTP_500,
            Fault.HTTP_503,
            Fault.HTML_200,
            Fault.DROP_BEFORE);
    private static final List<Fault> AFTER_CALL_FAULTS = List.of(Fault.SLOW, Fault.COMMIT_THEN_DROP);
    private static final String MAINTENANCE_PAGE =
            "<!DOCTYPE html><html><body><h1>Slack is down for maintenance</h1></body></html>";

    /** The discard port of this machine, where no server listens. */
    private static final String UNREACHABLE_SOCKET_URL = "ws://127.0.0.1:9/link?ticket=dead";

    /** Returns the response in place of the method's own, where a fault matches. */
    Optional<HttpResponse> replaceResponse(String method, Optional<String> channel) {
        return faults.takeMatching(method, channel, REPLACING_FAULTS)
                .or(() -> takeForMethod(method, "auth.test", Fault.AUTH_ERROR_ONCE))
                .or(() -> takeForMethod(method, "apps.connections.open", Fault.CONNECTIONS_OPEN_FAILS))
                .or(() -> takeForMethod(method, "apps.connections.open", Fault.DEAD_ENDPOINT))
                .map(ApiFaults::toResponse);
    }

    private Optional<InjectedFault> takeForMethod(String called, String method, Fault fault) {
        return called.equals(method) ? faults.takeMatching(method, Optional.empty(), List.of(fault)) : Optional.empty();
    }

    private static HttpResponse toResponse(InjectedFault injectedFault) {
        return switch (injectedFault.fault()) {
            case RATELIMITED -> rateLimited(injectedFault.delaySeconds());
            case RATELIMITED_WITHOUT_RETRY_AFTER -> rateLimited();
            case DEAD_ENDPOINT -> HttpResponse.json(HttpStatus.OK_200, Json.object("ok", true, "url", UNREACHABLE_SOCKET_URL));
            case API_ERROR -> HttpResponse.json(HttpStatus.OK_200, Json.object("ok", false, "error", injectedFault.error()));
            case HTTP_500 -> HttpResponse.text(HttpStatus.INTERNAL_SERVER_ERROR_500, "Internal Server Error");
            case HTTP_503 -> HttpResponse.text(HttpStatus.SERVICE_UNAVAILABLE_503, "Service Unavailable");
            case HTML_200 ->
                HttpResponse.of(HttpStatus.OK_200, "text/html; charset=utf-8", MAINTENANCE_PAGE.getBytes(StandardCharsets.UTF_8));
            case DROP_BEFORE -> new HttpResponse.ConnectionDropped();
            default -> HttpResponse.json(HttpStatus.OK_200, Json.object("ok", false, "error", "internal_error"));
        };
    }

    /** Whether the message just posted by this method is answered as taken and not shown. */
    boolean dropsMessage(String method, String channel) {
        return faults.takeMatching(method, Optional.of(channel), List.of(Fault.NOT_SHOWN))
                .isPresent();
    }

    /**
     * Returns Slack's response to a caller over its rate limit: HTTP 429 with {@code Retry-After}
     * (src/docs/platform/slack.md, section Rate limits).
     */
    static HttpResponse.Buffered rateLimited(int seconds) {
        return rateLimited().withHeader("Retry-After", String.valueOf(seconds));
    }

    private static HttpResponse.Buffered rateLimited() {
        return HttpResponse.json(HttpStatus.TOO_MANY_REQUESTS_429, Json.object("ok", false, "error", "ratelimited"));
    }

    /** Returns the method's own response; late, or as a dropped connection, where a fault matches. Blocks for the delay. */
    HttpResponse afterCall(String method, Optional<String> channel, HttpResponse response) throws InterruptedException {
        Optional<InjectedFault> injectedFault = faults.takeMatching(method, channel, AFTER_CALL_FAULTS);
        if (injectedFault.isEmpty()) return response;
        if (injectedFault.get().fault() == Fault.COMMIT_THEN_DROP) return new HttpResponse.ConnectionDropped();
        TimeUnit.SECONDS.sleep(injectedFault.get().delaySeconds());
        return response;
    }
}
