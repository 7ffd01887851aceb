package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.delivery.ResponseUrls;
import dev.lifeline.sandbox.slack.delivery.ResponsePublisher;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.List;
import java.util.Optional;

/** Receives what apps post to a response URL. Such calls are logged as {@code response_url}, and the same faults apply to them. */
public final class ResponseUrlRoute {

    private static final String LOG_METHOD_NAME = "response_url";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final ResponseUrls responseUrls;
    private final ResponsePublisher publisher;
    private final ApiFaults faults;
    private final CallLog callLog;

    public ResponseUrlRoute(ResponseUrls responseUrls, ResponsePublisher publisher, Faults faults, CallLog callLog) {
        this.responseUrls = responseUrls;
        this.publisher = publisher;
        this.faults = new ApiFaults(faults);
        this.callLog = callLog;
    }

    public HttpResponse handle(HttpRequest httpRequest) throws InterruptedException {
        Optional<HttpResponse> fault = faults.replaceResponse(LOG_METHOD_NAME, Optional.empty());
        if (fault.isPresent()) {
            callLog.add(LOG_METHOD_NAME, Optional.empty(), "fault");
            return fault.get();
        }
        return faults.afterCall(LOG_METHOD_NAME, Optional.empty(), redeemUrl(httpRequest));
    }

    private HttpResponse redeemUrl(HttpRequest httpRequest) {
        Optional<JsonNode> body = parseBody(httpRequest);
        if (body.isEmpty()) return errorResponse(BAD_REQUEST, Optional.empty(), "invalid_payload");
        ResponseUrls.UseResult useResult = responseUrls.use(httpRequest.path());
        if (useResult.target().isEmpty()) return errorResponse(NOT_FOUND, Optional.empty(), useResult.error());
        Optional<String> channel = Optional.of(useResult.target().get().channelId());
        Optional<String> error = publisher.publish(body.get(), useResult.target().get());
        if (error.isPresent()) return errorResponse(BAD_REQUEST, channel, error.get());
        callLog.add(LOG_METHOD_NAME, channel, "ok");
        return HttpResponse.text(OK, "ok");
    }

    /** Reads JSON, or a form with JSON in {@code payload}. */
    private static Optional<JsonNode> parseBody(HttpRequest httpRequest) {
        return Json.parse(httpRequest.text())
                .or(() -> httpRequest.form().getOrDefault("payload", List.of()).stream()
                        .findFirst()
                        .flatMap(Json::parse))
                .filter(JsonNode::isObject);
    }

    private HttpResponse errorResponse(int status, Optional<String> channel, String error) {
        callLog.add(LOG_METHOD_NAME, channel, error);
        return HttpResponse.json(status, Json.object("ok", false, "error", error));
    }
}
