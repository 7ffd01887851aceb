package dev.lifeline.handler.rescue;

import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.TransitionResult;

/** Yes and No on a request's card. */
public final class ConfirmationHandler {

    private final HandlerContext context;
    private final TransitionApplier transitions;
    private final StepUpCheck stepUpCheck;

    public ConfirmationHandler(HandlerContext context) {
        this.context = context;
        this.stepUpCheck = new StepUpCheck(context);
        this.transitions = new TransitionApplier(context);
    }

    public Effects confirm(Caller caller, RescueRequest request, ButtonInput buttonInput, RescueSystem system) {
        Confirmation yes = new Confirmation(system, buttonInput.fieldText(Forms.REASON_FIELD), false);
        TransitionResult transitionResult = request.confirm(
                caller.requester(), yes, approverSet(request), context.clock().instant());
        return transitions.applyIfAllowed(caller, request, transitionResult, stepUpCheck.rejection(caller, request));
    }

    /** Slack is asked who they are only where a Yes still counts: a late click is told so, whatever Slack says. */
    private ApproverSet approverSet(RescueRequest request) {
        if (!(request.stage() instanceof AwaitingConfirmation)) return ApproverSet.ANY_PERMITTED_USER;
        Plan plan = request.plan();
        return context.approverResolver().resolve(plan.requirements().approval(), plan.requester());
    }

    public Effects cancel(Caller caller, RescueRequest request) {
        return transitions.apply(
                caller,
                request,
                request.cancel(caller.requester(), context.clock().instant()));
    }
}
