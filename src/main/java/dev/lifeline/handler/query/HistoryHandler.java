package dev.lifeline.handler.query;

import dev.lifeline.device.DeviceId;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.recording.RescueHistory;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.RescueSummary;
import java.util.List;
import java.util.Optional;

/** {@code /rescue history [DEVICE]}: the newest requests and their outcomes, of the devices that the caller may see. */
public final class HistoryHandler {

    private static final int MAX_ROWS = 10;

    /** How many requests are scanned for those that the caller may see. */
    private static final int MAX_SCANNED_ROWS = 500;

    private final DeviceLookup deviceLookup;
    private final RescueRequests requests;
    private final RescueHistory history;
    private final Replies replies;

    public HistoryHandler(DeviceLookup deviceLookup, RescueRequests requests, RescueHistory history, Replies replies) {
        this.deviceLookup = deviceLookup;
        this.requests = requests;
        this.history = history;
        this.replies = replies;
    }

    /**
     * Shows the newest requests.
     *
     * @param typed the name, address or id of a device; empty for all devices
     */
    public Effects handle(Caller caller, Optional<String> typed) {
        return typed.map(device -> forDevice(caller, device)).orElseGet(() -> forAllDevices(caller));
    }

    private Effects forAllDevices(Caller caller) {
        List<RescueSummary> rescues = pastRescues(caller, Optional.empty());
        return replies.reply(caller, HistoryReplies.in(caller.locale()).forAllDevices(rescues));
    }

    private Effects forDevice(Caller caller, String typed) {
        return deviceLookup.withOne(
                caller,
                typed,
                (user, device) -> replies.reply(
                        user,
                        HistoryReplies.in(user.locale())
                                .forDevice(device, pastRescues(user, Optional.of(device.id())))));
    }

    private List<RescueSummary> pastRescues(Caller caller, Optional<DeviceId> device) {
        return requests.findRecent(device, MAX_SCANNED_ROWS).stream()
                .filter(request -> caller.canSee(request.device()))
                .limit(MAX_ROWS)
                .map(history::summarize)
                .toList();
    }
}
