package dev.lifeline.rescue;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Reach.Knock;
import java.util.Optional;

/**
 * How was the device right before the order went out? What comes later is told from what was by comparing with it.
 *
 * @param hostKey the fingerprint that its SSH server showed, where the bot could reach it
 * @param answered whether the device answered on its port at all
 */
public record Baseline(Condition condition, Optional<String> hostKey, boolean answered) {

    /** From a look at the provider and a knock at the device. */
    public static Baseline of(Condition condition, Knock knock) {
        return new Baseline(condition, fingerprint(knock), !(knock instanceof Knock.Silent));
    }

    /** The fingerprint that a knock brought, if it brought one. */
    static Optional<String> fingerprint(Knock knock) {
        return knock instanceof Knock.HostKey key ? Optional.of(key.fingerprint()) : Optional.empty();
    }

    /** The newest transaction that there was, 0 for none. */
    long newestTransaction() {
        return condition.newestTransaction();
    }
}
