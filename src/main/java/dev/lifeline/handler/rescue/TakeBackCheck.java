package dev.lifeline.handler.rescue;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Looks at the device before a launch is taken back that was sent and turned away: it may have begun all the same
 * (src/docs/decisions/0021-a-busy-answer-is-compared-with-the-device.md). Blocks for the provider.
 */
public final class TakeBackCheck {

    private final Devices devices;
    private final TransitionApplier transitions;
    private final Replies replies;
    private final InstantSource clock;

    public TakeBackCheck(Devices devices, TransitionApplier transitions, Replies replies, InstantSource clock) {
        this.devices = devices;
        this.transitions = transitions;
        this.replies = replies;
        this.clock = clock;
    }

    /** What happens instead of taking the request back; empty where no launch was sent, or nothing began on the device since. */
    Optional<Effects> refuseIfBegun(Caller caller, RescueRequest request) {
        boolean sent = request.stage() instanceof ReadyToLaunch readyToLaunch
                && readyToLaunch.turnedAwayFrom().isPresent();
        return sent ? look(caller, request) : Optional.empty();
    }

    private Optional<Effects> look(Caller caller, RescueRequest request) {
        Optional<DeviceStatus> seen =
                devices.inspect(request.device().id()).map(Inspection::status).filter(DeviceStatus::isKnown);
        if (seen.isEmpty())
            return Optional.of(transitions.reject(caller, request, TransitionRejection.DEVICE_NOT_SEEN));
        return LaunchTransitions.suspectSent(request, seen.get(), clock.instant())
                .map(suspected -> watchInstead(caller, request, suspected));
    }

    private Effects watchInstead(Caller caller, RescueRequest request, TransitionResult.Applied suspected) {
        return transitions
                .apply(caller, request, suspected)
                .and(replies.reply(
                        caller,
                        DenialMessages.in(caller.locale())
                                .transitionRejected(TransitionRejection.LAUNCH_MAY_HAVE_BEGUN, suspected.next())));
    }
}
