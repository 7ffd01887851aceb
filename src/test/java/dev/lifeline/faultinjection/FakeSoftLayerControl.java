package dev.lifeline.faultinjection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Controls the fake SoftLayer: injects faults, lists the calls and reads the true state of a device. */
final class FakeSoftLayerControl implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Errors that prove that the provider did nothing (src/docs/platform/softlayer.md, section Errors). */
    private static final List<String> REJECTION_TEXTS = List.of(
            "Rate limit of",
            "outstanding transaction",
            "do not have permission",
            "Access Denied",
            "Unable to find object",
            "Failed to exchange token",
            "less than 20 minutes ago",
            "not ready for this request",
            "Access token has expired");

    private final FakeSoftLayer classic;

    FakeSoftLayerControl(FakeSoftLayerOptions options) {
        try {
            this.classic = FakeSoftLayer.start(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeSoftLayer classic() {
        return classic;
    }

    /** The names of all faults. */
    List<String> faultNames() {
        List<String> names = new ArrayList<>();
        post("faults", Map.of("fault", "none of them")).path("faults").forEach(name -> names.add(name.asText()));
        return names;
    }

    void injectFault(Map<String, Object> fault) {
        post("faults", fault);
    }

    void clearFaults() {
        send(request("faults").DELETE().build());
    }

    void triggerIncident(String device, String incident) {
        post("happens", Map.of("device", device, "what", incident));
    }

    /** Sends a command as another client of the account, outside the bot. */
    void callAsOtherClient(String path) {
        String key = "lifeline:sandbox-lifeline-api-key";
        send(HttpRequest.newBuilder(URI.create(classic.url() + "/rest/v3.1/" + path + ".json"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .build());
    }

    /** The number of calls of these methods for a device that were not rejected. */
    long acceptedCalls(Set<String> methods, long device) {
        return calls(methods, device).filter(call -> !isRejected(call)).count();
    }

    /** The number of calls of these methods for a device, whatever the response. */
    long callCount(Set<String> methods, long device) {
        return calls(methods, device).count();
    }

    /** Every call since the calls were last cleared. */
    List<JsonNode> calls() {
        return StreamSupport.stream(get("calls").spliterator(), false).toList();
    }

    void clearCalls() {
        send(request("calls").DELETE().build());
    }

    private Stream<JsonNode> calls(Set<String> methods, long device) {
        return calls().stream()
                .filter(call -> methods.contains(call.path("method").asText().replaceAll(".*::", "")))
                .filter(call -> call.path("id").asLong() == device);
    }

    private static boolean isRejected(JsonNode call) {
        return REJECTION_TEXTS.stream().anyMatch(call.path("error").asText()::contains);
    }

    /** The system that the device runs now: INSTALLED, RESCUE_LINUX, RESCUE_WINDOWS or SILENT. */
    String answeringSystem(long device) {
        return StreamSupport.stream(get("devices").spliterator(), false)
                .filter(row -> row.path("id").asLong() == device)
                .map(row -> row.path("serving").asText())
                .findFirst()
                .orElse("gone");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(classic.url() + "/sandbox/" + path));
    }

    private JsonNode get(String path) {
        return send(request(path).build());
    }

    private JsonNode post(String path, Map<String, Object> body) {
        return send(request(path)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    private static JsonNode send(HttpRequest request) {
        try {
            return JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        classic.close();
    }
}
