package dev.lifeline.sandbox.classic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Fleet;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import dev.lifeline.sandbox.web.Route;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns faults on and off: {@code POST}, {@code GET} and {@code DELETE /sandbox/faults}. A fault lasts {@code times} strikes or
 * {@code for} seconds, and strikes one {@code method}, one {@code device}, a {@code share} of the calls, or everything.
 */
final class FaultsRoute implements Route {

    private static final double SLOW_BY_DEFAULT = 10;
    private static final double MILLIS = 1000;

    private final Faults faults;
    private final Fleet fleet;
    private final InstantSource clock;

    FaultsRoute(Faults faults, Fleet fleet, InstantSource clock) {
        this.faults = faults;
        this.fleet = fleet;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) throws IOException {
        return switch (call.method()) {
            case "POST" -> add(call.json());
            case "DELETE" -> clear();
            default -> list();
        };
    }

    private Answer list() {
        return Answer.json(200, faults.active().stream().map(FaultsRoute::told).toList());
    }

    private Answer clear() {
        faults.clear();
        return list();
    }

    private Answer add(JsonNode asked) {
        Optional<FaultKind> kind = FaultKind.named(asked.path("fault").asText());
        if (kind.isEmpty())
            return Answer.json(400, Map.of("error", "no fault " + asked.path("fault"), "faults", FaultKind.words()));
        Optional<Device> device = fleet.called(asked.path("device").asText(""));
        if (asked.hasNonNull("device") && device.isEmpty())
            return SandboxRoute.bad("no device " + asked.path("device").asText());
        if (!(asked.path("share").asDouble(1) > 0)) return SandboxRoute.bad("a share is more than 0 and 1 at most");
        Faults.Reach reach = new Faults.Reach(
                Optional.of(asked.path("method").asText("")).filter(name -> !name.isEmpty()), device.map(Device::id));
        faults.add(new Faults.Fault(
                kind.get(), reach, extent(asked), asked.path("seconds").asDouble(SLOW_BY_DEFAULT)));
        return list();
    }

    private Faults.Extent extent(JsonNode asked) {
        return new Faults.Extent(
                new AtomicInteger(asked.path("times").asInt(Integer.MAX_VALUE)),
                until(asked.path("for")),
                asked.path("share").asDouble(1));
    }

    private Optional<Instant> until(JsonNode seconds) {
        return seconds.isNumber()
                ? Optional.of(clock.instant().plusMillis(Math.round(seconds.asDouble() * MILLIS)))
                : Optional.empty();
    }

    private static Map<String, Object> told(Faults.Fault fault) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("fault", fault.kind().word());
        Faults.Extent extent = fault.extent();
        if (extent.left().get() < Integer.MAX_VALUE)
            told.put("times", extent.left().get());
        extent.until().ifPresent(until -> told.put("until", until.toString()));
        if (extent.share() < 1) told.put("share", extent.share());
        fault.reach().method().ifPresent(method -> told.put("method", method));
        fault.reach().device().ifPresent(device -> told.put("device", device));
        return told;
    }
}
