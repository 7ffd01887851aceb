package dev.lifeline.workflow;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Watch;
import dev.lifeline.rescue.monitor.DeviceObservation;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import java.time.Duration;
import java.util.Optional;

/** What the poller makes of the device of the first request of a {@link WorkflowFixture}. */
final class Sightings {

    private final WorkflowFixture fixture;

    Sightings(WorkflowFixture fixture) {
        this.fixture = fixture;
    }

    /** Watched in this stage for this long, and settling all the time where it is. */
    void observe(DeviceStatus status, ProbeResult answer, Duration watched) {
        RescueRequest request = fixture.request();
        Optional<Duration> settling = request.stage().isSettling()
                ? Optional.of(Duration.ZERO)
                : request.watch().settlingFrom();
        Watch watch = new Watch(watched, Duration.ZERO, Duration.ZERO, settling, false, Optional.empty());
        new RescueMonitor(RescueTimeouts.DEFAULT)
                .apply(
                        request.withWatch(watch),
                        new DeviceObservation(Optional.of(status), answer, fixture.clock.instant()))
                .ifPresent(fixture::save);
    }
}
