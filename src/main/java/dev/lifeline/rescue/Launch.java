package dev.lifeline.rescue;

import dev.lifeline.rescue.LaunchOutcome.Accepted;
import dev.lifeline.rescue.LaunchOutcome.Hindered;
import dev.lifeline.rescue.LaunchOutcome.NotPermitted;
import dev.lifeline.rescue.LaunchOutcome.Unconfirmed;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Instant;
import java.util.Optional;

/** How does a cleared request become a launched one, at most once (promise P1)? Claimed on disk before the order, folded after it. */
public final class Launch {

    private Launch() {}

    /** Claims the one order of this request. Whoever saves this first sends the order; nobody else ever does. */
    public static Optional<Move.Moved> claim(RescueRequest request, Baseline baseline, Instant now) {
        if (!(request.stage() instanceof Cleared cleared)) return Optional.empty();
        return Optional.of(request.to(new Launching(cleared.system(), now, baseline, false, false)));
    }

    /** Too late to begin: a clearance does not last for ever. */
    public static boolean tooLate(RescueRequest request, Instant now) {
        return request.stage() instanceof Cleared cleared && now.isAfter(cleared.startBy());
    }

    /** It was not begun in time. */
    public static Move.Moved expired(RescueRequest request, Instant now) {
        return request.close(Ending.EXPIRED, "not begun in time", now, new Happening.StartedTooLate());
    }

    /** It waits: nothing was sent, and the clearance still holds. */
    public static Optional<Move.Moved> postponed(RescueRequest request, Instant again) {
        if (!(request.stage() instanceof Cleared cleared)) return Optional.empty();
        return Optional.of(later(request, cleared, again));
    }

    private static Move.Moved later(RescueRequest request, Cleared cleared, Instant again) {
        Cleared waiting = new Cleared(cleared.confirmation(), cleared.electorate(), again, cleared.startBy(), true);
        return request.toUnlessSaid(waiting, cleared.postponedSaid(), new Happening.LaunchPostponed(again));
    }

    /**
     * Folds the provider's answer.
     *
     * @param before the stage as it was when the order was claimed, to go back to when nothing was sent
     * @param again when to try again in that case
     */
    public static Move.Moved fold(
            RescueRequest request, Cleared before, LaunchOutcome outcome, Instant now, Instant again) {
        if (!(request.stage() instanceof Launching sent))
            throw new IllegalStateException("no order is out for " + request.id());
        if (outcome instanceof Accepted accepted) return accepted(request, sent, accepted);
        if (outcome instanceof Unconfirmed) return request.to(sent, new Happening.LaunchUnconfirmed());
        if (outcome instanceof NotPermitted no)
            return request.close(Ending.FAILED, no.detail(), now, new Happening.LaunchRefused(no.detail()));
        if (outcome instanceof Hindered hindered)
            return request.close(
                    Ending.REFUSED, hindered.obstacle().toString(), now, new Happening.Hindered(hindered.obstacle()));
        return later(request, before, again);
    }

    private static Move.Moved accepted(RescueRequest request, Launching sent, Accepted accepted) {
        if (accepted.transaction().isEmpty())
            return request.to(
                    new Launching(sent.system(), sent.sentAt(), sent.baseline(), true, false),
                    new Happening.LaunchAccepted());
        Stage booting = new Booting(
                accepted.transaction(), sent.sentAt(), sent.baseline(), Phase.UNDER_WAY, Optional.empty(), false);
        return request.to(booting, new Happening.LaunchAccepted());
    }
}
