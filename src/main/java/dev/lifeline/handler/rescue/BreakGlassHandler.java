package dev.lifeline.handler.rescue;

import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.BreakGlassTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;
import java.util.Set;

/** Break-glass: a launch without the approvals, with the device's name and a reason typed by hand; and the review of it by another user. */
public final class BreakGlassHandler {

    private final RemedyContacts remedyContacts;
    private final StepUpCheck stepUpCheck;
    private final VoterCheck voterCheck;
    private final TransitionApplier transitions;
    private final InstantSource clock;

    public BreakGlassHandler(
            RemedyContacts remedyContacts,
            StepUpCheck stepUpCheck,
            VoterCheck voterCheck,
            TransitionApplier transitions,
            InstantSource clock) {
        this.remedyContacts = remedyContacts;
        this.stepUpCheck = stepUpCheck;
        this.voterCheck = voterCheck;
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Goes ahead without the approvals, where the policy allows it. */
    public Effects breakGlass(Caller caller, RescueRequest request, ButtonInput input) {
        TransitionResult result = BreakGlassTransitions.breakGlass(
                request,
                caller.requester(),
                input.fieldText(Forms.REASON_FIELD),
                userManagers(caller),
                clock.instant());
        if (result.applied().isPresent() && !matchesName(request, input.fieldText(Forms.DEVICE_FIELD)))
            return transitions.reject(caller, request, TransitionRejection.DEVICE_NAME_MISMATCH);
        return transitions.applyIfAllowed(caller, request, result, stepUpCheck.refuse(caller, request));
    }

    /** The user managers above the caller on the account, as far as their Slack users are known. */
    private Set<SlackUserId> userManagers(Caller caller) {
        return Set.copyOf(remedyContacts.managersOf(caller.cloudUser()));
    }

    /** Signs the review off. */
    public Effects signReview(Caller caller, RescueRequest request) {
        TransitionResult result = BreakGlassTransitions.signOffReview(request, caller.requester(), clock.instant());
        if (result.applied().isEmpty()) return transitions.apply(caller, request, result);
        return voterCheck
                .refuseReview(caller, request)
                .orElseGet(() -> transitions.applyIfAllowed(caller, request, result));
    }

    private static boolean matchesName(RescueRequest request, String typed) {
        return request.device().isNamed(typed);
    }
}
