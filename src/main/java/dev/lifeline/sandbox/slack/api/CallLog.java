package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.world.Clockwork;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** {@code /sandbox/calls}: which Web API calls came, newest last? Keeps the last few thousand. */
public final class CallLog {

    private static final int KEPT = 5_000;
    private static final int OK = 200;

    private final Deque<JsonNode> calls = new ArrayDeque<>();
    private final Clockwork clock;

    public CallLog(Clockwork clock) {
        this.clock = clock;
    }

    synchronized void note(String method, Optional<String> channel, String outcome) {
        boolean ok = outcome.equals("ok");
        calls.addLast(Json.object(
                "method", method,
                "channel", channel,
                "at", clock.now().toString(),
                "ok", ok,
                "error", Optional.of(outcome).filter(any -> !ok)));
        if (calls.size() > KEPT) calls.removeFirst();
    }

    private synchronized List<JsonNode> all() {
        return List.copyOf(calls);
    }

    private synchronized void forget() {
        calls.clear();
    }

    public Answer answer(Call call) {
        if (call.method().equals("DELETE")) forget();
        return Answer.json(OK, Json.object("ok", true, "calls", Json.array(all())));
    }
}
