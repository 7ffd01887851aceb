package dev.lifeline.sandbox.classic.world;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One server of the account. What changes about it changes one caller at a time. */
public final class Device {

    private volatile Spec spec;
    private Condition condition = Condition.FRESH;
    private boolean cancelled;
    private boolean outOfReach;
    private boolean unrecorded;

    public Device(Spec spec) {
        this.spec = spec;
    }

    public Spec spec() {
        return spec;
    }

    public long id() {
        return spec.id();
    }

    /** How it stands now. */
    public synchronized View at(Instant now) {
        condition = condition.at(now);
        return new View(
                condition.lookAt(now),
                condition.iso(),
                condition.activeAt(now),
                condition.last(),
                condition.commands());
    }

    /** One change, seen by nobody half done; the change may throw to refuse. */
    synchronized void change(Instant now, UnaryOperator<Condition> change) {
        condition = change.apply(condition.at(now));
    }

    /** Whether something is still going on that time will end. */
    public synchronized boolean isRestless(Instant now) {
        condition = condition.at(now);
        return condition
                .work()
                .filter(work -> work.fate() != Fate.STICKS || !work.hasStarted(now))
                .isPresent();
    }

    /** Gone from the account for good. */
    synchronized void cancel() {
        cancelled = true;
    }

    /** Still there, and seen by the account's owner only. */
    synchronized void loseAccess() {
        outOfReach = true;
    }

    /** The account forgets what it had on record. */
    /** Somebody on the account gives it another host name, of whatever they like. */
    public void rename(String hostname) {
        spec = spec.renamed(hostname);
    }

    synchronized void loseCredentials() {
        unrecorded = true;
    }

    /** What the account has on record of its login. */
    public synchronized Optional<Credential> recorded() {
        return unrecorded ? Optional.empty() : spec.recorded();
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    public synchronized boolean isOutOfReach() {
        return outOfReach;
    }
}
