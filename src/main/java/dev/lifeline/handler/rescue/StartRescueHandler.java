package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.DeviceChoice;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.Confirmation;
import java.util.List;
import java.util.Optional;

/** {@code /rescue DEVICE}: opens a request and shows its status message. Nothing reaches the device before the requester confirms. */
public final class StartRescueHandler {

    private final DeviceLookup deviceLookup;
    private final DevicePreflight preflight;
    private final PolicyCheck policyCheck;
    private final RequestOpener requestOpener;
    private final Replies replies;

    public StartRescueHandler(
            DeviceLookup deviceLookup,
            DevicePreflight preflight,
            PolicyCheck policyCheck,
            RequestOpener requestOpener,
            Replies replies) {
        this.deviceLookup = deviceLookup;
        this.preflight = preflight;
        this.policyCheck = policyCheck;
        this.requestOpener = requestOpener;
        this.replies = replies;
    }

    /**
     * Opens a request for a device.
     *
     * @param typed the name, address or id of a device
     * @param reason the requester's; empty where none was given
     */
    public Effects handle(Caller caller, String typed, String reason) {
        return deviceLookup.withOne(
                caller,
                typed,
                (user, device) -> handle(user, typed, device, reason),
                message -> replies.deny(caller, "request", "", message));
    }

    /**
     * Opens a request for the device of a button or an option.
     *
     * @param value a {@link DeviceChoice}, which the client may have forged
     */
    public Effects handleChoice(Caller caller, String value) {
        return DeviceChoice.parse(value)
                .map(choice -> deviceLookup.withChosen(
                        caller,
                        choice,
                        (user, device) -> handle(user, device.name().fqdn(), device, choice.reason()),
                        message ->
                                replies.deny(caller, "request", choice.device().toString(), message)))
                .orElseGet(() -> replies.denyButton(
                        caller, CommandReplies.in(caller.locale()).unknownAction()));
    }

    private Effects handle(Caller caller, String typed, Device device, String reason) {
        if (reason.length() > Confirmation.MAX_REASON_CHARS)
            return replies.reply(caller, CommandReplies.in(caller.locale()).reasonTooLong());
        List<DenialReason> denialReasons = caller.denialReasons(DeviceOperation.LAUNCH_RESCUE, device.id());
        return denialReasons.isEmpty()
                ? requestOpener.joinExisting(caller, device).orElseGet(() -> inspect(caller, typed, device, reason))
                : replies.deny(caller, "request", device.id().toString(), denialReasons);
    }

    private Effects inspect(Caller caller, String typed, Device device, String reason) {
        Optional<Inspection> inspection = preflight.inspect(device);
        if (inspection.isEmpty())
            return replies.reply(caller, CommandReplies.in(caller.locale()).unknownDevice(typed));
        return preflight
                .findFailure(inspection.get(), typed)
                .map(failure -> preflightFailed(caller, device, failure))
                .orElseGet(() -> policyCheck.ifPermitted(
                        caller,
                        inspection.get().device(),
                        inspection.get().device(),
                        requirements -> requestOpener.open(caller, inspection.get(), requirements, reason)));
    }

    private Effects preflightFailed(Caller caller, Device device, PreflightFailure failure) {
        Message message = DenialMessages.in(caller.locale()).requestBlocked(failure, device);
        return replies.deny(caller, "request", device.id().toString(), message);
    }
}
