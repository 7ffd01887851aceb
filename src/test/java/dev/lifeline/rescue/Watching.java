package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_ASKS;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.busyWith;
import static dev.lifeline.testkit.Fixtures.opened;
import static dev.lifeline.testkit.Fixtures.running;
import static dev.lifeline.testkit.Fixtures.transaction;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Requests in each stage that is watched, and what is seen of their devices. */
final class Watching {

    static final Knock SILENT = new Knock.Silent();
    static final Knock USUAL_KEY = new Knock.HostKey("SHA256:usual");
    static final Knock RESCUE_KEY = new Knock.HostKey("SHA256:rescue");

    private static final Watch WATCH = new Watch(Patience.USUAL);

    private Watching() {}

    static RescueRequest launching(Knock before) {
        RescueRequest cleared = opened().confirm(
                        ASHA_ASKS, Confirmation.of(RescueSystem.AS_INSTALLED), Electorate.UNNAMED, NOON)
                .moved()
                .orElseThrow()
                .next();
        RescueRequest claimed = Launch.claim(cleared, Baseline.of(running(), before), NOON)
                .orElseThrow()
                .next();
        Launching sent = (Launching) claimed.stage();
        return claimed.to(new Launching(sent.system(), NOON, sent.baseline(), true, false))
                .next();
    }

    static RescueRequest booting(Knock before) {
        return fold(launching(before), busyWith(transaction(501), Power.ON), before, 10)
                .next();
    }

    static RescueRequest inRescue() {
        return fold(booting(USUAL_KEY), done(501), RESCUE_KEY, 300).next();
    }

    static RescueRequest returning() {
        return answered(claimed(inRescue(), 600), 600);
    }

    static RescueRequest returningWithoutKeys() {
        return answered(claimed(inRescueWithoutKeys(), 600), 600);
    }

    static RescueRequest inRescueWithoutKeys() {
        Knock open = new Knock.Open();
        RescueRequest down = fold(booting(open), busyWith(transaction(501), Power.OFF), SILENT, 60)
                .next();
        return fold(down, done(501), open, 300).next();
    }

    /** Booted from an image, and out of the bot's reach. */
    static RescueRequest inRescueByImage() {
        RescueRequest finished =
                fold(booting(SILENT), withImage(done(501)), SILENT, 200).next();
        return fold(finished, withImage(done(501)), SILENT, 260).next();
    }

    /** Asha ended it, and the order is claimed. */
    static RescueRequest claimed(RescueRequest inRescue, int second) {
        RescueRequest ordered =
                inRescue.leave(ASHA_ASKS, false, NOON).moved().orElseThrow().next();
        return Leaving.claim(ordered, NOON.plusSeconds(second)).orElseThrow().next();
    }

    /** The provider took the order. */
    static RescueRequest answered(RescueRequest claimed, int second) {
        return folded(claimed, new LaunchOutcome.Accepted(OptionalLong.empty()), second);
    }

    static RescueRequest folded(RescueRequest claimed, LaunchOutcome outcome, int second) {
        InRescue before = (InRescue) inRescue().stage();
        Instant now = NOON.plusSeconds(second);
        return Leaving.fold(claimed, before, outcome, new Happening.LeavePostponed(now), now)
                .next();
    }

    static Condition withImage(Condition condition) {
        return new Condition(
                condition.power(),
                condition.running(),
                condition.last(),
                OptionalLong.of(7),
                condition.lastPowerCommand());
    }

    static Condition done(long transaction) {
        return new Condition(
                Power.ON,
                Optional.empty(),
                Optional.of(transaction(transaction)),
                OptionalLong.empty(),
                Optional.empty());
    }

    static Move.Moved fold(RescueRequest request, Condition condition, Knock knock, int second) {
        return watched(request, sighting(condition, knock, second)).orElseThrow();
    }

    static Optional<Move.Moved> watched(RescueRequest request, Sighting sighting) {
        return WATCH.fold(request, sighting);
    }

    static Sighting sighting(Condition condition, Knock knock, int second) {
        Instant at = NOON.plus(Duration.ofSeconds(second));
        return new Sighting(Optional.of(condition), knock, at);
    }

    static Ending ending(Move.Moved moved) {
        return ((Closed) moved.next().stage()).ending();
    }

    static Evidence evidence(Move.Moved moved) {
        List<Happening> happened = moved.happened();
        return ((Happening.IsInRescue) happened.get(happened.size() - 1)).evidence();
    }
}
