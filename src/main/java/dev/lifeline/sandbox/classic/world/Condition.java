package dev.lifeline.sandbox.classic.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How does a device stand, apart from what never changes? A value: what time brings is worked out by {@link #at}.
 *
 * @param resting how it looks while nothing is going on
 * @param last the transaction that was over last
 * @param commandsAgainAt when bare metal takes the next remote-management command
 */
record Condition(
        Look resting,
        Optional<IsoImage> iso,
        Optional<Work> work,
        Optional<Transaction> last,
        Instant commandsAgainAt,
        List<RemoteCommand> commands) {

    private static final int COMMANDS_KEPT = 5;

    static final Condition FRESH =
            new Condition(Look.NORMAL, Optional.empty(), Optional.empty(), Optional.empty(), Instant.MIN, List.of());

    Condition {
        commands = List.copyOf(commands);
    }

    /** The same, later: works that are over have had their effect. */
    Condition at(Instant now) {
        Optional<Work> over = work.filter(going -> !now.isBefore(going.endsAt()));
        if (over.isEmpty()) return this;
        return over.get().fate() == Fate.VANISHES ? without() : after(over.get());
    }

    private Condition after(Work over) {
        Optional<Transaction> latest = over.completed().or(() -> last);
        return new Condition(
                over.outcome().look(), over.outcome().iso(), Optional.empty(), latest, commandsAgainAt, commands);
    }

    private Condition without() {
        return new Condition(resting, iso, Optional.empty(), last, commandsAgainAt, commands);
    }

    Condition doing(Work next) {
        return new Condition(resting, iso, Optional.of(next), last, commandsAgainAt, commands);
    }

    /** At once, without any work. */
    Condition becoming(Look look) {
        return new Condition(look, iso, Optional.empty(), last, commandsAgainAt, commands);
    }

    Condition commanded(RemoteCommand command, Instant again) {
        List<RemoteCommand> latest = Stream.concat(Stream.of(command), commands.stream())
                .limit(COMMANDS_KEPT)
                .toList();
        return new Condition(resting, iso, work, last, again, latest);
    }

    Look lookAt(Instant now) {
        return work.map(going -> going.lookAt(now, resting)).orElse(resting);
    }

    Optional<Transaction> activeAt(Instant now) {
        return work.flatMap(going -> going.transactionAt(now));
    }

    /** Whether a transaction was accepted that is not over, shown already or not. */
    boolean isHeld() {
        return work.filter(Work::isTransaction).isPresent();
    }
}
