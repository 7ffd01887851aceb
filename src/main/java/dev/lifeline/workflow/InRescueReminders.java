package dev.lifeline.workflow;

import dev.lifeline.approval.Policy;
import dev.lifeline.approval.PolicyRules.InRescueReminder;
import dev.lifeline.rescue.ReminderTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionResult.Applied;
import java.time.InstantSource;
import java.util.List;

/**
 * Reminds whoever is responsible of requests that depend on their device for long, as often as the policy says (promise P10); where that
 * person cannot answer any more, others are told with each reminder until one of them takes over.
 */
public final class InRescueReminders {

    private final Policy policy;
    private final ResponsibleCheck responsibleCheck;
    private final WorkflowRecorder recorder;
    private final InstantSource clock;

    public InRescueReminders(
            Policy policy, ResponsibleCheck responsibleCheck, WorkflowRecorder recorder, InstantSource clock) {
        this.policy = policy;
        this.responsibleCheck = responsibleCheck;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Records the reminders that are due; one that fails takes away no other. */
    void remind(List<RescueRequest> requests) {
        requests.forEach(request -> FaultIsolation.run("reminder", request, () -> remind(request)));
    }

    private void remind(RescueRequest request) {
        InRescueReminder reminder = policy.inRescueReminder();
        request.remind(reminder.after(), reminder.every(), clock.instant())
                .ifPresent(reminded -> recorder.record(withSuccessors(request, reminded)));
    }

    private Applied withSuccessors(RescueRequest request, Applied reminded) {
        return responsibleCheck
                .findUnavailable(request)
                .map(unavailable -> ReminderTransitions.tellOthers(reminded, unavailable))
                .orElse(reminded);
    }
}
