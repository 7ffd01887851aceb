package dev.lifeline.workflow;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.monitor.DeviceObservation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes the devices of several requests: their provider status in one read, and a probe of each, in parallel. Blocks until all are done.
 */
public final class DeviceObserver {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceObserver.class);

    private final Devices devices;
    private final DeviceProbe probe;
    private final Executor probeExecutor;
    private final InstantSource clock;

    /** @param probeExecutor its threads limit how many devices are probed at once */
    public DeviceObserver(Devices devices, DeviceProbe probe, Executor probeExecutor, InstantSource clock) {
        this.devices = devices;
        this.probe = probe;
        this.probeExecutor = probeExecutor;
        this.clock = clock;
    }

    /**
     * Hands over one observation for each request, in their order. An observation is dated before its first call, so that a slow answer
     * does not make a probe look newer than it is.
     *
     * @throws dev.lifeline.device.ProviderUnavailableException when the status cannot be read
     */
    void observe(List<RescueRequest> requests, BiConsumer<RescueRequest, DeviceObservation> consumer) {
        Instant observedAt = clock.instant();
        Map<DeviceId, CompletableFuture<ProbeResult>> probes = requests.stream()
                .collect(Collectors.toMap(request -> request.device().id(), this::probe));
        Map<DeviceId, DeviceStatus> statuses = devices.readStatuses(probes.keySet());
        for (RescueRequest request : requests) {
            DeviceId id = request.device().id();
            Optional<DeviceStatus> status =
                    Optional.ofNullable(statuses.get(id)).or(() -> inspectIndividually(id));
            ProbeResult probeResult = Optional.ofNullable(probes.get(id))
                    .map(CompletableFuture::join)
                    .orElseGet(ProbeResult.NoAnswer::new);
            consumer.accept(request, new DeviceObservation(status, probeResult, observedAt));
        }
    }

    /** A probe that fails says nothing about its device and does not disturb the others. */
    private CompletableFuture<ProbeResult> probe(RescueRequest request) {
        return CompletableFuture.supplyAsync(() -> probe.probe(request.device()), probeExecutor)
                .exceptionally(e -> {
                    LOG.warn("Probe of device {} failed", request.device().id(), e);
                    return new ProbeResult.NoAnswer();
                });
    }

    /** A device that is missing from a list may be missing from that answer only, so it is read by itself before it counts as gone. */
    private Optional<DeviceStatus> inspectIndividually(DeviceId id) {
        return devices.inspect(id).map(Inspection::status);
    }
}
