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

/** Turns faults on and off: {@code POST}, {@code GET} and {@code DELETE /sandbox/faults}. */
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
        Optional<Device> device = device(asked.path("device").asText(""));
        if (asked.hasNonNull("device") && device.isEmpty())
            return SandboxRoute.bad("no device " + asked.path("device").asText());
        faults.add(new Faults.Fault(
                kind.get(),
                new AtomicInteger(asked.path("times").asInt(Integer.MAX_VALUE)),
                until(asked.path("for")),
                Optional.of(asked.path("method").asText("")).filter(name -> !name.isEmpty()),
                device.map(Device::id),
                asked.path("seconds").asDouble(SLOW_BY_DEFAULT)));
        return list();
    }

    private Optional<Instant> until(JsonNode seconds) {
        return seconds.isNumber()
                ? Optional.of(clock.instant().plusMillis(Math.round(seconds.asDouble() * MILLIS)))
                : Optional.empty();
    }

    private Optional<Device> device(String nameOrId) {
        return nameOrId.matches("\\d{1,18}") ? fleet.withId(Long.parseLong(nameOrId)) : fleet.named(nameOrId);
    }

    private static Map<String, Object> told(Faults.Fault fault) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("fault", fault.kind().word());
        if (fault.left().get() < Integer.MAX_VALUE)
            told.put("times", fault.left().get());
        fault.until().ifPresent(until -> told.put("until", until.toString()));
        fault.method().ifPresent(method -> told.put("method", method));
        fault.device().ifPresent(device -> told.put("device", device));
        return told;
    }
}
