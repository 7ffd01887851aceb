package dev.lifeline.workflow;

import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be done about a request whose time has come? One step at a time; each may be run again after a crash. */
public final class RequestStepper {

    private final RescueRequests requests;
    private final WorkflowContext context;
    private final LaunchStep launchStep;
    private final ExitStep exitStep;

    public RequestStepper(WorkflowContext context) {
        this.requests = context.requests();
        this.context = context;
        this.launchStep = new LaunchStep(context);
        this.exitStep = new ExitStep(context);
    }

    /** Takes the request's next step, if one is due. */
    public void step(String request) {
        requests.find(new RequestId(request))
                .filter(found -> isDue(found.due()))
                .ifPresent(this::step);
    }

    /** When the request has to be stepped next; empty while it needs none. */
    public Optional<Instant> due(String request) {
        return requests.find(new RequestId(request)).flatMap(RescueRequest::due);
    }

    /** Every request that will need a step. */
    public Collection<String> pending() {
        return Stream.concat(requests.findOpen().stream(), requests.findReviewPending().stream())
                .filter(request -> request.due().isPresent())
                .map(request -> request.id().value())
                .distinct()
                .toList();
    }

    private boolean isDue(Optional<Instant> due) {
        Instant now = context.clock().instant();
        return due.filter(at -> !at.isAfter(now)).isPresent();
    }

    private void step(RescueRequest request) {
        Stage stage = request.stage();
        boolean stageDue = isDue(stage.due());
        if (stageDue && stage instanceof ReadyToLaunch readyToLaunch) launchStep.execute(request, readyToLaunch);
        else if (stageDue && stage instanceof InRescue in) exitStep.execute(request, in);
        else request.handleDue(context.clock().instant()).applied().ifPresent(context::record);
    }
}
