package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.handler.candidate.DeviceCandidates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which device a person means by an alert: messages as monitoring products and people post them, with the devices that they are about. The
 * field names are those of the products, the values are made up; the devices are those of the fake account.
 */
class AlertCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/dev/lifeline/alerts");

    private static final List<String> HOSTNAMES =
            List.of("web-07", "web-08", "tiny-01", "win-03", "db-01", "winmetal-02", "bare-09", "busy-04", "core-05");

    private static final List<Device> DEVICES = IntStream.range(0, HOSTNAMES.size())
            .mapToObj(index -> device(HOSTNAMES.get(index), index))
            .toList();

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One message and what it is about.
     *
     * @param devices the host names of the devices that are meant, the first one first; empty for none
     */
    private record Alert(String name, List<String> devices, List<String> found) {

        boolean isFirst() {
            return devices.isEmpty()
                    ? found.isEmpty()
                    : found.stream().findFirst().equals(devices.stream().findFirst());
        }

        boolean isAmongThree() {
            return devices.isEmpty()
                    ? found.isEmpty()
                    : found.stream().limit(Math.max(3, devices.size())).toList().containsAll(devices);
        }
    }

    private static Device device(String hostname, int index) {
        Addresses addresses = new Addresses(Optional.of("203.0.113." + (100 + index)), Optional.of("10.9.0." + index));
        return new Device.VirtualGuest(
                new Device.Details(
                        DeviceId.virtualGuest(104_870_101L + index),
                        new DeviceName(hostname, "example.com"),
                        addresses,
                        new OperatingSystem(OperatingSystem.Family.LINUX, "Debian 12"),
                        "fra02",
                        Set.of()),
                8_192,
                false,
                false);
    }

    @Test
    void the_device_that_is_meant_stands_first_and_none_is_found_where_none_is_meant() {
        List<Alert> alerts = alerts();
        List<Alert> named =
                alerts.stream().filter(alert -> !alert.devices().isEmpty()).toList();
        List<Alert> nameless =
                alerts.stream().filter(alert -> alert.devices().isEmpty()).toList();

        print("right first", named.stream().filter(Alert::isFirst).count(), named.size());
        print("right among three", named.stream().filter(Alert::isAmongThree).count(), named.size());
        print(
                "none where none is meant",
                nameless.stream().filter(Alert::isFirst).count(),
                nameless.size());
        named.stream().filter(alert -> !alert.isFirst()).forEach(alert -> System.out.println("Not first: " + alert));
        assertThat(alerts).hasSizeGreaterThanOrEqualTo(40);
        assertThat(named).filteredOn(alert -> !alert.isAmongThree()).isEmpty();
        assertThat(nameless).filteredOn(alert -> !alert.isFirst()).isEmpty();
        assertThat(named).filteredOn(alert -> !alert.isFirst()).hasSizeLessThanOrEqualTo(named.size() / 20);
    }

    private static void print(String what, long count, int all) {
        System.out.printf("Alerts, %s: %d of %d%n", what, count, all);
    }

    private static List<Alert> alerts() {
        DeviceCandidates candidates = new DeviceCandidates(DEVICES);
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().map(file -> alert(file, candidates)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Alert alert(Path file, DeviceCandidates candidates) {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            List<String> found = candidates.find(MessageReader.read(json.path("message"))).stream()
                    .map(device -> device.name().hostname())
                    .toList();
            List<String> devices =
                    json.path("devices").valueStream().map(JsonNode::asText).toList();
            return new Alert(file.getFileName().toString(), devices, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
