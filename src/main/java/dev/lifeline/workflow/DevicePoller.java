package dev.lifeline.workflow;

import dev.lifeline.job.Poller;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.monitor.DeviceObservation;
import java.time.Duration;
import java.util.List;

/**
 * Polls the devices of the requests whose stage depends on the device, each when it is due. The provider calls of a round do not grow with
 * the number of rescues until a page of the list is full. A fault in the work for one request leaves the others of the round as they are.
 * One replica at a time polls.
 */
public final class DevicePoller implements Poller {

    private final RescueRequests requests;
    private final DeviceObserver observer;
    private final ObservationStep observationStep;
    private final InRescueReminders reminders;
    private final PollSchedule schedule;

    public DevicePoller(
            RescueRequests requests,
            DeviceObserver observer,
            ObservationStep observationStep,
            InRescueReminders reminders,
            PollSchedule schedule) {
        this.requests = requests;
        this.observer = observer;
        this.observationStep = observationStep;
        this.reminders = reminders;
        this.schedule = schedule;
    }

    /** Runs one round; blocks for the provider and the probes. */
    @Override
    public Duration poll() {
        List<RescueRequest> due = schedule.due(polledRequests());
        if (!due.isEmpty()) observer.observe(due, new ObservationHandler());
        List<RescueRequest> stillPolled = polledRequests();
        observationStep.retain(stillPolled);
        schedule.retain(stillPolled);
        reminders.remind(stillPolled);
        return schedule.untilNext(stillPolled);
    }

    private final class ObservationHandler implements DeviceObserver.Listener {

        @Override
        public void onObservation(RescueRequest request, DeviceObservation observation) {
            schedule.add(request, observation);
            FaultIsolation.run("observation", request, () -> observationStep.execute(request, observation));
        }

        @Override
        public void onUnreadable(RescueRequest request, DeviceObservation observation) {
            schedule.add(request, observation);
            FaultIsolation.run("probe", request, () -> observationStep.executeUnwatched(request, observation));
        }
    }

    private List<RescueRequest> polledRequests() {
        return requests.findOpen().stream()
                .filter(request -> request.stage().isPolled())
                .toList();
    }
}
