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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The control API of the fake: logged calls, devices, incidents. The provider has nothing like it. */
final class ControlRoute implements Route {

    /** Takes the new host name in {@code to}. */
    private static final String RENAME_PHRASE = "is renamed";

    private static final String MAINTENANCE_PHRASE = "maintenance is announced";
    private static final Duration MAINTENANCE_LEAD = Duration.ofHours(1);
    private static final Duration MAINTENANCE_DURATION = Duration.ofHours(2);

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
            default -> HttpResponse.json(404, Map.of("error", "no such route: " + httpRequest.method() + " " + httpRequest.path()));
        };
    }

    private HttpResponse clearCalls() {
        callLog.clear();
        return HttpResponse.json(200, Map.of("ok", true));
    }

    private HttpResponse triggerIncident(JsonNode request) {
        return request.hasNonNull("person") ? triggerUserIncident(request) : triggerDeviceIncident(request);
    }

    private HttpResponse triggerUserIncident(JsonNode request) {
        Optional<CloudUser> user = fakeAccount.users().all().stream()
                .filter(one -> one.shortName().equals(request.path("person").asText()))
                .findFirst();
        Optional<UserIncident> incident = UserIncident.fromPhrase(request.path("what").asText());
        if (user.isEmpty()) return badRequest("no such person: " + request.path("person").asText());
        if (incident.isEmpty()) return badRequest("\"what\" for a person must be one of " + UserIncident.phrases());
        incident.get().trigger(user.get(), fakeAccount.users());
        return HttpResponse.json(200, Map.of("ok", true));
    }

    private HttpResponse triggerDeviceIncident(JsonNode request) {
        Optional<Device> device = fakeAccount.fleet().findByIdOrHostname(request.path("device").asText());
        Optional<DeviceIncident> incident = DeviceIncident.fromPhrase(request.path("what").asText());
        if (device.isEmpty()) return badRequest("no such device: " + request.path("device").asText());
        if (request.path("what").asText().equals(RENAME_PHRASE))
            return renameDevice(device.get(), request.path("to").asText());
        if (request.path("what").asText().equals(MAINTENANCE_PHRASE)) return announceMaintenance(device.get());
        if (incident.isEmpty())
            return badRequest("\"what\" must be one of " + DeviceIncident.phrases() + ", " + MAINTENANCE_PHRASE + " or " + RENAME_PHRASE);
        incident.get().trigger(device.get(), clock.instant(), fakeAccount.commands());
        return HttpResponse.json(200, deviceJson(device.get()));
    }

    /** Maintenance from an hour from now on, for two hours. */
    private HttpResponse announceMaintenance(Device device) {
        Instant startsAt = clock.instant().plus(MAINTENANCE_LEAD);
        fakeAccount.records()
                .maintenanceNotices()
                .announce(
                        "Planned maintenance of " + device.spec().fullyQualifiedDomainName(),
                        startsAt,
                        startsAt.plus(MAINTENANCE_DURATION),
                        OptionalLong.of(device.id()));
        return HttpResponse.json(200, deviceJson(device));
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
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", device.spec().hostname());
        json.put("id", device.id());
        json.put("kind", device.spec().isGuest() ? "virtual guest" : "hardware");
        json.put("address", device.spec().address());
        json.put("backendAddress", device.spec().backendAddress());
        json.put("sshPort", fakeHosts.sshPort(device));
        json.put("rdpPort", fakeHosts.rdpPort(device));
        json.put("power", deviceSnapshot.appearance().power().name());
        json.put("serving", deviceSnapshot.appearance().answeringSystem().name());
        json.put("inRescue", deviceSnapshot.isInRescue());
        json.put("cancelled", device.isCancelled());
        json.put("transaction", deviceSnapshot.activeTransaction().map(ControlRoute::transactionJson).orElse(null));
        json.put("hostKey", fakeHosts.hostKeyFingerprint(device).orElse(null));
        return json;
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
