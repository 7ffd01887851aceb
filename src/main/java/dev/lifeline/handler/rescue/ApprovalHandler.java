package dev.lifeline.handler.rescue;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Vote;
import java.time.Instant;
import java.time.InstantSource;

/** The buttons Approve and Deny: for those whom the policy names, with rights and device as they are at the click (promises P4, P5). */
public final class ApprovalHandler {

    private final VoterCheck voterCheck;
    private final StepUpCheck stepUpCheck;
    private final DriftCheck driftCheck;
    private final TransitionApplier transitions;
    private final InstantSource clock;

    public ApprovalHandler(
            VoterCheck voterCheck,
            StepUpCheck stepUpCheck,
            DriftCheck driftCheck,
            TransitionApplier transitions,
            InstantSource clock) {
        this.voterCheck = voterCheck;
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
        return voterCheck
                .refuseVote(caller, request)
                .or(() -> stepUpCheck.refuse(caller, request))
                .or(() -> transitions.checkAccess(caller, request, DeviceOperation.LAUNCH_RESCUE))
                .or(() -> driftCheck.restartOnDrift(caller, request, now))
                .orElseGet(() -> transitions.apply(caller, request, result));
    }

    /** Closes the request; one denial is enough. */
    public Effects deny(Caller caller, RescueRequest request, ButtonInput input) {
        TransitionResult result = ApprovalTransitions.deny(
                request, caller.requester(), input.fieldText(Forms.REASON_FIELD), clock.instant());
        if (result.applied().isEmpty()) return transitions.apply(caller, request, result);
        return voterCheck
                .refuseVote(caller, request)
                .orElseGet(() -> transitions.applyIfAllowed(caller, request, result));
    }
}
