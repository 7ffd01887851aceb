package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach.Knock;
import dev.lifeline.rescue.Stage.Returning;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What shows that an order to give a device back began something, or that nothing ever came of it? */
final class ReturnSigns {

    private ReturnSigns() {}

    /** The provider says that something happened to the device since the order. */
    static boolean begun(Returning stage, Condition now) {
        Condition then = stage.inRescue().condition();
        boolean newTransaction = now.newestTransaction() > then.newestTransaction();
        return newTransaction || now.power() == Power.OFF || imageTakenOut(then, now) || wasReset(then, now);
    }

    /** It answered when the order went out and does not now; by itself that may be a knock that got lost. */
    static boolean fellSilent(Returning stage, Knock knock) {
        return stage.inRescue().answered() && knock instanceof Knock.Silent;
    }

    /** The image that it was booted from is still in its drive. */
    static boolean imageStillIn(Returning stage, Condition now) {
        OptionalLong then = stage.inRescue().condition().bootImage();
        return then.isPresent() && now.bootImage().isPresent();
    }

    /**
     * Is it proved that nothing came of the order? By the rescue kernel's own host key, by the image that is still in, or by the
     * controller of bare metal, whose last command is still the one of before.
     */
    static Optional<Evidence> untouched(Returning stage, Condition now, Knock knock) {
        if (!now.isTold() || begun(stage, now) || fellSilent(stage, knock)) return Optional.empty();
        Optional<String> key = Baseline.fingerprint(knock);
        boolean ofRescue = key.isPresent() && key.equals(stage.inRescue().hostKey());
        if (ofRescue)
            return Optional.of(
                    stage.baseline().hostKey().isPresent() ? Evidence.HOST_KEY_CHANGED : Evidence.PORT_ANSWERS);
        Optional<Instant> command = stage.inRescue().condition().lastPowerCommand();
        boolean notReset = command.isPresent() && command.equals(now.lastPowerCommand());
        return imageStillIn(stage, now) || notReset ? Optional.of(Evidence.THE_PROVIDERS_WORD) : Optional.empty();
    }

    private static boolean imageTakenOut(Condition then, Condition now) {
        return then.bootImage().isPresent() && now.bootImage().isEmpty();
    }

    /** The controller of bare metal has taken a power command since: it was reset, seen or not. */
    private static boolean wasReset(Condition then, Condition now) {
        return now.lastPowerCommand()
                .filter(command -> then.lastPowerCommand().isEmpty()
                        || command.isAfter(then.lastPowerCommand().get()))
                .isPresent();
    }
}
