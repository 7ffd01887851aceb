package dev.lifeline.workflow;

import dev.lifeline.device.AccountName;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes the devices of several requests: their provider status in one read, and a probe of each, in parallel. Blocks for the provider,
 * and for the probes at most 7 seconds ({@link BoundedProbes}). What cannot be read of a device is unknown, of that device only.
 */
public final class DeviceObserver {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceObserver.class);

    private static final Optional<DeviceStatus> UNREAD = Optional.of(DeviceStatus.UNKNOWN);

    private final Devices devices;
    private final BoundedProbes probes;
    private final InstantSource clock;

    /** @param probeExecutor its threads limit how many devices are probed at once */
    public DeviceObserver(Devices devices, DeviceProbe probe, Executor probeExecutor, InstantSource clock) {
        this(devices, probe, probeExecutor, clock, System::nanoTime);
    }

    /**
     * An observer.
     *
     * @param probeExecutor its threads limit how many devices are probed at once
     * @param nanoClock a monotonic clock in nanoseconds, which bounds the time of the probes
     */
    public DeviceObserver(
            Devices devices, DeviceProbe probe, Executor probeExecutor, InstantSource clock, LongSupplier nanoClock) {
        this.devices = devices;
        this.probes = new BoundedProbes(probe, probeExecutor, nanoClock);
        this.clock = clock;
    }

    /** What takes the observations. */
    interface Listener {

        void onObservation(RescueRequest request, DeviceObservation observation);

        /** The status could not be read, and is unknown in the observation: all that it tells is the probe. */
        void onUnreadable(RescueRequest request, DeviceObservation observation);
    }

    /**
     * Hands over one observation for each request, in their order; none for one whose probe did not fit into the time. An observation is
     * dated before its first call, so that a slow answer does not make a probe look newer than it is.
     */
    void observe(List<RescueRequest> requests, Listener listener) {
        Instant observedAt = clock.instant();
        BoundedProbes.Round round =
                probes.start(requests.stream().map(RescueRequest::device).toList());
        Map<AccountName, Optional<Map<DeviceId, DeviceStatus>>> statuses = readStatuses(requests);
        Map<DeviceId, ProbeResult> results = round.await();
        for (RescueRequest request : requests) {
            ProbeResult result = results.get(request.device().id());
            if (result != null)
                handOver(
                        request,
                        statuses.getOrDefault(request.device().id().account(), Optional.empty()),
                        new DeviceObservation(UNREAD, result, observedAt),
                        listener);
        }
        if (results.size() < requests.size())
            LOG.info("Devices not probed in time, polled in the next round: {}", requests.size() - results.size());
    }

    /** One read for each account; what one does not tell says nothing about the devices of another. */
    private Map<AccountName, Optional<Map<DeviceId, DeviceStatus>>> readStatuses(List<RescueRequest> requests) {
        Map<AccountName, Set<DeviceId>> ids = requests.stream()
                .map(request -> request.device().id())
                .collect(Collectors.groupingBy(DeviceId::account, Collectors.toSet()));
        Map<AccountName, Optional<Map<DeviceId, DeviceStatus>>> statuses = new HashMap<>();
        ids.forEach((account, part) -> statuses.put(account, readStatuses(account, part)));
        return statuses;
    }

    private Optional<Map<DeviceId, DeviceStatus>> readStatuses(AccountName account, Set<DeviceId> ids) {
        try {
            return Optional.of(devices.in(account).readStatuses(ids));
        } catch (RuntimeException e) {
            LOG.warn("Status of {} devices of account {} not read: {}", ids.size(), account, e.toString());
            return Optional.empty();
        }
    }

    private void handOver(
            RescueRequest request,
            Optional<Map<DeviceId, DeviceStatus>> statuses,
            DeviceObservation unread,
            Listener listener) {
        Optional<Optional<DeviceStatus>> status =
                statuses.flatMap(all -> status(all, request.device().id()));
        if (status.isEmpty()) listener.onUnreadable(request, unread);
        else
            listener.onObservation(
                    request, new DeviceObservation(status.get(), unread.probeResult(), unread.observedAt()));
    }

    /**
     * A device that is missing from a list may be missing from that answer only, so it is read by itself before it counts as gone. Empty
     * where that fails; the inner value is empty where the provider does not show the device.
     */
    private Optional<Optional<DeviceStatus>> status(Map<DeviceId, DeviceStatus> statuses, DeviceId id) {
        DeviceStatus listed = statuses.get(id);
        return listed == null ? inspectIndividually(id) : Optional.of(Optional.of(listed));
    }

    private Optional<Optional<DeviceStatus>> inspectIndividually(DeviceId id) {
        try {
            return Optional.of(devices.inspect(id).map(Inspection::status));
        } catch (RuntimeException e) {
            LOG.warn("Status of device {} not read: {}", id, e.toString());
            return Optional.empty();
        }
    }
}
