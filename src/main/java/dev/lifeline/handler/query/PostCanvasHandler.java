package dev.lifeline.handler.query;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.CanvasResult;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.port.Canvases;
import dev.lifeline.message.reply.CanvasReplies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.HistoryReplies;
import dev.lifeline.recording.Timeline;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.RescueRequest;
import java.util.Locale;

/**
 * The button that puts the timeline of a rescue into a canvas of its channel, in the channel's language. Slack is asked before anything is
 * recorded, so that a crash in between may leave two canvases and never none (decision 0090).
 */
public final class PostCanvasHandler {

    private final Canvases canvases;
    private final TransitionRecorder recorder;
    private final Replies replies;

    public PostCanvasHandler(Canvases canvases, TransitionRecorder recorder, Replies replies) {
        this.canvases = canvases;
        this.recorder = recorder;
        this.replies = replies;
    }

    /** Posts the timeline of the request of a button, for whoever may see its device. */
    public Effects handle(Caller caller, RescueRequest request) {
        if (!DeviceLookup.canSee(caller.cloudUser(), request.device()))
            return replies.denyButton(caller, CommandReplies.in(caller.locale()).requestNotFound());
        return recorder.history()
                .timeline(request.id())
                .map(timeline -> post(caller, request, timeline))
                .orElseGet(() ->
                        replies.reply(caller, HistoryReplies.in(caller.locale()).noRescues(request.device())));
    }

    private Effects post(Caller caller, RescueRequest request, Timeline timeline) {
        MessageCatalog channelLanguage = recorder.catalog();
        CanvasResult result = canvases.create(
                request.plan().channel(), timeline.title(channelLanguage), timeline.markdown(channelLanguage));
        Effects recorded = () -> recorder.recordAction(
                "canvas-posted", request, caller.actor(), result.name().toLowerCase(Locale.ROOT));
        return recorded.and(
                replies.reply(caller, CanvasReplies.in(caller.locale()).result(request.device(), result)));
    }
}
