package dev.lifeline.sandbox.classic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.classic.wire.Hosts;
import dev.lifeline.sandbox.classic.world.CloudUser;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Happening;
import dev.lifeline.sandbox.classic.world.Transaction;
import dev.lifeline.sandbox.classic.world.Turn;
import dev.lifeline.sandbox.classic.world.View;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import dev.lifeline.sandbox.web.Route;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tester asks the stand-in itself: calls, devices, happenings. Nothing of this is the provider's. */
final class SandboxRoute implements Route {

    /** Takes the new host name in {@code to}. */
    private static final String RENAMED = "is renamed";

    private final InstantSource clock;
    private final Estate estate;
    private final Hosts hosts;
    private final CallLog log;

    SandboxRoute(InstantSource clock, Estate estate, Hosts hosts, CallLog log) {
        this.clock = clock;
        this.estate = estate;
        this.hosts = hosts;
        this.log = log;
    }

    @Override
    public Answer answer(Call call) throws IOException {
        return switch (call.method() + " " + call.path()) {
            case "GET /sandbox/calls" -> Answer.json(200, log.all());
            case "DELETE /sandbox/calls" -> forget();
            case "GET /sandbox/devices" ->
                Answer.json(200, estate.fleet().all().map(this::told).toList());
            case "POST /sandbox/happens" -> happen(call.json());
            default -> Answer.json(404, Map.of("error", "no such thing: " + call.method() + " " + call.path()));
        };
    }

    private Answer forget() {
        log.clear();
        return Answer.json(200, Map.of("ok", true));
    }

    private Answer happen(JsonNode told) {
        return told.hasNonNull("person") ? turn(told) : happenToDevice(told);
    }

    private Answer turn(JsonNode told) {
        Optional<CloudUser> user = estate.people().all().stream()
                .filter(one -> one.name().equals(told.path("person").asText()))
                .findFirst();
        Optional<Turn> what = Turn.told(told.path("what").asText());
        if (user.isEmpty()) return bad("no user " + told.path("person").asText());
        if (what.isEmpty()) return bad("what happens to a person must be one of " + Turn.allWords());
        what.get().happenTo(user.get(), estate.people());
        return Answer.json(200, Map.of("ok", true));
    }

    private Answer happenToDevice(JsonNode told) {
        Optional<Device> device = estate.fleet().called(told.path("device").asText());
        Optional<Happening> what = Happening.told(told.path("what").asText());
        if (device.isEmpty()) return bad("no device " + told.path("device").asText());
        if (told.path("what").asText().equals(RENAMED))
            return rename(device.get(), told.path("to").asText());
        if (what.isEmpty()) return bad("what happens must be one of " + Happening.allWords() + " or " + RENAMED);
        what.get().happenTo(device.get(), clock.instant(), estate.controls());
        return Answer.json(200, told(device.get()));
    }

    private Answer rename(Device device, String hostname) {
        if (hostname.isBlank()) return bad("\"to\" is missing: the new host name");
        device.rename(hostname);
        return Answer.json(200, told(device));
    }

    static Answer bad(String error) {
        return Answer.json(400, Map.of("error", error));
    }

    private Map<String, @Nullable Object> told(Device device) {
        View view = device.at(clock.instant());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("name", device.spec().hostname());
        told.put("id", device.id());
        told.put("kind", device.spec().isGuest() ? "virtual guest" : "hardware");
        told.put("address", device.spec().address());
        told.put("backendAddress", device.spec().backendAddress());
        told.put("sshPort", hosts.sshPort(device));
        told.put("rdpPort", hosts.rdpPort(device));
        told.put("power", view.look().power().name());
        told.put("serving", view.look().serving().name());
        told.put("inRescue", view.isInRescue());
        told.put("cancelled", device.isCancelled());
        told.put("transaction", view.active().map(SandboxRoute::transaction).orElse(null));
        told.put("hostKey", hosts.fingerprint(device).orElse(null));
        return told;
    }

    private static Map<String, Object> transaction(Transaction active) {
        return Map.of(
                "id", active.id(),
                "group", active.group().name(),
                "status", active.status().name(),
                "friendlyName", active.status().friendlyName(),
                "createDate", active.created().toString());
    }
}
