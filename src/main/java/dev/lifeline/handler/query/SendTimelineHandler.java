package dev.lifeline.handler.query;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.recording.RescueHistory;
import dev.lifeline.recording.Timeline;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.util.Optional;

/**
 * {@code /rescue timeline DEVICE}: sends the timeline of a device's newest rescue as Markdown in a direct message, where it stays and can
 * be copied.
 */
public final class SendTimelineHandler {

    private final DeviceLookup deviceLookup;
    private final RescueRequests requests;
    private final RescueHistory history;
    private final Notifier notifier;
    private final Replies replies;

    public SendTimelineHandler(
            DeviceLookup deviceLookup,
            RescueRequests requests,
            RescueHistory history,
            Notifier notifier,
            Replies replies) {
        this.deviceLookup = deviceLookup;
        this.requests = requests;
        this.history = history;
        this.notifier = notifier;
        this.replies = replies;
    }

    /**
     * Sends the timeline of a device's newest rescue.
     *
     * @param typed the name, address or id of a device
     */
    public Effects handle(Caller caller, String typed) {
        return deviceLookup.withOne(
                caller,
                typed,
                (user, device) -> requests.findRecent(Optional.of(device.id()), 1).stream()
                        .findFirst()
                        .flatMap(newest -> sendTimeline(user, newest))
                        .orElseGet(() -> replies.reply(
                                user, HistoryReplies.in(user.locale()).noRescues(device))));
    }

    /** Sends the timeline of the request of a button, to whoever may see its device. */
    public Effects handle(Caller caller, RescueRequest request) {
        if (!caller.canSee(request.device()))
            return replies.denyButton(caller, CommandReplies.in(caller.locale()).requestNotFound());
        return sendTimeline(caller, request)
                .orElseGet(() ->
                        replies.reply(caller, HistoryReplies.in(caller.locale()).noRescues(request.device())));
    }

    private Optional<Effects> sendTimeline(Caller caller, RescueRequest request) {
        return history.timeline(request.id()).map(timeline -> sendTimeline(caller, request, timeline));
    }

    private Effects sendTimeline(Caller caller, RescueRequest request, Timeline timeline) {
        HistoryReplies texts = HistoryReplies.in(caller.locale());
        Message message = texts.timeline(request, timeline.lines(MessageCatalog.forLocale(caller.locale())));
        Translations text =
                new Translations(message, StatusMessages.in(caller.locale()).permalinkLabel());
        Effects sent = () -> notifier.sendDirectMessage(caller.slackUser().id(), request.id(), text);
        return sent.and(replies.reply(caller, texts.timelineSent(request.device())));
    }
}
