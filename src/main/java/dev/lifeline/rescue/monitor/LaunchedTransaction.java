package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Transaction;
import dev.lifeline.device.TransactionKind;
import dev.lifeline.rescue.Baseline;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a transaction is the one that the launch command began. Ids decide: it is newer than every transaction of before the
 * command. Creation dates are by the provider's clock and decide nothing. A transaction whose name says that it does something else is not
 * ours.
 */
final class LaunchedTransaction {

    private LaunchedTransaction() {}

    /** The transaction that the launch command began; empty where none is seen. */
    static Optional<Transaction> find(Baseline baseline, DeviceStatus now) {
        return newer(baseline, now)
                .filter(LaunchedTransaction::isPossiblyLaunch)
                .findFirst();
    }

    /** Whether any transaction, of whoever, holds the device and is newer than the command. */
    static boolean isNewerActive(Baseline baseline, DeviceStatus now) {
        return now.activeTransaction()
                .filter(transaction -> transaction.id() > baseline.newestTransactionId())
                .isPresent();
    }

    /**
     * Whether somebody has had the system installed anew since the command: then a new host key is that of the new system, and nothing that
     * can be seen tells it from the rescue kernel.
     */
    static boolean isRebuilt(Baseline baseline, DeviceStatus now) {
        return newer(baseline, now).anyMatch(transaction -> transaction.kind() == TransactionKind.REBUILD);
    }

    private static Stream<Transaction> newer(Baseline baseline, DeviceStatus now) {
        return Stream.concat(now.activeTransaction().stream(), now.lastTransaction().stream())
                .filter(transaction -> transaction.id() > baseline.newestTransactionId());
    }

    private static boolean isPossiblyLaunch(Transaction transaction) {
        return transaction.kind() != TransactionKind.ONLINE && transaction.kind() != TransactionKind.REBUILD;
    }

    /** Whether a transaction of this name may have restarted the device. */
    static boolean mayRestart(Transaction transaction) {
        return transaction.kind() != TransactionKind.ONLINE;
    }
}
