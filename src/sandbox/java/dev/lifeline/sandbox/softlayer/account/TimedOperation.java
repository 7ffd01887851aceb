package dev.lifeline.sandbox.softlayer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens to a device and takes time.
 *
 * @param group what the provider calls it; nothing for what leaves no transaction, such as a reboot
 * @param startsAt when the transaction shows and the first step begins; between the call and this the API says nothing
 * @param endState how the device looks afterwards
 */
record TimedOperation(
        long id,
        Optional<TransactionGroup> group,
        Instant acceptedAt,
        Instant startsAt,
        List<TransactionStep> steps,
        EndState endState,
        ScriptedOutcome scriptedOutcome) {

    /** How things are when the work is over; the image is the ISO left mounted. */
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

    /** When it is over; far away where it never is. */
    Instant endsAt() {
        return switch (scriptedOutcome) {
            case COMPLETES -> stepStartAt(steps.size());
            case VANISHES -> stepStartAt(1);
            case GETS_STUCK, NEVER_STARTS -> Instant.MAX;
        };
    }

    /** How the device looks, where it looked otherwise before. */
    Appearance appearanceAt(Instant now, Appearance before) {
        return hasStarted(now) && scriptedOutcome != ScriptedOutcome.VANISHES ? steps.get(stepIndexAt(now)).appearance() : before;
    }

    /** As the provider would show it now. */
    Optional<Transaction> transactionAt(Instant now) {
        if (!hasStarted(now)) return Optional.empty();
        int step = stepIndexAt(now);
        return group.map(kind ->
                new Transaction(id, kind, steps.get(step).status(), acceptedAt, stepStartAt(step), statusChangedAt(step)));
    }

    /** As the provider shows it when it is over. */
    Optional<Transaction> completedTransaction() {
        return group.map(kind -> new Transaction(id, kind, TransactionStatus.COMPLETE, acceptedAt, endsAt(), endsAt()));
    }

    /** As mountIsoImage returns it: before it shows anywhere else. */
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
