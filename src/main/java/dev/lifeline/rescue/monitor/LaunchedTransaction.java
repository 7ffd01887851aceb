package dev.lifeline.rescue.monitor;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Transaction;
import dev.lifeline.device.TransactionKind;
import dev.lifeline.rescue.Baseline;
import java.util.Locale;
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

    /**
     * Whether a transaction, of whoever, may stand for an effect of the command: a newer one holds the device, or there is one and nobody
     * knows what was there before.
     */
    static boolean mayBeEffect(Baseline baseline, DeviceStatus now) {
        boolean newerActive = now.activeTransaction()
                .filter(transaction -> transaction.id() > baseline.newestTransactionId())
                .isPresent();
        return newerActive
                || (!baseline.status().isKnown() && now.lastTransaction().isPresent());
    }

    /** Whether a newer transaction, of whoever, may hide the one that the command began: the provider shows only the newest. */
    static boolean mayHideEffect(Baseline baseline, DeviceStatus now) {
        return newer(baseline, now).findAny().isPresent();
    }

    /** One that is over may be of before the command, where the provider told nothing then. */
    private static Stream<Transaction> newer(Baseline baseline, DeviceStatus now) {
        Optional<Transaction> last =
                now.lastTransaction().filter(any -> baseline.status().isKnown());
        return Stream.concat(now.activeTransaction().stream(), last.stream())
                .filter(transaction -> transaction.id() > baseline.newestTransactionId());
    }

    private static boolean isPossiblyLaunch(Transaction transaction) {
        return transaction.kind() != TransactionKind.ONLINE && transaction.kind() != TransactionKind.REBUILD;
    }

    /** Whether what is installed was replaced since the command, which brings a new host key too. */
    static boolean isRebuiltSince(Baseline baseline, DeviceStatus now) {
        return baseline.replaced()
                || newer(baseline, now).anyMatch(LaunchedTransaction::isRebuild)
                || isReloadHidden(baseline.status(), now);
    }

    /**
     * Whether the operating system was reloaded since by a transaction that a later one hides, as when nobody looked for an hour. One that
     * is seen is judged by its own names.
     */
    static boolean isReloadHidden(DeviceStatus then, DeviceStatus now) {
        boolean since = then.isKnown()
                && now.lastReloadId().isPresent()
                && now.lastReloadId().getAsLong() > then.newestTransactionId();
        return since
                && Stream.concat(now.activeTransaction().stream(), now.lastTransaction().stream())
                        .noneMatch(transaction ->
                                transaction.id() == now.lastReloadId().getAsLong());
    }

    /** The baseline that remembers such a replacement: a later transaction, such as a backup, hides the one that shows it. */
    static Baseline remember(Baseline baseline, DeviceStatus now) {
        return isRebuiltSince(baseline, now) ? baseline.withReplaced() : baseline;
    }

    /** By the group's name, unless the step says that the rescue kernel boots: the group of a rescue is not documented. */
    private static boolean isRebuild(Transaction transaction) {
        String step = transaction.status() + " " + transaction.friendlyName();
        return transaction.kind() == TransactionKind.REBUILD
                && !step.toLowerCase(Locale.ROOT).contains("rescue");
    }

    /** Whether a transaction of this name may have restarted the device. */
    static boolean mayRestart(Transaction transaction) {
        return transaction.kind() != TransactionKind.ONLINE;
    }
}
