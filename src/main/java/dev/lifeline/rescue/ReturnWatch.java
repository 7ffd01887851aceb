package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Returning;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Is the device back in its installed system? Its old host key proves it; without that, the provider's word after a while. */
final class ReturnWatch {

    private final Patience patience;

    ReturnWatch(Patience patience) {
        this.patience = patience;
    }

    Optional<Move.Moved> fold(RescueRequest request, Returning before, Condition now, Sighting sighting) {
        Returning stage = noticed(before, now, sighting);
        Optional<Evidence> back = back(before, stage, now, sighting);
        if (back.isPresent())
            return Optional.of(request.close(
                    Ending.RETURNED, "by " + back.get(), sighting.at(), new Happening.IsBack(back.get())));
        return unheard(request, stage, now, sighting)
                .or(() -> overdue(request, stage, sighting.at()))
                .or(() -> stage.equals(before) ? Optional.empty() : Optional.of(request.to(stage)));
    }

    /** What begins after an order whose answer never came is taken for what came of it. */
    private static Returning noticed(Returning stage, Condition now, Sighting sighting) {
        boolean begun = ReturnSigns.begun(stage, now);
        Returning known = begun ? stage.answered(sighting.at()) : stage;
        return begun || ReturnSigns.fellSilent(stage, sighting.knock()) ? known.down() : known;
    }

    /** A port that answers without the old key proves something only where the device was seen to go down in between. */
    private Optional<Evidence> back(Returning before, Returning stage, Condition now, Sighting sighting) {
        Knock knock = sighting.knock();
        Optional<String> key = Baseline.fingerprint(knock);
        boolean comparable = key.isPresent() && stage.baseline().hostKey().isPresent();
        if (comparable)
            return key.equals(stage.baseline().hostKey()) ? Optional.of(Evidence.HOST_KEY_CHANGED) : Optional.empty();
        if (key.isPresent() && key.equals(stage.inRescue().hostKey())) return Optional.empty();
        if (!providerSaysBack(stage, now) || !waitedEnough(stage, sighting.at())) return Optional.empty();
        boolean silent = knock instanceof Knock.Silent;
        if (!silent) return stage.wentDown() ? Optional.of(Evidence.PORT_ANSWERS) : Optional.empty();
        boolean onceMissed = stage.inRescue().answered() && !before.wentDown();
        return stage.baseline().answered() || onceMissed ? Optional.empty() : Optional.of(Evidence.THE_PROVIDERS_WORD);
    }

    /** Counted from the answer: an order may wait for its turn before it leaves. Without an answer nothing is known of when it left. */
    private boolean waitedEnough(Returning stage, Instant at) {
        return stage.answeredAt()
                .map(answered -> waited(answered, at, patience.unseen()))
                .orElseGet(() -> waited(stage.sentAt(), at, patience.back()));
    }

    private static boolean providerSaysBack(Returning stage, Condition now) {
        return now.isTold()
                && now.running().isEmpty()
                && now.power() != Power.OFF
                && !ReturnSigns.imageStillIn(stage, now);
    }

    /** Who ordered may have died before sending: nothing is sent again, but whoever wants it back is asked to say so again. */
    private Optional<Move.Moved> unheard(RescueRequest request, Returning stage, Condition now, Sighting sighting) {
        Instant at = sighting.at();
        boolean waiting = stage.answeredAt().isPresent() || stage.overdueSaid();
        if (waiting || !waited(stage.sentAt(), at, patience.pickup())) return Optional.empty();
        Duration waited = Duration.between(stage.sentAt(), at);
        return Optional.of(ReturnSigns.untouched(stage, now, sighting.knock())
                .map(proof -> request.to(still(stage, proof, at), new Happening.LeaveUnheard(waited, true)))
                .orElseGet(() -> request.to(stage.overdue(), new Happening.LeaveUnheard(waited, false))));
    }

    private static InRescue still(Returning stage, Evidence proof, Instant at) {
        return new InRescue(at, proof, stage.baseline(), stage.inRescue());
    }

    private Optional<Move.Moved> overdue(RescueRequest request, Returning stage, Instant at) {
        Instant since = stage.answeredAt().orElse(stage.sentAt());
        if (stage.overdueSaid() || !waited(since, at, patience.back())) return Optional.empty();
        return Optional.of(request.to(stage.overdue(), new Happening.NotBackYet(Duration.between(stage.sentAt(), at))));
    }

    private static boolean waited(Instant since, Instant at, Duration enough) {
        return Duration.between(since, at).compareTo(enough) >= 0;
    }
}
