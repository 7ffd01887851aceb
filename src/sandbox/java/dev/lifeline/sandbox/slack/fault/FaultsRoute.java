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
 * {@code /sandbox/faults}: plans faults, or brings those about that happen at once; lists them. DELETE forgets what was
 * planned, opens archived channels again, installs the app anew, and people are what they were; a shared channel stays shared;
 * a {@code share} of 0.2 strikes a fifth of what it touches; the bot comes back with {@code /invite}, scopes with {@code /sandbox/app}.
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
        List<JsonNode> waiting = faults.planned().stream().map(FaultsRoute::json).toList();
        return HttpResponse.json(OK, Json.object("ok", true, "faults", Json.array(waiting), "known", Fault.wireNames()));
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

    private HttpResponse planFault(JsonNode wish) {
        Optional<Fault> fault = Fault.byWireName(wish.path("fault").asText());
        if (fault.isEmpty())
            return errorResponse("no such fault: " + wish.path("fault").asText(), Fault.wireNames());
        Optional<String> channel = Json.nonEmptyText(wish, "channel");
        Optional<Channel> found = channel.flatMap(workspace.channels()::byNameOrId);
        if (channel.isPresent() && found.isEmpty()) return errorResponse("no such channel: " + channel.get(), channelNames());
        if (fault.get().isImmediate()) return triggerNow(fault.get(), wish);
        if (fault.get() == Fault.EXPIRE_TRIGGERS) faultPoint.expireTriggers();
        if (fault.get() == Fault.EXPIRE_RESPONSE_URLS) faultPoint.expireResponseUrls();
        faults.plan(parseFault(fault.get(), wish, found.map(Channel::id)));
        return HttpResponse.json(OK, Json.object("ok", true));
    }

    private PlannedFault parseFault(Fault fault, JsonNode wish, Optional<String> channel) {
        Optional<Instant> until = Optional.of(wish.path("for").asDouble(0))
                .filter(seconds -> seconds > 0)
                .map(seconds -> workspace.clock().now().plus(Duration.ofMillis((long) (seconds * 1_000))));
        PlannedFault.Target target = new PlannedFault.Target(Json.nonEmptyText(wish, "method"), channel);
        PlannedFault.Details details = new PlannedFault.Details(
                wish.path("seconds").asInt(DEFAULT_DELAY_SECONDS),
                wish.path("error").asText("internal_error"),
                until,
                wish.path("share").asDouble(1));
        return new PlannedFault(fault, target, details, wish.path("times").asInt(1));
    }

    private HttpResponse triggerNow(Fault fault, JsonNode wish) {
        try {
            instantFaults.trigger(fault, wish);
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
