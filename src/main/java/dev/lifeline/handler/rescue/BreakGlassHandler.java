package dev.lifeline.handler.rescue;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.BreakGlassTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import java.util.Set;

/** Going ahead alone, with the device's name typed by hand and a reason; and somebody else's signature afterwards. */
public final class BreakGlassHandler {

    private final HandlerContext context;
    private final TransitionApplier transitions;
    private final StepUpCheck stepUpCheck;

    public BreakGlassHandler(HandlerContext context) {
        this.context = context;
        this.stepUpCheck = new StepUpCheck(context);
        this.transitions = new TransitionApplier(context);
    }

    public Effects breakGlass(Caller caller, RescueRequest request, ButtonInput buttonInput) {
        TransitionResult transitionResult = BreakGlassTransitions.breakGlass(
                request,
                caller.requester(),
                buttonInput.fieldText(Forms.REASON_FIELD),
                userManagers(caller),
                context.clock().instant());
        if (transitionResult.applied().isPresent() && !matchesName(request, buttonInput.fieldText(Forms.DEVICE_FIELD)))
            return transitions.reject(caller, request, TransitionRejection.DEVICE_NAME_MISMATCH);
        return transitions.applyIfAllowed(caller, request, transitionResult, stepUpCheck.rejection(caller, request));
    }

    /** Those above the requester on the account who manage users, as far as it is known who they are in Slack. */
    private Set<SlackUserId> userManagers(Caller caller) {
        return Set.copyOf(context.accessServices().remedyContacts().managersOf(caller.cloudUser()));
    }

    public Effects signReview(Caller caller, RescueRequest request) {
        TransitionResult transitionResult = BreakGlassTransitions.signOffReview(
                request, caller.requester(), context.clock().instant());
        if (transitionResult.applied().isPresent() && stepUpCheck.isRequester(caller, request))
            return transitions.reject(caller, request, TransitionRejection.OWN_BREAK_GLASS);
        return transitions.applyIfAllowed(caller, request, transitionResult);
    }

    private static boolean matchesName(RescueRequest request, String typed) {
        return typed.equalsIgnoreCase(request.device().name().hostname())
                || typed.equalsIgnoreCase(request.device().name().fqdn());
    }
}
