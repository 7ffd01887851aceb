package dev.lifeline.handler.rescue;

import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import java.time.Instant;
import java.util.Optional;

/** Restarts the approval of a request whose device has changed since the plan was made: the votes were for the device as it was then. */
public final class DriftCheck {

    private final Devices devices;
    private final TransitionApplier transitions;
    private final Replies replies;

    public DriftCheck(Devices devices, TransitionApplier transitions, Replies replies) {
        this.devices = devices;
        this.transitions = transitions;
        this.replies = replies;
    }

    /** Restarts the approval and replies so to the caller; empty where nothing has changed, or where the device cannot be seen. */
    Optional<Effects> restartOnDrift(Caller caller, RescueRequest request, Instant now) {
        Optional<Inspection> inspection = devices.inspect(request.device().id());
        return inspection
                .flatMap(current -> ApprovalTransitions.restartOnDrift(request, current, now))
                .map(applied -> transitions.apply(caller, request, applied).and(planChanged(caller, request)));
    }

    private Effects planChanged(Caller caller, RescueRequest request) {
        Message message =
                DenialMessages.in(caller.locale()).transitionRejected(TransitionRejection.PLAN_CHANGED, request);
        return replies.reply(caller, message);
    }
}
