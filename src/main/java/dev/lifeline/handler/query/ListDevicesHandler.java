package dev.lifeline.handler.query;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.CommandReplies;

/** {@code /rescue list [TEXT]}: the devices that the caller has access to. */
public final class ListDevicesHandler {

    private final DeviceLookup deviceLookup;
    private final Replies replies;

    public ListDevicesHandler(DeviceLookup deviceLookup, Replies replies) {
        this.deviceLookup = deviceLookup;
        this.replies = replies;
    }

    /**
     * Lists devices.
     *
     * @param text what the devices' names contain; empty for all devices
     */
    public Effects handle(Caller caller, String text) {
        return replies.reply(
                caller, CommandReplies.in(caller.locale()).deviceList(text, deviceLookup.search(caller, text)));
    }
}
