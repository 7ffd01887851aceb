package dev.lifeline.handler.query;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.reply.CommandReplies;

/** {@code /rescue list [TEXT]}: the devices that the caller has access to. */
public final class ListDevicesHandler {

    private final HandlerContext context;
    private final DeviceLookup deviceLookup;

    public ListDevicesHandler(HandlerContext context, DeviceLookup deviceLookup) {
        this.context = context;
        this.deviceLookup = deviceLookup;
    }

    public Effects handle(Caller caller, String text) {
        return context.reply(caller, CommandReplies.in(caller.locale()).deviceList(text, deviceLookup.search(caller, text)));
    }
}
