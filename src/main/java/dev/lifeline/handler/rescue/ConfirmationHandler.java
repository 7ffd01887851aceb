package dev.lifeline.handler.rescue;

import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;
import java.util.Optional;

/** The buttons Yes and No of a request that awaits confirmation. */
public final class ConfirmationHandler {

    private final ApproverResolver approverResolver;
    private final StepUpCheck stepUpCheck;
    private final TakeBackCheck takeBackCheck;
    private final TransitionApplier transitions;
    private final InstantSource clock;

    public ConfirmationHandler(
            ApproverResolver approverResolver,
            StepUpCheck stepUpCheck,
            TakeBackCheck takeBackCheck,
            TransitionApplier transitions,
            InstantSource clock) {
        this.approverResolver = approverResolver;
        this.stepUpCheck = stepUpCheck;
        this.takeBackCheck = takeBackCheck;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Yes, with the rescue system that the button names. */
    public Effects confirm(Caller caller, RescueRequest request, ButtonInput input, RescueSystem system) {
        Confirmation confirmation = new Confirmation(system, reason(request, input), false);
        TransitionResult result =
                request.confirm(caller.requester(), confirmation, approverSet(request), clock.instant());
        return transitions.applyIfAllowed(caller, request, result, stepUpCheck.refuse(caller, request));
    }

    /** What was written in the form, or else the reason that came with the request and that the status message shows. */
    private static String reason(RescueRequest request, ButtonInput input) {
        String written = input.fieldText(Forms.REASON_FIELD);
        return written.isEmpty() ? request.plan().statedReason().orElse("") : written;
    }

    /** Asks Slack for the approvers only where a Yes still counts, so that a late click is answered whatever Slack says. */
    private ApproverSet approverSet(RescueRequest request) {
        if (!(request.stage() instanceof AwaitingConfirmation)) return ApproverSet.ANY_PERMITTED_USER;
        Plan plan = request.plan();
        return approverResolver.resolve(
                plan.requirements().approval(), plan.requester(), plan.device().id());
    }

    /** No, the requester's withdrawal while approval is awaited, or their taking back of a launch that waits for the provider. */
    public Effects cancel(Caller caller, RescueRequest request) {
        TransitionResult result = request.cancel(caller.requester(), clock.instant());
        Optional<Effects> begun =
                result.applied().isPresent() ? takeBackCheck.refuseIfBegun(caller, request) : Optional.empty();
        return begun.orElseGet(() -> transitions.apply(caller, request, result));
    }
}
