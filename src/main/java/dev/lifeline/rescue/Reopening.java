package dev.lifeline.rescue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reopens a closed request whose command turned out to have been sent, with regard to a later request that was opened for its device
 * meanwhile: a device has one open request at most. Pure.
 */
public final class Reopening {

    private Reopening() {}

    /**
     * The transitions to save together, in this order.
     *
     * <p>A later request that has claimed no command is closed, because the device is on its way already. One that has claimed its own
     * watches the device; this request then stays closed, its thread is told, and its device is not looked at any more.
     *
     * @param closed the request as it is stored
     * @param reopened its transition out of the closed stage
     * @param later the request that is open for the device now; it may have been requested earlier, where it was reopened itself
     */
    public static List<TransitionResult.Applied> transitions(
            RescueRequest closed, TransitionResult.Applied reopened, Optional<RescueRequest> later, Instant now) {
        if (later.isEmpty()) return List.of(reopened);
        RescueRequest other = later.get();
        return other.stage().isPolled()
                ? List.of(closed.transitionTo(withoutLooking(closed).stage(), lateResponse(reopened, other.id())))
                : List.of(supersede(other, closed.id(), now), reopened);
    }

    /** Opens a closed request again whose launch command took effect, though nobody recorded what became of it; empty for any other. */
    public static Optional<TransitionResult.Applied> lateLaunch(RescueRequest request, Instant now) {
        if (!(request.stage() instanceof Stage.Closed closed)) return Optional.empty();
        return closed.lateLaunch()
                .map(late -> request.transitionTo(late.reopened(now), new RescueEvent.BegunLate(closed.closeReason())));
    }

    /** The same request at the same version, whose device showed nothing and is looked at again later, or not any more. */
    public static RescueRequest afterLook(RescueRequest request, Instant now) {
        return request.stage() instanceof Stage.Closed closed
                ? request.withStage(closed.withLateLaunch(closed.lateLaunch().flatMap(late -> late.afterLook(now))))
                : request;
    }

    /** The same request at the same version, whose device is not looked at any more. */
    public static RescueRequest withoutLooking(RescueRequest request) {
        return request.stage() instanceof Stage.Closed closed
                ? request.withStage(closed.withLateLaunch(Optional.empty()))
                : request;
    }

    /** The same transition, where it is known that nothing was sent. */
    static TransitionResult.Applied withoutLooking(TransitionResult.Applied closed) {
        return new TransitionResult.Applied(withoutLooking(closed.next()), closed.events());
    }

    private static RescueEvent lateResponse(TransitionResult.Applied reopened, RequestId watchedBy) {
        boolean accepted = reopened.events().stream()
                .anyMatch(event -> event instanceof RescueEvent.Reopened again && again.accepted());
        return new RescueEvent.LateResponse(watchedBy, accepted);
    }

    private static TransitionResult.Applied supersede(RescueRequest request, RequestId by, Instant now) {
        return request.close(CloseReason.BLOCKED, "superseded by request " + by, now, new RescueEvent.Superseded(by));
    }
}
