package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.device.Drill;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Preflight;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.Confirmation;
import java.time.InstantSource;
import java.util.List;

/**
 * {@code /rescue drill [DEVICE]}: opens a request for a simulated device, which from then on goes the way of every other. The caller needs
 * the rights that the rescue of the device itself would take, and the policy decides as for that.
 */
public final class StartDrillHandler {

    private static final String ACTION = "drill";

    private final DeviceLookup deviceLookup;
    private final PolicyCheck policyCheck;
    private final RequestOpener requestOpener;
    private final Replies replies;
    private final InstantSource clock;

    public StartDrillHandler(
            DeviceLookup deviceLookup,
            PolicyCheck policyCheck,
            RequestOpener requestOpener,
            Replies replies,
            InstantSource clock) {
        this.deviceLookup = deviceLookup;
        this.policyCheck = policyCheck;
        this.requestOpener = requestOpener;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Opens a drill, or shows the caller the one that they have open.
     *
     * @param typed the name, address or id of the device whose rescue is rehearsed; empty for none in particular
     * @param reason the requester's; empty where none was given
     */
    public Effects handle(Caller caller, String typed, String reason) {
        String person = caller.slackUser().id().value();
        if (typed.isEmpty()) {
            Inspection practice = Drill.practice(person, caller.cloudUser().id().account(), clock.instant());
            return handle(caller, practice.device(), practice, reason);
        }
        return deviceLookup.withOne(
                caller,
                typed,
                (user, device) -> device.id().isSimulated()
                        ? replies.reply(user, CommandReplies.in(user.locale()).unknownDevice(typed))
                        : handle(user, device, Drill.rehearsal(device, person, clock.instant()), reason),
                message -> replies.deny(caller, ACTION, "", message));
    }

    private Effects handle(Caller caller, Device judged, Inspection simulated, String reason) {
        if (reason.length() > Confirmation.MAX_REASON_CHARS)
            return replies.reply(caller, CommandReplies.in(caller.locale()).reasonTooLong());
        Device device = simulated.device();
        List<DenialReason> denialReasons = caller.denialReasons(DeviceOperation.LAUNCH_RESCUE, device.id());
        return denialReasons.isEmpty()
                ? requestOpener.joinExisting(caller, device).orElseGet(() -> open(caller, judged, simulated, reason))
                : replies.deny(caller, ACTION, device.id().toString(), denialReasons);
    }

    private Effects open(Caller caller, Device judged, Inspection simulated, String reason) {
        return Preflight.firstFailure(simulated)
                .map(failure -> preflightFailed(caller, simulated.device(), failure))
                .orElseGet(() -> policyCheck.ifPermitted(
                        caller,
                        judged,
                        simulated.device(),
                        requirements -> requestOpener.open(caller, simulated, requirements, reason)));
    }

    private Effects preflightFailed(Caller caller, Device device, PreflightFailure failure) {
        Message message = DenialMessages.in(caller.locale()).requestBlocked(failure, device);
        return replies.deny(caller, ACTION, device.id().toString(), message);
    }
}
