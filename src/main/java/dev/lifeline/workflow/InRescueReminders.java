package dev.lifeline.workflow;

import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyRules.InRescueReminder;
import dev.lifeline.rescue.RescueRequest;
import java.time.InstantSource;
import java.util.List;

/** Reminds the channel of requests that depend on their device for long, as often as the policy says (promise P10). */
public final class InRescueReminders {

    private final Policy policy;
    private final WorkflowRecorder recorder;
    private final InstantSource clock;

    public InRescueReminders(Policy policy, WorkflowRecorder recorder, InstantSource clock) {
        this.policy = policy;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Records the reminders that are due; one that fails takes away no other. */
    void remind(List<RescueRequest> requests) {
        requests.forEach(request -> FaultIsolation.run("reminder", request, () -> remind(request)));
    }

    private void remind(RescueRequest request) {
        InRescueReminder reminder = policy.inRescueReminder();
        request.remind(reminder.after(), reminder.every(), clock.instant()).ifPresent(recorder::record);
    }
}
