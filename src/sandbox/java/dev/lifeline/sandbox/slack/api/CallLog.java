package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.workspace.TimestampClock;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code /sandbox/calls}: the Web API calls received, oldest first; the last 5,000 are kept. Thread-safe. */
public final class CallLog {

    private static final int MAX_ENTRIES = 5_000;
    private static final int OK = 200;

    private final Deque<JsonNode> calls = new ArrayDeque<>();
    private final TimestampClock clock;

    public CallLog(TimestampClock clock) {
        this.clock = clock;
    }

    /**
     * What is kept of a call's arguments; values are not, they may be secret.
     *
     * @param kinds the kind of each value
     * @param lengths its length in characters
     */
    record ArgumentShapes(ObjectNode kinds, ObjectNode lengths) {

        static ArgumentShapes none() {
            return new ArgumentShapes(Json.object(), Json.object());
        }

        static ArgumentShapes of(Arguments arguments) {
            return new ArgumentShapes(arguments.kinds(), arguments.lengths());
        }
    }

    void add(String method, Optional<String> channel, String outcome) {
        add(method, channel, outcome, ArgumentShapes.none());
    }

    /** Adds a call. */
    synchronized void add(String method, Optional<String> channel, String outcome, ArgumentShapes shapes) {
        boolean ok = outcome.equals("ok");
        calls.addLast(Json.object(
                "method", method,
                "channel", channel,
                "arguments", shapes.kinds(),
                "lengths", shapes.lengths(),
                "at", clock.now().toString(),
                "ok", ok,
                "error", Optional.of(outcome).filter(any -> !ok)));
        if (calls.size() > MAX_ENTRIES) calls.removeFirst();
    }

    /** Returns the methods whose calls ended with an error, each once, by name. */
    synchronized Set<String> methodsRefusedWith(String error) {
        return calls.stream()
                .filter(call -> call.path("error").asText().equals(error))
                .map(call -> call.path("method").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private synchronized List<JsonNode> entries() {
        return List.copyOf(calls);
    }

    private synchronized void clear() {
        calls.clear();
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        if (httpRequest.method().equals("DELETE")) clear();
        return HttpResponse.json(OK, Json.object("ok", true, "calls", Json.array(entries())));
    }
}
