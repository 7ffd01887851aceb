package dev.lifeline.sandbox.slack.api;

import dev.lifeline.sandbox.slack.fault.Fault;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.fault.Faults.Strike;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.web.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;

/** How is a call answered while a fault strikes? */
record ApiFaults(Faults faults) {

    private static final List<Fault> INSTEAD = List.of(
            Fault.RATELIMITED,
            Fault.RATELIMITED_WITHOUT_RETRY_AFTER,
            Fault.INTERNAL_ERROR,
            Fault.API_ERROR,
            Fault.HTTP_500,
            Fault.HTTP_503,
            Fault.HTML_200,
            Fault.DROP_BEFORE);
    private static final List<Fault> AFTERWARDS = List.of(Fault.SLOW, Fault.COMMIT_THEN_DROP);
    private static final String PAGE =
            "<!DOCTYPE html><html><body><h1>Slack is down for maintenance</h1></body></html>";

    /** The discard port of this machine, which nobody serves. */
    private static final String NOBODY = "ws://127.0.0.1:9/link?ticket=dead";

    /** An answer in place of the method's own. */
    Optional<Answer> instead(String method, Optional<String> channel) {
        return faults.strike(method, channel, INSTEAD)
                .or(() -> only(method, "auth.test", Fault.AUTH_ERROR_ONCE))
                .or(() -> only(method, "apps.connections.open", Fault.CONNECTIONS_OPEN_FAILS))
                .or(() -> only(method, "apps.connections.open", Fault.DEAD_ENDPOINT))
                .map(ApiFaults::answer);
    }

    private Optional<Strike> only(String called, String method, Fault fault) {
        return called.equals(method) ? faults.strike(method, Optional.empty(), List.of(fault)) : Optional.empty();
    }

    private static Answer answer(Strike strike) {
        return switch (strike.fault()) {
            case RATELIMITED -> tooMany(strike.seconds());
            case RATELIMITED_WITHOUT_RETRY_AFTER -> tooMany();
            case DEAD_ENDPOINT -> Answer.json(HttpStatus.OK_200, Json.object("ok", true, "url", NOBODY));
            case API_ERROR -> Answer.json(HttpStatus.OK_200, Json.object("ok", false, "error", strike.error()));
            case HTTP_500 -> Answer.text(HttpStatus.INTERNAL_SERVER_ERROR_500, "Internal Server Error");
            case HTTP_503 -> Answer.text(HttpStatus.SERVICE_UNAVAILABLE_503, "Service Unavailable");
            case HTML_200 ->
                Answer.of(HttpStatus.OK_200, "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
            case DROP_BEFORE -> new Answer.Dropped();
            default -> Answer.json(HttpStatus.OK_200, Json.object("ok", false, "error", "internal_error"));
        };
    }

    /** Whether what is said now by this method is taken and gone. */
    boolean swallows(String method, String channel) {
        return faults.strike(method, Optional.of(channel), List.of(Fault.NOT_SHOWN))
                .isPresent();
    }

    /** What Slack says to who calls too often. */
    static Answer.Whole tooMany(int seconds) {
        return tooMany().with("Retry-After", String.valueOf(seconds));
    }

    private static Answer.Whole tooMany() {
        return Answer.json(HttpStatus.TOO_MANY_REQUESTS_429, Json.object("ok", false, "error", "ratelimited"));
    }

    /** The method's own answer, late or lost where a fault strikes. */
    Answer afterwards(String method, Optional<String> channel, Answer own) throws InterruptedException {
        Optional<Strike> strike = faults.strike(method, channel, AFTERWARDS);
        if (strike.isEmpty()) return own;
        if (strike.get().fault() == Fault.COMMIT_THEN_DROP) return new Answer.Dropped();
        TimeUnit.SECONDS.sleep(strike.get().seconds());
        return own;
    }
}
