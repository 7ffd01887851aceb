package dev.lifeline.handler.context;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import dev.lifeline.rescue.TransitionResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is made of a move that a caller asked for? It is written down where they may make it, else explained to them alone. */
public final class TransitionApplier {

    private final HandlerContext context;

    public TransitionApplier(HandlerContext context) {
        this.context = context;
    }

    /** Rights are read again at the click; a move that makes none needs none. */
    public Effects applyIfAllowed(Caller caller, RescueRequest request, TransitionResult transitionResult) {
        return applyIfAllowed(caller, request, DeviceOperation.LAUNCH_RESCUE, transitionResult);
    }

    public Effects applyIfAllowed(
            Caller caller, RescueRequest request, DeviceOperation deviceOperation, TransitionResult transitionResult) {
        if (transitionResult.applied().isEmpty()) return apply(caller, request, transitionResult);
        return checkAccess(caller, request, deviceOperation).orElseGet(() -> apply(caller, request, transitionResult));
    }

    /** The same, unless something else is said against it. */
    public Effects applyIfAllowed(
            Caller caller,
            RescueRequest request,
            TransitionResult transitionResult,
            Optional<TransitionRejection> objection) {
        if (transitionResult.applied().isPresent() && objection.isPresent())
            return reject(caller, request, objection.get());
        return applyIfAllowed(caller, request, transitionResult);
    }

    /** What stands against the deed, read at this moment, with everybody who could help; empty where nothing does. */
    public Optional<Effects> checkAccess(Caller caller, RescueRequest request, DeviceOperation deviceOperation) {
        List<DenialReason> denialReasons = caller.denialReasons(deviceOperation, request.device().id());
        if (denialReasons.isEmpty()) return Optional.empty();
        Message answer = context.denialMessage(caller, denialReasons);
        return Optional.of(recordRejection(caller, request, answer.plainText()).and(context.reply(caller, answer)));
    }

    /** A move is written down and so seen by all; one that was none is explained to the caller alone. */
    public Effects apply(Caller caller, RescueRequest request, TransitionResult transitionResult) {
        if (transitionResult instanceof TransitionResult.Applied applied)
            return () -> context.recorder().record(applied, caller.actor());
        return reject(caller, request, ((TransitionResult.Rejected) transitionResult).reason());
    }

    /** A click that changed nothing is on the record too: somebody tried. */
    public Effects reject(Caller caller, RescueRequest request, TransitionRejection transitionRejection) {
        String because = transitionRejection.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return recordRejection(caller, request, because)
                .and(context.reply(
                        caller, DenialMessages.in(caller.locale()).transitionRejected(transitionRejection, request)));
    }

    private Effects recordRejection(Caller caller, RescueRequest request, String because) {
        Map<String, String> facts =
                Map.of("because", because, "action", caller.interaction().actionId());
        return () -> context.recorder().recordRejected("click", request, caller.actor(), facts);
    }
}
