package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.sandbox.slack.fault.Faults;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.InstalledApp;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code /api/METHOD}: dispatches Web API calls. Answers HTTP 200 with {@code ok:false} for Slack's errors; other statuses
 * come from rate limits and faults only. Thread-safe.
 */
public final class WebApi {

    private static final int OK = 200;
    private static final String PREFIX = "/api/";

    private final Map<String, ApiMethod> apiMethods;
    private final InstalledApp app;
    private final ChannelAccess channelAccess;
    private final RateLimits rateLimits;
    private final ApiFaults faults;
    private final CallLog callLog;

    WebApi(ApiContext context, Faults faults, CallLog callLog) {
        this.faults = new ApiFaults(faults);
        this.apiMethods = context.methods(this.faults).stream().collect(Collectors.toMap(ApiMethod::name, Function.identity()));
        this.app = context.workspace().app();
        this.channelAccess = context.channelAccess();
        this.rateLimits = new RateLimits(context.workspace().clock()::now);
        this.callLog = callLog;
    }

    public HttpResponse handle(HttpRequest httpRequest) throws InterruptedException {
        String name =
                httpRequest.path().substring(Math.min(PREFIX.length(), httpRequest.path().length()));
        try {
            return handle(name, httpRequest, Arguments.of(httpRequest));
        } catch (ApiErrorException e) {
            return errorResponse(name, Optional.empty(), e);
        }
    }

    private HttpResponse handle(String name, HttpRequest httpRequest, Arguments arguments) throws InterruptedException {
        Optional<String> channel = channelAccess.findByIdOrName(arguments).map(Channel::id);
        Optional<HttpResponse> fault = faults.replaceResponse(name, channel);
        if (fault.isPresent()) {
            callLog.add(name, channel, "fault");
            return fault.get();
        }
        try {
            ApiMethod apiMethod = Optional.ofNullable(apiMethods.get(name))
                    .orElseThrow(() -> new ApiErrorException("unknown_method", Json.object("req_method", name)));
            new TokenGate(app).authorize(apiMethod, httpRequest, arguments);
            return execute(apiMethod, arguments, channel);
        } catch (ApiErrorException e) {
            return errorResponse(name, channel, e);
        }
    }

    private HttpResponse execute(ApiMethod apiMethod, Arguments arguments, Optional<String> channel)
            throws ApiErrorException, InterruptedException {
        int wait = rateLimits.retryAfterSeconds(apiMethod, channel);
        if (wait > 0) {
            callLog.add(apiMethod.name(), channel, "ratelimited");
            return ApiFaults.rateLimited(wait);
        }
        ObjectNode body = Json.object("ok", true).setAll(apiMethod.handler().handle(arguments));
        callLog.add(apiMethod.name(), channel, "ok");
        return faults.afterCall(apiMethod.name(), channel, jsonResponse(body));
    }

    private HttpResponse errorResponse(String method, Optional<String> channel, ApiErrorException e) {
        callLog.add(method, channel, String.valueOf(e.getMessage()));
        return jsonResponse(e.toJson());
    }

    private HttpResponse jsonResponse(ObjectNode body) {
        return HttpResponse.json(OK, body)
                .withHeader("x-oauth-scopes", String.join(",", app.scopes()))
                .withHeader("x-slack-req-id", UUID.randomUUID().toString().replace("-", ""));
    }
}
