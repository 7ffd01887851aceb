package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The variable state of a device, an immutable value; {@link #advancedTo} applies the passage of time.
 *
 * @param idleAppearance the appearance while no operation is in progress
 * @param lastTransaction the last completed transaction
 * @param commandsAllowedAt when bare metal accepts the next remote-management command
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

    /** Returns the state at a later moment; completed operations have taken effect. */
    DeviceState advancedTo(Instant now) {
        Optional<TimedOperation> completed = operation.filter(current -> !now.isBefore(current.endsAt()));
        if (completed.isEmpty()) return this;
        return completed.get().scriptedOutcome() == ScriptedOutcome.VANISHES ? withoutOperation() : withCompleted(completed.get());
    }

    private DeviceState withCompleted(TimedOperation completed) {
        Optional<Transaction> newLast = completed.completedTransaction().or(() -> lastTransaction);
        return new DeviceState(
                completed.endState().appearance(), completed.endState().isoImage(), Optional.empty(), newLast, commandsAllowedAt, recentCommands);
    }

    private DeviceState withoutOperation() {
        return new DeviceState(idleAppearance, isoImage, Optional.empty(), lastTransaction, commandsAllowedAt, recentCommands);
    }

    DeviceState withOperation(TimedOperation next) {
        return new DeviceState(idleAppearance, isoImage, Optional.of(next), lastTransaction, commandsAllowedAt, recentCommands);
    }

    /** Returns the state with an appearance that takes effect at once. */
    DeviceState withAppearance(Appearance appearance) {
        return new DeviceState(appearance, isoImage, Optional.empty(), lastTransaction, commandsAllowedAt, recentCommands);
    }

    DeviceState withCommand(RemoteCommand command, Instant nextAllowedAt) {
        List<RemoteCommand> newCommands = Stream.concat(Stream.of(command), recentCommands.stream())
                .limit(MAX_RECENT_COMMANDS)
                .toList();
        return new DeviceState(idleAppearance, isoImage, operation, lastTransaction, nextAllowedAt, newCommands);
    }

    Appearance appearanceAt(Instant now) {
        return operation.map(current -> current.appearanceAt(now, idleAppearance)).orElse(idleAppearance);
    }

    Optional<Transaction> activeTransactionAt(Instant now) {
        return operation.flatMap(current -> current.transactionAt(now));
    }

    /** Whether an accepted transaction is not completed, visible or not. */
    boolean hasOutstandingTransaction() {
        return operation.filter(TimedOperation::isTransaction).isPresent();
    }
}
