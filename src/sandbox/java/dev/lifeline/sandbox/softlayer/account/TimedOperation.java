package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An operation on a device that takes time.
 *
 * @param group its transaction group; empty for operations without a transaction, such as a reboot
 * @param startsAt when the transaction appears and the first step begins; between acceptance and this the API shows nothing
 * @param endState the state of the device afterwards
 */
record TimedOperation(
        long id,
        Optional<TransactionGroup> group,
        Instant acceptedAt,
        Instant startsAt,
        List<TransactionStep> steps,
        EndState endState,
        ScriptedOutcome scriptedOutcome) {

    /**
     * The state after the operation.
     *
     * @param isoImage the ISO image that stays mounted
     */
    record EndState(Appearance appearance, Optional<IsoImage> isoImage) {}

    TimedOperation {
        steps = List.copyOf(steps);
    }

    boolean isTransaction() {
        return group.isPresent();
    }

    boolean hasStarted(Instant now) {
        return !now.isBefore(startsAt);
    }

    /** Returns when it ends; {@link Instant#MAX} where it never does. */
    Instant endsAt() {
        return switch (scriptedOutcome) {
            case COMPLETES -> stepStartAt(steps.size());
            case VANISHES -> stepStartAt(1);
            case GETS_STUCK, NEVER_STARTS -> Instant.MAX;
        };
    }

    /**
     * Returns the device's appearance.
     *
     * @param before its appearance before the operation
     */
    Appearance appearanceAt(Instant now, Appearance before) {
        return hasStarted(now) && scriptedOutcome != ScriptedOutcome.VANISHES ? steps.get(stepIndexAt(now)).appearance() : before;
    }

    /** Returns the transaction as the provider shows it at a moment. */
    Optional<Transaction> transactionAt(Instant now) {
        if (!hasStarted(now)) return Optional.empty();
        int step = stepIndexAt(now);
        return group.map(kind ->
                new Transaction(id, kind, steps.get(step).status(), acceptedAt, stepStartAt(step), statusChangedAt(step)));
    }

    /** Returns the transaction as the provider shows it afterwards. */
    Optional<Transaction> completedTransaction() {
        return group.map(kind -> new Transaction(id, kind, TransactionStatus.COMPLETE, acceptedAt, endsAt(), endsAt()));
    }

    /** Returns the transaction as mountIsoImage does, before it appears elsewhere. */
    Optional<Transaction> acceptedTransaction() {
        return group.map(kind -> new Transaction(id, kind, steps.get(0).status(), acceptedAt, acceptedAt, acceptedAt));
    }

    private int stepIndexAt(Instant now) {
        if (scriptedOutcome == ScriptedOutcome.GETS_STUCK) return 0;
        int step = 0;
        while (step < steps.size() - 1 && !now.isBefore(stepStartAt(step + 1))) step++;
        return step;
    }

    private Instant statusChangedAt(int step) {
        int first = step;
        while (first > 0 && steps.get(first - 1).status().equals(steps.get(step).status())) first--;
        return stepStartAt(first);
    }

    private Instant stepStartAt(int step) {
        return startsAt.plus(steps.subList(0, step).stream().map(TransactionStep::duration).reduce(Duration.ZERO, Duration::plus));
    }
}
