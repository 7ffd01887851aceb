package dev.lifeline.workflow;

import dev.lifeline.approval.Policy;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.monitor.RescueMonitor;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mockito.Mockito;

/** The real poller over requests in memory; time moves only when the test says so. */
final class PollerFixture {

    final SettableClock clock = new SettableClock();
    final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    final List<String> auditedEvents = new ArrayList<>();

    private final DevicePoller poller;
    private long nanos;

    PollerFixture(PolledDevices devices) {
        AuditLog auditLog = Mockito.mock(AuditLog.class);
        Mockito.doAnswer(call -> auditedEvents.add(((AuditEntry) call.getArgument(0)).event()))
                .when(auditLog)
                .append(Mockito.any());
        WorkflowRecorder recorder = new WorkflowRecorder(
                new TransitionRecorder(requests, new RecordingNotifier(reply -> {}), auditLog, Locale.ENGLISH, clock),
                Runnable::run);
        this.poller = new DevicePoller(
                requests,
                new DeviceObserver(devices, devices, Runnable::run, clock, () -> nanos),
                new ObservationStep(
                        new RescueMonitor(RescueTimeouts.DEFAULT), devices, recorder, new WatchTimes(() -> nanos)),
                new InRescueReminders(Policy.PERMISSION_ONLY, recorder, clock),
                new PollSchedule(PollIntervals.DEFAULT, () -> nanos));
    }

    Duration poll() {
        return poller.poll();
    }

    /** Both clocks move on. */
    void letPass(Duration time) {
        clock.advance(time);
        nanos += time.toNanos();
    }

    RescueRequest close(RescueRequest request, Requester by) {
        RescueRequest closed = ManualTransitions.close(request, by, "looked at by hand", clock.instant())
                .applied()
                .orElseThrow()
                .next();
        requests.save(closed);
        return closed;
    }
}
