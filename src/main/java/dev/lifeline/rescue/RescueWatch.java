package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Returning;
import java.time.Instant;
import java.util.Optional;

/** Is the device still in the rescue kernel, or did somebody take it out without the bot? Silence alone proves nothing. */
final class RescueWatch {

    Optional<Move.Moved> fold(RescueRequest request, InRescue stage, Condition now, Sighting sighting) {
        Optional<String> key = Baseline.fingerprint(sighting.knock());
        if (key.isPresent() && key.equals(stage.inRescue().hostKey())) return Optional.empty();
        if (key.isPresent() && key.equals(stage.baseline().hostKey())) return Optional.of(isBack(request, sighting));
        if (isOrdered(stage) || !tookLeave(stage, now)) return Optional.empty();
        Stage next = Returning.byItself(sighting.at(), stage.baseline(), stage.inRescue());
        return Optional.of(request.to(next, new Happening.LeftByItself()));
    }

    /** An order to end it is about to be sent: what is seen to begin now is ours, or the earlier one's that did too little. */
    private static boolean isOrdered(InRescue stage) {
        return stage.leave()
                .filter(leave -> leave.hard() || !leave.postponedSaid())
                .isPresent();
    }

    private static Move.Moved isBack(RescueRequest request, Sighting sighting) {
        Stage next = new Stage.Closed(Ending.RETURNED, "rebooted outside the bot", sighting.at());
        return request.to(next, new Happening.LeftByItself(), new Happening.IsBack(Evidence.HOST_KEY_CHANGED));
    }

    private static boolean tookLeave(InRescue stage, Condition now) {
        Condition then = stage.inRescue().condition();
        boolean newTransaction = now.newestTransaction() > then.newestTransaction();
        boolean poweredDown = then.power() == Power.ON && now.power() == Power.OFF;
        boolean imageGone = then.bootImage().isPresent() && now.bootImage().isEmpty();
        return newTransaction || poweredDown || imageGone || newer(now.lastPowerCommand(), then.lastPowerCommand());
    }

    private static boolean newer(Optional<Instant> now, Optional<Instant> then) {
        return now.isPresent() && (then.isEmpty() || now.get().isAfter(then.get()));
    }
}
