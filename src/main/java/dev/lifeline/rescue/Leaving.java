package dev.lifeline.rescue;

import dev.lifeline.rescue.LaunchOutcome.Accepted;
import dev.lifeline.rescue.LaunchOutcome.Hindered;
import dev.lifeline.rescue.LaunchOutcome.NotPermitted;
import dev.lifeline.rescue.LaunchOutcome.Unconfirmed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Leave;
import dev.lifeline.rescue.Stage.Returning;
import java.time.Instant;
import java.util.Optional;

/** How does an ordered end of a rescue reach the provider, at most once per order? Claimed on disk before, folded after. */
public final class Leaving {

    private Leaving() {}

    /** Claims the one order. Whoever saves this first sends it. */
    public static Optional<Move.Moved> claim(RescueRequest request, Instant now) {
        if (!(request.stage() instanceof InRescue in) || in.leave().isEmpty()) return Optional.empty();
        Requester by = in.leave().get().by();
        return Optional.of(request.to(new Returning(now, Optional.of(by), in.baseline(), in.inRescue(), false)));
    }

    /** Whoever ordered it may not, by now: the device stays where it is. */
    public static Optional<Move.Moved> dropped(RescueRequest request, Happening because) {
        if (!(request.stage() instanceof InRescue in)) return Optional.empty();
        return Optional.of(request.to(RescueRequest.withLeave(in, Optional.empty()), because));
    }

    /** It waits: nothing was sent. */
    public static Optional<Move.Moved> postponed(RescueRequest request, Instant again) {
        if (!(request.stage() instanceof InRescue in) || in.leave().isEmpty()) return Optional.empty();
        return Optional.of(later(request, in, in.leave().get(), new Happening.LeavePostponed(again)));
    }

    /**
     * Folds the provider's answer.
     *
     * @param before the stage as it was when the order was claimed, to go back to when nothing was done
     * @param again when to try again in that case
     */
    public static Move.Moved fold(RescueRequest request, InRescue before, LaunchOutcome outcome, Instant again) {
        return fold(request, before, outcome, new Happening.LeavePostponed(again));
    }

    /**
     * Folds the provider's answer.
     *
     * @param later when to try again where nothing was done, and why then
     */
    public static Move.Moved fold(
            RescueRequest request, InRescue before, LaunchOutcome outcome, Happening.LeavePostponed later) {
        if (outcome instanceof Accepted) return request.to(request.stage(), new Happening.LeaveAccepted());
        if (outcome instanceof Unconfirmed) return request.to(request.stage(), new Happening.LeaveUnconfirmed());
        if (outcome instanceof NotPermitted no)
            return request.to(
                    RescueRequest.withLeave(before, Optional.empty()), new Happening.LeaveRefused(no.detail()));
        if (outcome instanceof Hindered hindered)
            return request.to(
                    RescueRequest.withLeave(before, Optional.empty()), new Happening.Hindered(hindered.obstacle()));
        Leave leave = before.leave().orElseThrow(() -> new IllegalStateException("no order to end " + request.id()));
        return later(request, before, leave, later);
    }

    private static Move.Moved later(
            RescueRequest request, InRescue in, Leave leave, Happening.LeavePostponed postponed) {
        Leave waiting = new Leave(leave.by(), leave.hard(), postponed.until(), true);
        return request.toUnlessSaid(
                RescueRequest.withLeave(in, Optional.of(waiting)), leave.postponedSaid(), postponed);
    }
}
