package dev.lifeline.handler.query;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup.LookupResult;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.rescue.RescueSummary;
import java.util.List;
import java.util.Optional;

/** {@code /rescue history [DEVICE]}: what was asked for lately and what became of it, of what the caller may see. */
public final class HistoryHandler {

    /** As many as one reads on a phone. */
    private static final int MAX_ROWS = 10;

    /** How far back is looked for some that the caller may see. */
    private static final int MAX_SCANNED_ROWS = 500;

    private final HandlerContext context;
    private final DeviceLookup deviceLookup;

    public HistoryHandler(HandlerContext context, DeviceLookup deviceLookup) {
        this.context = context;
        this.deviceLookup = deviceLookup;
    }

    public Effects handle(Caller caller, Optional<String> typed) {
        return context.reply(caller, typed.map(name -> forDevice(caller, name)).orElseGet(() -> forAllDevices(caller)));
    }

    private Message forAllDevices(Caller caller) {
        return HistoryReplies.in(caller.locale()).forAllDevices(pastRescues(caller, Optional.empty()));
    }

    private Message forDevice(Caller caller, String typed) {
        LookupResult lookupResult = deviceLookup.findOne(caller, typed);
        if (lookupResult instanceof LookupResult.NoSingleMatch noSingleMatch) return noSingleMatch.reply();
        Device device = ((LookupResult.SingleMatch) lookupResult).device();
        return HistoryReplies.in(caller.locale()).forDevice(device, pastRescues(caller, Optional.of(device.id())));
    }

    private List<RescueSummary> pastRescues(Caller caller, Optional<DeviceId> device) {
        return context.requests().findRecent(device, MAX_SCANNED_ROWS).stream()
                .filter(request -> DeviceLookup.canSee(caller.cloudUser(), request.device()))
                .limit(MAX_ROWS)
                .map(context.recorder().history()::summarize)
                .toList();
    }
}
