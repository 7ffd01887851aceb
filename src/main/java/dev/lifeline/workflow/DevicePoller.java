package dev.lifeline.workflow;

import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.job.Poller;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the devices of all requests whose stage depends on the device. The provider calls of a round do not grow with the number of
 * rescues until a page of the list is full. One replica at a time polls.
 */
public final class DevicePoller implements Poller {

    private static final Logger LOG = LoggerFactory.getLogger(DevicePoller.class);

    private final RescueRequests requests;
    private final DeviceObserver observer;
    private final ObservationStep observationStep;
    private final InRescueReminders reminders;
    private final PollIntervals pollIntervals;

    public DevicePoller(
            RescueRequests requests,
            DeviceObserver observer,
            ObservationStep observationStep,
            InRescueReminders reminders,
            PollIntervals pollIntervals) {
        this.requests = requests;
        this.observer = observer;
        this.observationStep = observationStep;
        this.reminders = reminders;
        this.pollIntervals = pollIntervals;
    }

    /** Runs one round; blocks for the provider and the probes. */
    @Override
    public Duration poll() {
        List<RescueRequest> polled = polledRequests();
        try {
            if (!polled.isEmpty()) observer.observe(polled, observationStep::execute);
        } catch (ProviderUnavailableException e) {
            LOG.warn("Provider unavailable, {} devices not polled: {}", polled.size(), e.getMessage());
        }
        List<RescueRequest> stillPolled = polledRequests();
        observationStep.retain(stillPolled);
        reminders.remind(stillPolled);
        return pollIntervals.nextInterval(stillPolled);
    }

    private List<RescueRequest> polledRequests() {
        return requests.findOpen().stream()
                .filter(request -> request.stage().isPolled())
                .toList();
    }
}
