package dev.lifeline.workflow;

import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.monitor.DeviceObservation;
import dev.lifeline.rescue.monitor.RescueMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How are all the watched devices just now? One poll for all of them, however many rescues are open. */
public final class DevicePoller {

    private static final Logger LOG = LoggerFactory.getLogger(DevicePoller.class);

    private final WorkflowContext context;
    private final RescueMonitor monitor;
    private final Policy policy;
    private final ExecutorService probeExecutor;

    /** Knocks at many devices side by side, as many as there are knockers. */
    public DevicePoller(WorkflowContext context, RescueMonitor monitor, Policy policy, ExecutorService probeExecutor) {
        this.context = context;
        this.monitor = monitor;
        this.policy = policy;
        this.probeExecutor = probeExecutor;
    }

    /** One round over everything that is watched; answers how long until the next. */
    public Duration poll() {
        List<RescueRequest> watched = polledRequests();
        try {
            if (!watched.isEmpty()) observe(watched);
        } catch (ProviderUnavailableException away) {
            LOG.warn("{} devices could not be looked at: {}", watched.size(), away.getMessage());
        }
        List<RescueRequest> still = polledRequests();
        PolicyRules.InRescueReminder inRescueReminder = policy.inRescueReminder();
        still.forEach(request -> request.remindStillInRescue(
                        inRescueReminder.after(),
                        inRescueReminder.every(),
                        context.clock().instant())
                .ifPresent(context::record));
        return context.pollIntervals().nextInterval(still);
    }

    private List<RescueRequest> polledRequests() {
        return context.requests().findOpen().stream()
                .filter(request -> request.stage().isPolled())
                .toList();
    }

    /** A sighting is as old as its oldest part: an answer that took long must not make a knock look fresh. */
    private void observe(List<RescueRequest> watched) {
        Instant at = context.clock().instant();
        Map<DeviceId, CompletableFuture<ProbeResult>> knocks = watched.stream()
                .collect(Collectors.toMap(request -> request.device().id(), this::probe));
        Map<DeviceId, DeviceStatus> deviceStatuses = context.devices().readStatuses(knocks.keySet());
        for (RescueRequest request : watched) {
            DeviceId id = request.device().id();
            Optional<DeviceStatus> deviceStatus =
                    Optional.ofNullable(deviceStatuses.get(id)).or(() -> inspectIndividually(id));
            ProbeResult probeResult = Optional.ofNullable(knocks.get(id))
                    .map(CompletableFuture::join)
                    .orElseGet(ProbeResult.NoAnswer::new);
            applyAll(request, new DeviceObservation(deviceStatus, probeResult, at));
        }
    }

    /** A knock that fails tells nothing about its device, and must not spoil the round for the others. */
    private CompletableFuture<ProbeResult> probe(RescueRequest request) {
        return CompletableFuture.supplyAsync(() -> context.probe().probe(request.device()), probeExecutor)
                .exceptionally(fault -> {
                    LOG.warn("the knock at {} failed", request.device().id(), fault);
                    return new ProbeResult.NoAnswer();
                });
    }

    /** A device that is missing from a list may only be missing from that answer: it is asked for by itself before it is given up. */
    private Optional<DeviceStatus> inspectIndividually(DeviceId id) {
        return context.devices().inspect(id).map(Inspection::status);
    }

    /** One sighting may carry a request over several stages; each is told. */
    private void applyAll(RescueRequest request, DeviceObservation deviceObservation) {
        Optional<RescueRequest> current = Optional.of(request);
        while (current.isPresent()) current = current.flatMap(found -> applyOnce(found, deviceObservation));
    }

    private Optional<RescueRequest> applyOnce(RescueRequest request, DeviceObservation deviceObservation) {
        return monitor.apply(request, deviceObservation)
                .map(this::withLoginName)
                .filter(context::record)
                .map(TransitionResult.Applied::next);
    }

    private TransitionResult.Applied withLoginName(TransitionResult.Applied applied) {
        boolean unnamed =
                applied.next().stage() instanceof InRescue in && in.loginName().isEmpty();
        if (!unnamed) return applied;
        Optional<String> name = findLoginName(
                context.devices()::loginUsername, applied.next().device().id());
        return new TransitionResult.Applied(applied.next().withLoginName(name), applied.events());
    }

    /** That a device is up is told even when the provider does not say whom to log in as. */
    private static Optional<String> findLoginName(Function<DeviceId, Optional<String>> question, DeviceId id) {
        try {
            return question.apply(id);
        } catch (ProviderUnavailableException away) {
            LOG.warn("the login name of {} could not be read: {}", id, away.getMessage());
            return Optional.empty();
        }
    }
}
