package dev.lifeline.rescue.monitor;

import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what it means that the provider does not show a device: it may be hidden for a moment, or from the bot alone, while it is in
 * rescue. The request stays open and the device is looked for, until it has been missing, poll after poll, for a very long time.
 */
final class MissingMonitor {

    private final RescueTimeouts timeouts;

    MissingMonitor(RescueTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Optional<TransitionResult.Applied> apply(RescueRequest request, Instant observedAt) {
        Watch watch = request.watch();
        Duration missing = watch.missing();
        if (missing.compareTo(timeouts.gone()) >= 0)
            return Optional.of(request.close(
                    CloseReason.DEVICE_GONE,
                    "the provider has not shown the device for " + missing,
                    observedAt,
                    new RescueEvent.DeviceGone()));
        if (watch.missingNotified() || missing.compareTo(timeouts.noAnswerGrace()) < 0) return Optional.empty();
        return Optional.of(request.withWatch(watch.withMissingNotified(true))
                .transitionTo(request.stage(), new RescueEvent.DeviceMissing(missing)));
    }

    TransitionResult.Applied toVisibleAgain(RescueRequest request) {
        return request.withWatch(request.watch().withMissingNotified(false))
                .transitionTo(request.stage(), new RescueEvent.DeviceVisibleAgain());
    }
}
