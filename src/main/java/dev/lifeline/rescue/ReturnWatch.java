package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
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
        Returning stage = noticed(before, now, sighting.knock());
        Duration waited = Duration.between(stage.sentAt(), sighting.at());
        Optional<Evidence> back = back(before, stage, now, sighting);
        if (back.isPresent())
            return Optional.of(request.close(
                    Ending.RETURNED, "by " + back.get(), sighting.at(), new Happening.IsBack(back.get())));
        if (!stage.overdueSaid() && waited.compareTo(patience.back()) >= 0)
            return Optional.of(request.to(with(stage, true, stage.wentDown()), new Happening.NotBackYet(waited)));
        return stage.equals(before) ? Optional.empty() : Optional.of(request.to(stage));
    }

    private static Returning noticed(Returning stage, Condition now, Knock knock) {
        boolean fellSilent = stage.inRescue().answered() && knock instanceof Knock.Silent;
        boolean down = fellSilent || now.power() == Power.OFF || imageTakenOut(stage, now) || wasReset(stage, now);
        return with(stage, stage.overdueSaid(), stage.wentDown() || down);
    }

    private static Returning with(Returning stage, boolean overdueSaid, boolean wentDown) {
        return new Returning(stage.sentAt(), stage.by(), stage.baseline(), stage.inRescue(), overdueSaid, wentDown);
    }

    private static boolean imageTakenOut(Returning stage, Condition now) {
        return stage.inRescue().condition().bootImage().isPresent()
                && now.bootImage().isEmpty();
    }

    /** The controller of bare metal has taken a power command since: it was reset, seen or not. */
    private static boolean wasReset(Returning stage, Condition now) {
        Optional<Instant> then = stage.inRescue().condition().lastPowerCommand();
        return now.lastPowerCommand()
                .filter(command -> then.isEmpty() || command.isAfter(then.get()))
                .isPresent();
    }

    /** A port that answers without the old key proves something only where the device was seen to go down in between. */
    private Optional<Evidence> back(Returning before, Returning stage, Condition now, Sighting sighting) {
        Knock knock = sighting.knock();
        Duration waited = Duration.between(stage.sentAt(), sighting.at());
        Optional<String> key = Baseline.fingerprint(knock);
        boolean comparable = key.isPresent() && stage.baseline().hostKey().isPresent();
        if (comparable)
            return key.equals(stage.baseline().hostKey()) ? Optional.of(Evidence.HOST_KEY_CHANGED) : Optional.empty();
        if (key.isPresent() && key.equals(stage.inRescue().hostKey())) return Optional.empty();
        if (!providerSaysBack(stage, now) || waited.compareTo(patience.unseen()) < 0) return Optional.empty();
        boolean silent = knock instanceof Knock.Silent;
        if (!silent) return stage.wentDown() ? Optional.of(Evidence.PORT_ANSWERS) : Optional.empty();
        boolean onceMissed = stage.inRescue().answered() && !before.wentDown();
        return stage.baseline().answered() || onceMissed ? Optional.empty() : Optional.of(Evidence.THE_PROVIDERS_WORD);
    }

    private static boolean providerSaysBack(Returning stage, Condition now) {
        boolean imageStillIn = stage.inRescue().condition().bootImage().isPresent()
                && now.bootImage().isPresent();
        return now.isTold() && now.running().isEmpty() && now.power() != Power.OFF && !imageStillIn;
    }
}
