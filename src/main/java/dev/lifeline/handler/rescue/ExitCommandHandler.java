package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup.LookupResult;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionRejection;
import java.util.List;
import java.util.Optional;

/** {@code /rescue exit DEVICE}: asks whether the rescue is to end; nothing happens before Yes. */
public final class ExitCommandHandler {

    private final HandlerContext context;
    private final DeviceLookup deviceLookup;

    public ExitCommandHandler(HandlerContext context, DeviceLookup deviceLookup) {
        this.context = context;
        this.deviceLookup = deviceLookup;
    }

    public Effects handle(Caller caller, String typed) {
        LookupResult lookupResult = deviceLookup.findOne(caller, typed);
        if (lookupResult instanceof LookupResult.NoSingleMatch noSingleMatch)
            return context.reply(caller, noSingleMatch.reply());
        Device device = ((LookupResult.SingleMatch) lookupResult).device();
        Optional<RescueRequest> request = context.requests().findOpen(device.id());
        if (request.isEmpty())
            return context.reply(caller, CommandReplies.in(caller.locale()).noOpenRequest(device));
        List<DenialReason> denialReasons = caller.denialReasons(DeviceOperation.EXIT_RESCUE, device.id());
        return denialReasons.isEmpty()
                ? context.reply(caller, confirmationMessage(caller, request.get()))
                : context.deny(caller, "end", device.id().toString(), denialReasons);
    }

    private static Message confirmationMessage(Caller caller, RescueRequest request) {
        return request.stage() instanceof InRescue
                ? CommandReplies.in(caller.locale()).confirmExit(request)
                : DenialMessages.in(caller.locale()).transitionRejected(TransitionRejection.NOT_IN_RESCUE, request);
    }
}
