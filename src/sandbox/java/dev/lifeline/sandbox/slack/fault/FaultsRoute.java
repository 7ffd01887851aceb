package dev.lifeline.sandbox.slack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Json;
import dev.lifeline.sandbox.slack.workspace.ImpossibleActionException;
import dev.lifeline.sandbox.slack.workspace.Workspace;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code /sandbox/faults}: plans faults, or applies those that take effect at once; lists them. DELETE forgets planned
 * faults, unarchives channels, installs the app anew and restores users' roles; a shared channel stays shared.
 *
 * <p>A {@code share} of 0.2 applies a fault to a fifth of the matching calls. The bot rejoins a channel with
 * {@code /invite}; scopes are restored with {@code /sandbox/app}.
 */
public final class FaultsRoute {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int DEFAULT_DELAY_SECONDS = 5;

    private final Faults faults;
    private final Workspace workspace;
    private final FaultPoint faultPoint;
    private final InstantFaults instantFaults;

    public FaultsRoute(Faults faults, Workspace workspace, FaultPoint faultPoint) {
        this.faults = faults;
        this.workspace = workspace;
        this.faultPoint = faultPoint;
        this.instantFaults = new InstantFaults(workspace, faultPoint);
    }

    public HttpResponse handle(HttpRequest httpRequest) {
        return switch (httpRequest.method()) {
            case "POST" -> planFault(Json.parse(httpRequest.text()).orElse(Json.NULL));
            case "DELETE" -> reset();
            default -> listFaults();
        };
    }

    private HttpResponse listFaults() {
        List<JsonNode> planned = faults.planned().stream().map(FaultsRoute::json).toList();
        return HttpResponse.json(OK, Json.object("ok", true, "faults", Json.array(planned), "known", Fault.wireNames()));
    }

    private static JsonNode json(PlannedFault plannedFault) {
        return Json.object(
                "fault", plannedFault.fault().wireName(),
                "times", plannedFault.remaining(),
                "method", plannedFault.target().method(),
                "channel", plannedFault.target().channel(),
                "seconds", plannedFault.details().delaySeconds(),
                "until", plannedFault.details().expiresAt().map(Instant::toString));
    }

    private HttpResponse reset() {
        faults.clear();
        workspace.channels().all().forEach(channel -> workspace.channels().setArchived(channel.id(), false));
        workspace.app().reinstall();
        workspace.app().setEnterprise(Optional.empty());
        workspace.users().restoreRoles();
        workspace.visibleState().changes().workspaceChanged();
        return HttpResponse.json(OK, Json.object("ok", true));
    }

    private HttpResponse planFault(JsonNode body) {
        Optional<Fault> fault = Fault.byWireName(body.path("fault").asText());
        if (fault.isEmpty())
            return errorResponse("no such fault: " + body.path("fault").asText(), Fault.wireNames());
        Optional<String> channelName = Json.nonEmptyText(body, "channel");
        Optional<Channel> channel = channelName.flatMap(workspace.channels()::byNameOrId);
        if (channelName.isPresent() && channel.isEmpty()) return errorResponse("no such channel: " + channelName.get(), channelNames());
        if (fault.get().isImmediate()) return triggerNow(fault.get(), body);
        if (fault.get() == Fault.EXPIRE_TRIGGERS) faultPoint.expireTriggers();
        if (fault.get() == Fault.EXPIRE_RESPONSE_URLS) faultPoint.expireResponseUrls();
        faults.plan(parseFault(fault.get(), body, channel.map(Channel::id)));
        return HttpResponse.json(OK, Json.object("ok", true));
    }

    private PlannedFault parseFault(Fault fault, JsonNode body, Optional<String> channel) {
        Optional<Instant> expiresAt = Optional.of(body.path("for").asDouble(0))
                .filter(seconds -> seconds > 0)
                .map(seconds -> workspace.clock().now().plus(Duration.ofMillis((long) (seconds * 1_000))));
        PlannedFault.Target target = new PlannedFault.Target(Json.nonEmptyText(body, "method"), channel);
        PlannedFault.Details details = new PlannedFault.Details(
                body.path("seconds").asInt(DEFAULT_DELAY_SECONDS),
                body.path("error").asText("internal_error"),
                expiresAt,
                body.path("share").asDouble(1));
        return new PlannedFault(fault, target, details, body.path("times").asInt(1));
    }

    private HttpResponse triggerNow(Fault fault, JsonNode body) {
        try {
            instantFaults.trigger(fault, body);
            return HttpResponse.json(OK, Json.object("ok", true));
        } catch (ImpossibleActionException e) {
            return errorResponse(e.reason(), e.choices());
        }
    }

    private List<String> channelNames() {
        return workspace.channels().all().stream().map(Channel::name).toList();
    }

    private static HttpResponse errorResponse(String error, List<String> choices) {
        return HttpResponse.json(BAD_REQUEST, Json.object("ok", false, "error", error, "choices", choices));
    }
}
