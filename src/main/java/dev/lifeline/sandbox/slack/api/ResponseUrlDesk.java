package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls;
import dev.lifeline.sandbox.slack.delivery.Responses;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.world.Json;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import java.util.List;
import java.util.Optional;

/** Where apps post to a response URL. Logged among the calls as {@code response_url}, and open to the same faults. */
public final class ResponseUrlDesk {

    private static final String NAME = "response_url";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final ResponseUrls urls;
    private final Responses responses;
    private final ApiFaults faults;
    private final CallLog log;

    public ResponseUrlDesk(ResponseUrls urls, Responses responses, Faults faults, CallLog log) {
        this.urls = urls;
        this.responses = responses;
        this.faults = new ApiFaults(faults);
        this.log = log;
    }

    public Answer answer(Call call) throws InterruptedException {
        Optional<Answer> fault = faults.instead(NAME, Optional.empty());
        if (fault.isPresent()) {
            log.note(NAME, Optional.empty(), "fault");
            return fault.get();
        }
        return faults.afterwards(NAME, Optional.empty(), use(call));
    }

    private Answer use(Call call) {
        Optional<JsonNode> body = body(call);
        if (body.isEmpty()) return refuse(BAD_REQUEST, Optional.empty(), "invalid_payload");
        ResponseUrls.Use use = urls.use(call.path());
        if (use.occasion().isEmpty()) return refuse(NOT_FOUND, Optional.empty(), use.error());
        Optional<String> channel = Optional.of(use.occasion().get().channel());
        Optional<String> error = responses.show(body.get(), use.occasion().get());
        if (error.isPresent()) return refuse(BAD_REQUEST, channel, error.get());
        log.note(NAME, channel, "ok");
        return Answer.text(OK, "ok");
    }

    /** JSON, or a form with JSON in {@code payload}. */
    private static Optional<JsonNode> body(Call call) {
        return Json.read(call.text())
                .or(() -> call.form().getOrDefault("payload", List.of()).stream()
                        .findFirst()
                        .flatMap(Json::read))
                .filter(JsonNode::isObject);
    }

    private Answer refuse(int status, Optional<String> channel, String error) {
        log.note(NAME, channel, error);
        return Answer.json(status, Json.object("ok", false, "error", error));
    }
}
