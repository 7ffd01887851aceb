package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
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
        return Optional.of(request.to(Returning.claimed(now, by, in.baseline(), in.inRescue())));
    }

    /** The same request, compared from here on with how the device is now and not with how an earlier order found it. */
    public static RescueRequest found(RescueRequest request, Condition now) {
        if (!(request.stage() instanceof InRescue in)) return request;
        Baseline then = in.inRescue();
        Baseline fresh = new Baseline(now, then.hostKey(), then.answered());
        return request.known(in.found(fresh));
    }

    /** Whoever ordered it may not, by now: the device stays where it is. */
    public static Optional<Move.Moved> dropped(RescueRequest request, Happening because) {
        if (!(request.stage() instanceof InRescue in)) return Optional.empty();
        return Optional.of(request.to(in.leaving(Optional.empty()), because));
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
     * @param later when to try again where nothing was done, and why then
     * @param now when the answer came, or was known to be lost
     */
    public static Move.Moved fold(
            RescueRequest request,
            InRescue before,
            LaunchOutcome outcome,
            Happening.LeavePostponed later,
            Instant now) {
        if (outcome instanceof Accepted) return answered(request, now, new Happening.LeaveAccepted());
        if (outcome instanceof Unconfirmed) return answered(request, now, new Happening.LeaveUnconfirmed());
        if (outcome instanceof NotPermitted no)
            return request.to(before.leaving(Optional.empty()), new Happening.LeaveRefused(no.detail()));
        if (outcome instanceof Hindered hindered)
            return request.to(before.leaving(Optional.empty()), new Happening.Hindered(hindered.obstacle()));
        Leave leave = before.leave().orElseThrow(() -> new IllegalStateException("no order to end " + request.id()));
        return later(request, before, leave, later);
    }

    private static Move.Moved answered(RescueRequest request, Instant now, Happening news) {
        if (!(request.stage() instanceof Returning sent))
            throw new IllegalStateException("no order is out to end " + request.id());
        return request.to(sent.answered(now), news);
    }

    private static Move.Moved later(
            RescueRequest request, InRescue in, Leave leave, Happening.LeavePostponed postponed) {
        Leave waiting = new Leave(leave.by(), leave.hard(), postponed.until(), true);
        return request.toUnlessSaid(in.leaving(Optional.of(waiting)), leave.postponedSaid(), postponed);
    }
}
