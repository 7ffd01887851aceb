package dev.lifeline.handler.context;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records a transition that a caller requested where it is allowed; else replies to the caller with the reason. */
public final class TransitionApplier {

    private final TransitionRecorder recorder;
    private final Replies replies;

    public TransitionApplier(TransitionRecorder recorder, Replies replies) {
        this.recorder = recorder;
        this.replies = replies;
    }

    /** Applies a transition that needs the right to launch; a rejected one needs no right. */
    public Effects applyIfAllowed(Caller caller, RescueRequest request, TransitionResult result) {
        return applyIfAllowed(caller, request, DeviceOperation.LAUNCH_RESCUE, result);
    }

    /** Applies a transition that needs the right to an operation; a rejected one needs no right. */
    public Effects applyIfAllowed(
            Caller caller, RescueRequest request, DeviceOperation operation, TransitionResult result) {
        if (result.applied().isEmpty()) return apply(caller, request, result);
        return checkAccess(caller, request, operation).orElseGet(() -> apply(caller, request, result));
    }

    /** Applies a transition that needs the right to launch, unless it is refused besides. */
    public Effects applyIfAllowed(
            Caller caller, RescueRequest request, TransitionResult result, Optional<Effects> refusal) {
        if (result.applied().isPresent() && refusal.isPresent()) return refusal.get();
        return applyIfAllowed(caller, request, result);
    }

    /** The denial of an operation on the request's device, with everyone who could help; empty where it is allowed. */
    public Optional<Effects> checkAccess(Caller caller, RescueRequest request, DeviceOperation operation) {
        List<DenialReason> denialReasons =
                caller.denialReasons(operation, request.device().id());
        if (denialReasons.isEmpty()) return Optional.empty();
        Message message = replies.denialMessage(caller, denialReasons);
        return Optional.of(recordRejection(caller, request, message.plainText()).and(replies.reply(caller, message)));
    }

    /** Records an applied transition, which every member of the channel sees; a rejected one is explained to the caller alone. */
    public Effects apply(Caller caller, RescueRequest request, TransitionResult result) {
        if (result instanceof TransitionResult.Applied applied) {
            Effects recorded = () -> recorder.record(applied, caller.actor());
            return isThreadSeen(caller, request) ? recorded : recorded.and(confirmation(caller, applied));
        }
        return reject(caller, request, ((TransitionResult.Rejected) result).reason());
    }

    /** Who clicks in a direct message sees no thread of another channel, which may be closed. */
    private static boolean isThreadSeen(Caller caller, RescueRequest request) {
        ChannelId clickedIn = caller.interaction().channel();
        return !clickedIn.isDirectMessage() || clickedIn.equals(request.plan().channel());
    }

    private Effects confirmation(Caller caller, TransitionResult.Applied applied) {
        return replies.reply(caller, CommandReplies.in(caller.locale()).done(applied.next()));
    }

    /** A click that changed nothing; it goes to the audit log too, as an attempt. */
    public Effects reject(Caller caller, RescueRequest request, TransitionRejection rejection) {
        String because = rejection.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Message message = DenialMessages.in(caller.locale()).transitionRejected(rejection, request);
        return recordRejection(caller, request, because).and(replies.reply(caller, message));
    }

    /** A click that changed nothing, with details of its own in the audit log. */
    public Effects reject(Caller caller, RescueRequest request, Map<String, String> details, Message message) {
        return recordRejection(caller, request, details).and(replies.reply(caller, message));
    }

    private Effects recordRejection(Caller caller, RescueRequest request, String because) {
        return recordRejection(caller, request, Map.of("denial-reason", because));
    }

    private Effects recordRejection(Caller caller, RescueRequest request, Map<String, String> reason) {
        Map<String, String> details = new HashMap<>(reason);
        details.put("action", caller.interaction().actionId());
        return () -> recorder.recordRejected("click", request, caller.actor(), details);
    }
}
