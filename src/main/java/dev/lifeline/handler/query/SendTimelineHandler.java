package dev.lifeline.handler.query;

import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup.LookupResult;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.recording.Timeline;
import dev.lifeline.rescue.RescueRequest;
import java.util.Optional;

/**
 * {@code /rescue timeline DEVICE}: how the newest rescue of a device went, as Markdown in the caller's own talk with the bot, where it
 * stays and can be copied from.
 */
public final class SendTimelineHandler {

    private final HandlerContext context;
    private final DeviceLookup deviceLookup;

    public SendTimelineHandler(HandlerContext context, DeviceLookup deviceLookup) {
        this.context = context;
        this.deviceLookup = deviceLookup;
    }

    public Effects handle(Caller caller, String typed) {
        LookupResult lookupResult = deviceLookup.findOne(caller, typed);
        if (lookupResult instanceof LookupResult.NoSingleMatch noSingleMatch)
            return context.reply(caller, noSingleMatch.reply());
        Device device = ((LookupResult.SingleMatch) lookupResult).device();
        return context.requests().findRecent(Optional.of(device.id()), 1).stream()
                .findFirst()
                .flatMap(newest -> sendTimeline(caller, newest))
                .orElseGet(() ->
                        context.reply(caller, HistoryReplies.in(caller.locale()).noRescues(device)));
    }

    private Optional<Effects> sendTimeline(Caller caller, RescueRequest request) {
        return context.recorder()
                .history()
                .timeline(request.id())
                .map(timeline -> sendTimeline(caller, request, timeline));
    }

    private Effects sendTimeline(Caller caller, RescueRequest request, Timeline timeline) {
        Message whole = HistoryReplies.in(caller.locale()).timeline(request, timeline.lines());
        String link = StatusMessages.in(caller.locale()).permalinkLabel();
        Effects sent =
                () -> context.notifier().sendDirectMessage(caller.slackUser().id(), request.id(), whole, link);
        return sent.and(context.reply(caller, HistoryReplies.in(caller.locale()).timelineSent(request.device())));
    }
}
