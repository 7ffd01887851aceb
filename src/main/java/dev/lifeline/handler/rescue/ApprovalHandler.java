package dev.lifeline.handler.rescue;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Vote;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The buttons Approve and Deny: for those whom the policy names, with rights and device as they are at the click (promises P4, P5). */
public final class ApprovalHandler {

    private final ApproverResolver approverResolver;
    private final StepUpCheck stepUpCheck;
    private final DriftCheck driftCheck;
    private final TransitionApplier transitions;
    private final InstantSource clock;

    public ApprovalHandler(
            ApproverResolver approverResolver,
            StepUpCheck stepUpCheck,
            DriftCheck driftCheck,
            TransitionApplier transitions,
            InstantSource clock) {
        this.approverResolver = approverResolver;
        this.stepUpCheck = stepUpCheck;
        this.driftCheck = driftCheck;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Adds the caller's vote. */
    public Effects approve(Caller caller, RescueRequest request, ButtonInput input) {
        Instant now = clock.instant();
        Vote vote = new Vote(caller.requester(), input.planDigest(), input.fieldText(Forms.REASON_FIELD), now);
        TransitionResult result = ApprovalTransitions.approve(request, vote);
        if (result.applied().isEmpty()) return transitions.apply(caller, request, result);
        Optional<TransitionRejection> rejection = rejection(caller, request);
        if (rejection.isPresent()) return transitions.reject(caller, request, rejection.get());
        return transitions
                .checkAccess(caller, request, DeviceOperation.LAUNCH_RESCUE)
                .or(() -> driftCheck.restartOnDrift(caller, request, now))
                .orElseGet(() -> transitions.apply(caller, request, result));
    }

    private Optional<TransitionRejection> rejection(Caller caller, RescueRequest request) {
        if (!isEligibleApprover(caller, request)) return Optional.of(TransitionRejection.NOT_APPROVER);
        if (stepUpCheck.isRequester(caller, request)) return Optional.of(TransitionRejection.SELF_APPROVAL);
        return stepUpCheck.rejection(caller, request);
    }

    /** Closes the request; one denial is enough. */
    public Effects deny(Caller caller, RescueRequest request, ButtonInput input) {
        TransitionResult result = ApprovalTransitions.deny(
                request, caller.requester(), input.fieldText(Forms.REASON_FIELD), clock.instant());
        if (result.applied().isPresent() && !isEligibleApprover(caller, request))
            return transitions.reject(caller, request, TransitionRejection.NOT_APPROVER);
        return transitions.applyIfAllowed(caller, request, result);
    }

    /** By name where the policy names approvers, and always with the permission that it asks for. */
    private boolean isEligibleApprover(Caller caller, RescueRequest request) {
        ApprovalRequirement requirement = request.plan().requirements().approval();
        boolean reminded = request.stage() instanceof AwaitingApproval waiting
                && waiting.remindAt().isEmpty();
        return caller.cloudUser().hasPermission(requirement.approverSelector().permission())
                && approverResolver.isApprover(requirement, caller.slackUser().id(), reminded);
    }
}
