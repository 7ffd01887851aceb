package dev.lifeline.handler.rescue;

import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;
import java.util.Set;

/** The buttons of a device that boots or runs the rescue kernel: end the rescue, power-cycle, keep in rescue, report a login. */
public final class RescueButtonHandler {

    private final Devices devices;
    private final TransitionApplier transitions;
    private final Replies replies;
    private final InstantSource clock;

    public RescueButtonHandler(Devices devices, TransitionApplier transitions, Replies replies, InstantSource clock) {
        this.devices = devices;
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

    /** Leaves everything as it is. */
    public Effects keepInRescue(Caller caller, RescueRequest request) {
        return replies.reply(caller, CommandReplies.in(caller.locale()).keptInRescue(request));
    }

    /** Takes the caller's login as evidence that the rescue kernel is up, for devices that the bot cannot probe. */
    public Effects reportLogin(Caller caller, RescueRequest request) {
        DeviceId device = request.device().id();
        DeviceStatus status = devices.readStatuses(Set.of(device)).getOrDefault(device, DeviceStatus.UNKNOWN);
        Baseline baseline = Baseline.of(status, new ProbeResult.NoAnswer());
        TransitionResult result = withLoginName(request.reportLogin(baseline, clock.instant()), device);
        return transitions.applyIfAllowed(caller, request, DeviceOperation.LAUNCH_RESCUE, result);
    }

    private TransitionResult withLoginName(TransitionResult result, DeviceId device) {
        return result.applied()
                .<TransitionResult>map(applied -> new TransitionResult.Applied(
                        applied.next().withLoginName(devices.loginUsername(device)), applied.events()))
                .orElse(result);
    }
}
