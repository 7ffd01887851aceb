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
    private final FileMethods files;
    private final CallLog callLog;
    private final DocumentedMethods documentedMethods;

    /** What the log keeps of a call: its channel, and the kinds and lengths of its arguments. */
    private record Call(Optional<String> channel, CallLog.ArgumentShapes arguments) {}

    WebApi(ApiContext context, Faults faults, CallLog callLog) {
        this.faults = new ApiFaults(faults);
        this.files = new FileMethods(context.workspace(), context.baseUrl());
        this.apiMethods = context.methods(this.faults, files).stream().collect(Collectors.toMap(ApiMethod::name, Function.identity()));
        this.app = context.workspace().app();
        this.channelAccess = context.channelAccess();
        this.rateLimits = new RateLimits(context.workspace().clock()::now);
        this.callLog = callLog;
        this.documentedMethods = new DocumentedMethods(apiMethods.keySet());
    }

    /** Returns the route that lists the methods. */
    public DocumentedMethods methods() {
        return documentedMethods;
    }

    /** Takes a file that is uploaded to the address of {@code files.getUploadURLExternal}. */
    public HttpResponse receiveUpload(HttpRequest httpRequest) {
        return files.receive(httpRequest);
    }

    public HttpResponse handle(HttpRequest httpRequest) throws InterruptedException {
        String name =
                httpRequest.path().substring(Math.min(PREFIX.length(), httpRequest.path().length()));
        try {
            Arguments arguments = Arguments.of(httpRequest);
            HttpResponse response = handle(name, httpRequest, arguments);
            Optional<String> granted = new TokenGate(app).grantedScopes(httpRequest, arguments);
            response = CharsetWarning.addTo(response, httpRequest);
            return response instanceof HttpResponse.Buffered buffered && granted.isPresent()
                    ? buffered.withHeader("x-oauth-scopes", granted.get())
                    : response;
        } catch (ApiErrorException e) {
            return errorResponse(name, new Call(Optional.empty(), CallLog.ArgumentShapes.none()), e);
        }
    }

    private HttpResponse handle(String name, HttpRequest httpRequest, Arguments arguments) throws InterruptedException {
        Optional<String> channel = channelAccess.findByIdOrName(arguments).map(Channel::id);
        Call call = new Call(channel, CallLog.ArgumentShapes.of(arguments));
        Optional<HttpResponse> fault = faults.replaceResponse(name, channel);
        if (fault.isPresent()) {
            log(name, call, "fault");
            return fault.get();
        }
        try {
            ApiMethod apiMethod =
                    Optional.ofNullable(apiMethods.get(name)).orElseThrow(() -> documentedMethods.refusal(name));
            new TokenGate(app).authorize(apiMethod, httpRequest, arguments);
            return execute(apiMethod, arguments, call);
        } catch (ApiErrorException e) {
            return errorResponse(name, call, e);
        }
    }

    private HttpResponse execute(ApiMethod apiMethod, Arguments arguments, Call call)
            throws ApiErrorException, InterruptedException {
        int wait = rateLimits.retryAfterSeconds(apiMethod, call.channel());
        if (wait > 0) {
            log(apiMethod.name(), call, "ratelimited");
            return ApiFaults.rateLimited(wait);
        }
        ObjectNode body = Json.object("ok", true).setAll(apiMethod.handler().handle(arguments));
        log(apiMethod.name(), call, "ok");
        return faults.afterCall(apiMethod.name(), call.channel(), jsonResponse(body));
    }

    private HttpResponse errorResponse(String method, Call call, ApiErrorException e) {
        log(method, call, String.valueOf(e.getMessage()));
        return jsonResponse(e.toJson());
    }

    private void log(String method, Call call, String outcome) {
        callLog.add(method, call.channel(), outcome, call.arguments());
    }

    private static HttpResponse jsonResponse(ObjectNode body) {
        return HttpResponse.json(OK, body)
                .withHeader("x-slack-req-id", UUID.randomUUID().toString().replace("-", ""));
    }
}
