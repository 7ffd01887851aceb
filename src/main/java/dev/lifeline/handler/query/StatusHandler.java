package dev.lifeline.handler.query;

import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup.LookupResult;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.RescueRequest;
import java.util.List;
import java.util.Optional;

/** {@code /rescue status [DEVICE]}: where things stand, of what the caller may see. */
public final class StatusHandler {

    private final HandlerContext context;
    private final DeviceLookup deviceLookup;

    public StatusHandler(HandlerContext context, DeviceLookup deviceLookup) {
        this.context = context;
        this.deviceLookup = deviceLookup;
    }

    public Effects handle(Caller caller, Optional<String> typed) {
        return context.reply(caller, typed.map(name -> forDevice(caller, name)).orElseGet(() -> forAllDevices(caller)));
    }

    private Message forAllDevices(Caller caller) {
        return CommandReplies.in(caller.locale())
                .status(
                        visible(caller, context.requests().open()),
                        visible(caller, context.requests().findReviewPending()));
    }

    private static List<RescueRequest> visible(Caller caller, List<RescueRequest> requests) {
        return requests.stream()
                .filter(request -> DeviceLookup.canSee(caller.cloudUser(), request.device()))
                .toList();
    }

    private Message forDevice(Caller caller, String typed) {
        LookupResult lookupResult = deviceLookup.findOne(caller, typed);
        if (lookupResult instanceof LookupResult.NoSingleMatch noSingleMatch) return noSingleMatch.reply();
        Device device = ((LookupResult.SingleMatch) lookupResult).device();
        return context.requests()
                .findOpen(device.id())
                .map(request -> CommandReplies.in(caller.locale()).status(List.of(request), List.of()))
                .orElseGet(() -> CommandReplies.in(caller.locale()).noOpenRequest(device));
    }
}
