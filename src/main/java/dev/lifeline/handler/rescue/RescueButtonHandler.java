package dev.lifeline.handler.rescue;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionResult;
import java.util.Set;

/** The buttons of a device that boots or runs the rescue kernel: end it, power-cycle it, keep it, "I'm in". */
public final class RescueButtonHandler {

    private final HandlerContext context;
    private final TransitionApplier transitions;

    public RescueButtonHandler(HandlerContext context) {
        this.context = context;
        this.transitions = new TransitionApplier(context);
    }

    public Effects exit(Caller caller, RescueRequest request, boolean hard) {
        TransitionResult transitionResult =
                request.requestExit(caller.requester(), hard, context.clock().instant());
        return transitions.applyIfAllowed(caller, request, DeviceOperation.EXIT_RESCUE, transitionResult);
    }

    public Effects keepInRescue(Caller caller, RescueRequest request) {
        return context.reply(caller, CommandReplies.in(caller.locale()).keptInRescue(request));
    }

    /** A person's word that the rescue kernel is up, for where the bot cannot knock. */
    public Effects reportLogin(Caller caller, RescueRequest request) {
        DeviceId device = request.device().id();
        DeviceStatus deviceStatus =
                context.devices().readStatuses(Set.of(device)).getOrDefault(device, DeviceStatus.UNKNOWN);
        Baseline seen = Baseline.of(deviceStatus, new ProbeResult.NoAnswer());
        TransitionResult transitionResult =
                request.reportLogin(seen, context.clock().instant());
        return transitions.applyIfAllowed(
                caller, request, DeviceOperation.LAUNCH_RESCUE, withLoginName(transitionResult, device));
    }

    private TransitionResult withLoginName(TransitionResult transitionResult, DeviceId device) {
        return transitionResult
                .applied()
                .<TransitionResult>map(applied -> new TransitionResult.Applied(
                        applied.next().withLoginName(context.devices().loginUsername(device)), applied.events()))
                .orElse(transitionResult);
    }
}
