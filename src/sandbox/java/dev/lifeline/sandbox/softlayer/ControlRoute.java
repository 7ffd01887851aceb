package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.host.FakeHosts;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceIncident;
import dev.lifeline.sandbox.softlayer.account.Transaction;
import dev.lifeline.sandbox.softlayer.account.UserIncident;
import dev.lifeline.sandbox.softlayer.account.DeviceSnapshot;
import dev.lifeline.sandbox.web.HttpResponse;
import dev.lifeline.sandbox.web.HttpRequest;
import dev.lifeline.sandbox.web.Route;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tester asks the stand-in itself: calls, devices, happenings. Nothing of this is the provider's. */
final class ControlRoute implements Route {

    /** Takes the new host name in {@code to}. */
    private static final String RENAME_PHRASE = "is renamed";

    private final InstantSource clock;
    private final FakeAccount fakeAccount;
    private final FakeHosts fakeHosts;
    private final CallLog callLog;

    ControlRoute(InstantSource clock, FakeAccount fakeAccount, FakeHosts fakeHosts, CallLog callLog) {
        this.clock = clock;
        this.fakeAccount = fakeAccount;
        this.fakeHosts = fakeHosts;
        this.callLog = callLog;
    }

    @Override
    public HttpResponse handle(HttpRequest httpRequest) throws IOException {
        return switch (httpRequest.method() + " " + httpRequest.path()) {
            case "GET /sandbox/calls" -> HttpResponse.json(200, callLog.all());
            case "DELETE /sandbox/calls" -> clearCalls();
            case "GET /sandbox/devices" ->
                HttpResponse.json(200, fakeAccount.fleet().all().map(this::deviceJson).toList());
            case "POST /sandbox/happens" -> triggerIncident(httpRequest.json());
            default -> HttpResponse.json(404, Map.of("error", "no such thing: " + httpRequest.method() + " " + httpRequest.path()));
        };
    }

    private HttpResponse clearCalls() {
        callLog.clear();
        return HttpResponse.json(200, Map.of("ok", true));
    }

    private HttpResponse triggerIncident(JsonNode told) {
        return told.hasNonNull("person") ? triggerUserIncident(told) : triggerDeviceIncident(told);
    }

    private HttpResponse triggerUserIncident(JsonNode told) {
        Optional<CloudUser> user = fakeAccount.users().all().stream()
                .filter(one -> one.shortName().equals(told.path("person").asText()))
                .findFirst();
        Optional<UserIncident> what = UserIncident.fromPhrase(told.path("what").asText());
        if (user.isEmpty()) return badRequest("no user " + told.path("person").asText());
        if (what.isEmpty()) return badRequest("what happens to a person must be one of " + UserIncident.phrases());
        what.get().trigger(user.get(), fakeAccount.users());
        return HttpResponse.json(200, Map.of("ok", true));
    }

    private HttpResponse triggerDeviceIncident(JsonNode told) {
        Optional<Device> device = fakeAccount.fleet().findByIdOrHostname(told.path("device").asText());
        Optional<DeviceIncident> what = DeviceIncident.fromPhrase(told.path("what").asText());
        if (device.isEmpty()) return badRequest("no device " + told.path("device").asText());
        if (told.path("what").asText().equals(RENAME_PHRASE))
            return renameDevice(device.get(), told.path("to").asText());
        if (what.isEmpty()) return badRequest("what happens must be one of " + DeviceIncident.phrases() + " or " + RENAME_PHRASE);
        what.get().trigger(device.get(), clock.instant(), fakeAccount.commands());
        return HttpResponse.json(200, deviceJson(device.get()));
    }

    private HttpResponse renameDevice(Device device, String hostname) {
        if (hostname.isBlank()) return badRequest("\"to\" is missing: the new host name");
        device.rename(hostname);
        return HttpResponse.json(200, deviceJson(device));
    }

    static HttpResponse badRequest(String error) {
        return HttpResponse.json(400, Map.of("error", error));
    }

    private Map<String, @Nullable Object> deviceJson(Device device) {
        DeviceSnapshot deviceSnapshot = device.snapshotAt(clock.instant());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("name", device.spec().hostname());
        told.put("id", device.id());
        told.put("kind", device.spec().isGuest() ? "virtual guest" : "hardware");
        told.put("address", device.spec().address());
        told.put("backendAddress", device.spec().backendAddress());
        told.put("sshPort", fakeHosts.sshPort(device));
        told.put("rdpPort", fakeHosts.rdpPort(device));
        told.put("power", deviceSnapshot.appearance().power().name());
        told.put("serving", deviceSnapshot.appearance().answeringSystem().name());
        told.put("inRescue", deviceSnapshot.isInRescue());
        told.put("cancelled", device.isCancelled());
        told.put("transaction", deviceSnapshot.activeTransaction().map(ControlRoute::transactionJson).orElse(null));
        told.put("hostKey", fakeHosts.hostKeyFingerprint(device).orElse(null));
        return told;
    }

    private static Map<String, Object> transactionJson(Transaction active) {
        return Map.of(
                "id", active.id(),
                "group", active.group().name(),
                "status", active.status().name(),
                "friendlyName", active.status().friendlyName(),
                "createDate", active.createdAt().toString());
    }
}
