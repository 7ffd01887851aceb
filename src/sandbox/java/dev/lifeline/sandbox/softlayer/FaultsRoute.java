package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.Fleet;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.Route;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code /sandbox/faults}: adds faults (POST), lists them (GET), removes all (DELETE). A fault applies {@code times} times
 * or for {@code for} seconds, to one {@code method}, one {@code device}, a {@code share} of the calls, or to every call.
 */
final class FaultsRoute implements Route {

    private static final double DEFAULT_DELAY_SECONDS = 10;
    private static final double MILLIS_PER_SECOND = 1000;

    private final Faults faults;
    private final Fleet fleet;
    private final InstantSource clock;

    FaultsRoute(Faults faults, Fleet fleet, InstantSource clock) {
        this.faults = faults;
        this.fleet = fleet;
        this.clock = clock;
    }

    @Override
    public HttpResponse handle(HttpRequest httpRequest) throws IOException {
        return switch (httpRequest.method()) {
            case "POST" -> add(httpRequest.json());
            case "DELETE" -> clear();
            default -> list();
        };
    }

    private HttpResponse list() {
        return HttpResponse.json(200, faults.active().stream().map(FaultsRoute::toJson).toList());
    }

    private HttpResponse clear() {
        faults.clear();
        return list();
    }

    private HttpResponse add(JsonNode request) {
        Optional<FaultKind> kind = FaultKind.fromWireName(request.path("fault").asText());
        if (kind.isEmpty())
            return HttpResponse.json(400, Map.of("error", "no such fault: " + request.path("fault"), "faults", FaultKind.wireNames()));
        Optional<Device> device = fleet.findByIdOrHostname(request.path("device").asText(""));
        if (request.hasNonNull("device") && device.isEmpty())
            return ControlRoute.badRequest("no such device: " + request.path("device").asText());
        if (!(request.path("share").asDouble(1) > 0)) return ControlRoute.badRequest("\"share\" must be more than 0 and at most 1");
        Faults.Scope scope = new Faults.Scope(
                Optional.of(request.path("method").asText("")).filter(name -> !name.isEmpty()), device.map(Device::id));
        faults.add(new Faults.Fault(
                kind.get(), scope, parseLimits(request), request.path("seconds").asDouble(DEFAULT_DELAY_SECONDS)));
        return list();
    }

    private Faults.Limits parseLimits(JsonNode request) {
        return new Faults.Limits(
                new AtomicInteger(request.path("times").asInt(Integer.MAX_VALUE)),
                parseExpiry(request.path("for")),
                request.path("share").asDouble(1));
    }

    private Optional<Instant> parseExpiry(JsonNode seconds) {
        return seconds.isNumber()
                ? Optional.of(clock.instant().plusMillis(Math.round(seconds.asDouble() * MILLIS_PER_SECOND)))
                : Optional.empty();
    }

    private static Map<String, Object> toJson(Faults.Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fault", fault.kind().wireName());
        Faults.Limits limits = fault.limits();
        if (limits.remainingCount().get() < Integer.MAX_VALUE)
            json.put("times", limits.remainingCount().get());
        limits.expiresAt().ifPresent(until -> json.put("until", until.toString()));
        if (limits.probability() < 1) json.put("share", limits.probability());
        fault.scope().method().ifPresent(method -> json.put("method", method));
        fault.scope().deviceId().ifPresent(device -> json.put("device", device));
        return json;
    }
}
