package dev.lifeline.handler.rescue;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Inspection;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Vote;
import java.time.Instant;
import java.util.Optional;

/** Approve and Deny on a request's card: by whom the policy names, with rights read at the click, for the machine as it is now. */
public final class ApprovalHandler {

    private final HandlerContext context;
    private final TransitionApplier transitions;
    private final StepUpCheck stepUpCheck;

    public ApprovalHandler(HandlerContext context) {
        this.context = context;
        this.stepUpCheck = new StepUpCheck(context);
        this.transitions = new TransitionApplier(context);
    }

    public Effects approve(Caller caller, RescueRequest request, ButtonInput buttonInput) {
        Instant now = context.clock().instant();
        Vote vote =
                new Vote(caller.requester(), buttonInput.planDigest(), buttonInput.fieldText(Forms.REASON_FIELD), now);
        TransitionResult transitionResult = ApprovalTransitions.approve(request, vote);
        if (transitionResult.applied().isEmpty()) return transitions.apply(caller, request, transitionResult);
        Optional<TransitionRejection> objection = rejection(caller, request);
        if (objection.isPresent()) return transitions.reject(caller, request, objection.get());
        return transitions
                .checkAccess(caller, request, DeviceOperation.LAUNCH_RESCUE)
                .or(() -> checkDrift(caller, request, now))
                .orElseGet(() -> transitions.apply(caller, request, transitionResult));
    }

    private Optional<TransitionRejection> rejection(Caller caller, RescueRequest request) {
        if (!isEligibleApprover(caller, request)) return Optional.of(TransitionRejection.NOT_APPROVER);
        if (stepUpCheck.isRequester(caller, request)) return Optional.of(TransitionRejection.SELF_APPROVAL);
        return stepUpCheck.rejection(caller, request);
    }

    public Effects deny(Caller caller, RescueRequest request, ButtonInput buttonInput) {
        TransitionResult transitionResult = ApprovalTransitions.deny(
                request,
                caller.requester(),
                buttonInput.fieldText(Forms.REASON_FIELD),
                context.clock().instant());
        if (transitionResult.applied().isPresent() && !isEligibleApprover(caller, request))
            return transitions.reject(caller, request, TransitionRejection.NOT_APPROVER);
        return transitions.applyIfAllowed(caller, request, transitionResult);
    }

    /** By name where the policy has names, and always with the permission that it wants. */
    private boolean isEligibleApprover(Caller caller, RescueRequest request) {
        ApprovalRequirement approvalRequirement = request.plan().requirements().approval();
        boolean reminded = request.stage() instanceof AwaitingApproval waiting
                && waiting.remindAt().isEmpty();
        return caller.cloudUser()
                        .hasPermission(approvalRequirement.approverSelector().permission())
                && context.approverResolver()
                        .isApprover(approvalRequirement, caller.slackUser().id(), reminded);
    }

    /** The machine is looked at again, since it may have changed while people slept: then nobody has agreed to this. */
    private Optional<Effects> checkDrift(Caller caller, RescueRequest request, Instant now) {
        Optional<Inspection> fresh = context.devices().inspect(request.device().id());
        return fresh.flatMap(seen -> ApprovalTransitions.restartOnDrift(request, seen, now))
                .map(applied -> transitions
                        .apply(caller, request, applied)
                        .and(context.reply(
                                caller,
                                DenialMessages.in(caller.locale())
                                        .transitionRejected(TransitionRejection.PLAN_CHANGED, request))));
    }
}
