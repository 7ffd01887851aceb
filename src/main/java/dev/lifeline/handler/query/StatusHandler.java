package dev.lifeline.handler.query;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.util.List;
import java.util.Optional;

/** {@code /rescue status [DEVICE]}: the open requests and reviews, of the devices that the caller may see. */
public final class StatusHandler {

    private final DeviceLookup deviceLookup;
    private final RescueRequests requests;
    private final Replies replies;

    public StatusHandler(DeviceLookup deviceLookup, RescueRequests requests, Replies replies) {
        this.deviceLookup = deviceLookup;
        this.requests = requests;
        this.replies = replies;
    }

    /**
     * Shows the open requests and reviews.
     *
     * @param typed the name, address or id of a device; empty for all devices
     */
    public Effects handle(Caller caller, Optional<String> typed) {
        return typed.map(device -> forDevice(caller, device)).orElseGet(() -> forAllDevices(caller));
    }

    private Effects forAllDevices(Caller caller) {
        Message message = CommandReplies.in(caller.locale())
                .status(
                        visible(caller, requests.findOpen()),
                        visible(caller, requests.findReviewPending()),
                        requests.findUnreadable().size());
        return replies.reply(caller, message);
    }

    private static List<RescueRequest> visible(Caller caller, List<RescueRequest> requests) {
        return requests.stream()
                .filter(request -> caller.canSee(request.device()))
                .toList();
    }

    private Effects forDevice(Caller caller, String typed) {
        CommandReplies texts = CommandReplies.in(caller.locale());
        return deviceLookup.withOne(
                caller,
                typed,
                (user, device) -> replies.reply(
                        user,
                        requests.findOpen(device.id())
                                .map(request -> texts.withPresentName(
                                        texts.status(List.of(request), List.of(), 0), request, device))
                                .orElseGet(() -> texts.noOpenRequest(device))));
    }
}
