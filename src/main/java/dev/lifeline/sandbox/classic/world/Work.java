package dev.lifeline.sandbox.classic.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens to a device and takes time.
 *
 * @param group what the provider calls it; nothing for what leaves no transaction, such as a reboot
 * @param startsAt when the transaction shows and the first step begins; between the call and this the API says nothing
 * @param outcome how the device looks afterwards
 */
record Work(
        long id,
        Optional<Group> group,
        Instant acceptedAt,
        Instant startsAt,
        List<Step> steps,
        Outcome outcome,
        Fate fate) {

    /** How things are when the work is over; the image is the ISO left mounted. */
    record Outcome(Look look, Optional<IsoImage> iso) {}

    Work {
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
        return switch (fate) {
            case ENDS -> beginningOf(steps.size());
            case VANISHES -> beginningOf(1);
            case STICKS, NEVER_STARTS -> Instant.MAX;
        };
    }

    /** How the device looks, where it looked otherwise before. */
    Look lookAt(Instant now, Look before) {
        return hasStarted(now) && fate != Fate.VANISHES ? steps.get(stepAt(now)).look() : before;
    }

    /** As the provider would show it now. */
    Optional<Transaction> transactionAt(Instant now) {
        if (!hasStarted(now)) return Optional.empty();
        int step = stepAt(now);
        return group.map(kind ->
                new Transaction(id, kind, steps.get(step).status(), acceptedAt, beginningOf(step), statusSince(step)));
    }

    /** As the provider shows it when it is over. */
    Optional<Transaction> completed() {
        return group.map(kind -> new Transaction(id, kind, Status.COMPLETE, acceptedAt, endsAt(), endsAt()));
    }

    /** As mountIsoImage returns it: before it shows anywhere else. */
    Optional<Transaction> accepted() {
        return group.map(kind -> new Transaction(id, kind, steps.get(0).status(), acceptedAt, acceptedAt, acceptedAt));
    }

    private int stepAt(Instant now) {
        if (fate == Fate.STICKS) return 0;
        int step = 0;
        while (step < steps.size() - 1 && !now.isBefore(beginningOf(step + 1))) step++;
        return step;
    }

    private Instant statusSince(int step) {
        int first = step;
        while (first > 0 && steps.get(first - 1).status().equals(steps.get(step).status())) first--;
        return beginningOf(first);
    }

    private Instant beginningOf(int step) {
        return startsAt.plus(steps.subList(0, step).stream().map(Step::lasting).reduce(Duration.ZERO, Duration::plus));
    }
}
