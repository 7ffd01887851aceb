package dev.lifeline.handler.rescue;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.PowerOnTransitions;
import dev.lifeline.rescue.ReminderTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;

/** The buttons by which a device is restarted without a rescue of its own: end the rescue, power-cycle, keep in rescue, power on first. */
public final class RescueButtonHandler {

    private final TransitionApplier transitions;
    private final Replies replies;
    private final InstantSource clock;

    public RescueButtonHandler(TransitionApplier transitions, Replies replies, InstantSource clock) {
        this.transitions = transitions;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Requests the exit.
     *
     * @param hard whether by a power cycle
     */
    public Effects exit(Caller caller, RescueRequest request, boolean hard) {
        TransitionResult result = request.requestExit(caller.requester(), hard, clock.instant());
        return transitions.applyIfAllowed(caller, request, DeviceOperation.EXIT_RESCUE, result);
    }

    /** Asks for the device to be powered on before its rescue is confirmed; the workflow sends the command. */
    public Effects powerOn(Caller caller, RescueRequest request) {
        TransitionResult result = PowerOnTransitions.request(request, caller.requester(), clock.instant());
        return transitions.applyIfAllowed(caller, request, DeviceOperation.POWER_ON, result);
    }

    /** Puts the next reminder off; for whoever could end the rescue. */
    public Effects stillNeeded(Caller caller, RescueRequest request) {
        TransitionResult result = ReminderTransitions.stillNeeded(request, caller.requester(), clock.instant());
        return transitions.applyIfAllowed(caller, request, DeviceOperation.EXIT_RESCUE, result);
    }

    /** Makes the caller the one who is reminded; for whoever could end the rescue. */
    public Effects takeOver(Caller caller, RescueRequest request) {
        TransitionResult result = ReminderTransitions.takeOver(request, caller.requester());
        return transitions.applyIfAllowed(caller, request, DeviceOperation.EXIT_RESCUE, result);
    }

    /** Leaves everything as it is. */
    public Effects keepInRescue(Caller caller, RescueRequest request) {
        return replies.reply(caller, CommandReplies.in(caller.locale()).keptInRescue(request));
    }
}
