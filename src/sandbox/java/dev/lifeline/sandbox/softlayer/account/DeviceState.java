package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How does a device stand, apart from what never changes? A value: what time brings is worked out by {@link #advancedTo}.
 *
 * @param idleAppearance how it looks while nothing is going on
 * @param lastTransaction the transaction that was over last
 * @param commandsAllowedAt when bare metal takes the next remote-management command
 */
record DeviceState(
        Appearance idleAppearance,
        Optional<IsoImage> isoImage,
        Optional<TimedOperation> operation,
        Optional<Transaction> lastTransaction,
        Instant commandsAllowedAt,
        List<RemoteCommand> recentCommands) {

    private static final int MAX_RECENT_COMMANDS = 5;

    static final DeviceState INITIAL =
            new DeviceState(Appearance.NORMAL, Optional.empty(), Optional.empty(), Optional.empty(), Instant.MIN, List.of());

    DeviceState {
        recentCommands = List.copyOf(recentCommands);
    }

    /** The same, later: works that are over have had their effect. */
    DeviceState advancedTo(Instant now) {
        Optional<TimedOperation> over = operation.filter(going -> !now.isBefore(going.endsAt()));
        if (over.isEmpty()) return this;
        return over.get().scriptedOutcome() == ScriptedOutcome.VANISHES ? withoutOperation() : withCompleted(over.get());
    }

    private DeviceState withCompleted(TimedOperation over) {
        Optional<Transaction> latest = over.completedTransaction().or(() -> lastTransaction);
        return new DeviceState(
                over.endState().appearance(), over.endState().isoImage(), Optional.empty(), latest, commandsAllowedAt, recentCommands);
    }

    private DeviceState withoutOperation() {
        return new DeviceState(idleAppearance, isoImage, Optional.empty(), lastTransaction, commandsAllowedAt, recentCommands);
    }

    DeviceState withOperation(TimedOperation next) {
        return new DeviceState(idleAppearance, isoImage, Optional.of(next), lastTransaction, commandsAllowedAt, recentCommands);
    }

    /** At once, without any work. */
    DeviceState withAppearance(Appearance appearance) {
        return new DeviceState(appearance, isoImage, Optional.empty(), lastTransaction, commandsAllowedAt, recentCommands);
    }

    DeviceState withCommand(RemoteCommand command, Instant again) {
        List<RemoteCommand> latest = Stream.concat(Stream.of(command), recentCommands.stream())
                .limit(MAX_RECENT_COMMANDS)
                .toList();
        return new DeviceState(idleAppearance, isoImage, operation, lastTransaction, again, latest);
    }

    Appearance appearanceAt(Instant now) {
        return operation.map(going -> going.appearanceAt(now, idleAppearance)).orElse(idleAppearance);
    }

    Optional<Transaction> activeTransactionAt(Instant now) {
        return operation.flatMap(going -> going.transactionAt(now));
    }

    /** Whether a transaction was accepted that is not over, shown already or not. */
    boolean hasOutstandingTransaction() {
        return operation.filter(TimedOperation::isTransaction).isPresent();
    }
}
