package dev.lifeline.workflow;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionResult.Applied;
import dev.lifeline.rescue.monitor.DeviceObservation;
import dev.lifeline.rescue.monitor.RescueMonitor;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records the transitions that follow from the observation of a device. */
public final class ObservationStep {

    private static final Logger LOG = LoggerFactory.getLogger(ObservationStep.class);

    private final RescueMonitor monitor;
    private final Devices devices;
    private final WorkflowRecorder recorder;
    private final WatchTimes watchTimes;

    public ObservationStep(RescueMonitor monitor, Devices devices, WorkflowRecorder recorder, WatchTimes watchTimes) {
        this.monitor = monitor;
        this.devices = devices;
        this.recorder = recorder;
        this.watchTimes = watchTimes;
    }

    /**
     * Applies an observation until it changes nothing more: it may carry a request over several stages, each recorded on its own. Time that
     * was watched without a change is saved now and then, for a restart.
     */
    void execute(RescueRequest request, DeviceObservation observation) {
        RescueRequest watched = withAverage(watchTimes.withObservation(request, observation), observation);
        Optional<RescueRequest> current = applyOnce(watched, observation);
        boolean worthSaving = watched.watch().isWorthSavingAfter(request.watch())
                || !watched.estimate().equals(request.estimate());
        if (current.isEmpty() && worthSaving) recorder.saveUntold(watched);
        applyFurther(current, observation);
    }

    private static RescueRequest withAverage(RescueRequest request, DeviceObservation observation) {
        return observation
                .status()
                .flatMap(DeviceStatus::activeTransaction)
                .map(request::withTransaction)
                .orElse(request);
    }

    /**
     * Applies what a probe tells while the provider cannot be asked. That is no poll of the watch: it neither adds time nor ends an
     * interval, else no time would ever add up with a provider of which every other read fails.
     */
    void executeUnwatched(RescueRequest request, DeviceObservation observation) {
        applyFurther(Optional.of(request), observation);
    }

    private void applyFurther(Optional<RescueRequest> request, DeviceObservation observation) {
        Optional<RescueRequest> current = request;
        while (current.isPresent()) current = current.flatMap(found -> applyOnce(found, observation));
    }

    /** Forgets the requests that are not polled any more. */
    void retain(List<RescueRequest> polled) {
        watchTimes.retain(polled.stream().map(RescueRequest::id).toList());
    }

    private Optional<RescueRequest> applyOnce(RescueRequest request, DeviceObservation observation) {
        return monitor.apply(request, observation)
                .map(this::withLoginName)
                .filter(recorder::record)
                .map(Applied::next);
    }

    private Applied withLoginName(Applied applied) {
        boolean unnamed = applied.next().stage() instanceof InRescue inRescue
                && inRescue.loginName().isEmpty();
        if (!unnamed) return applied;
        Optional<String> loginName = findLoginName(applied.next().device().id());
        return new Applied(applied.next().withLoginName(loginName), applied.events());
    }

    /** The transition into rescue is recorded whatever becomes of the question for the login name. */
    private Optional<String> findLoginName(DeviceId id) {
        try {
            return devices.loginUsername(id);
        } catch (RuntimeException e) {
            LOG.warn("Login name of device {} not read: {}", id, e.toString());
            return Optional.empty();
        }
    }
}
