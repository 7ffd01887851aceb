package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.TransactionGroup;
import dev.lifeline.sandbox.softlayer.account.Speed;
import dev.lifeline.sandbox.softlayer.account.TransactionStatus;
import dev.lifeline.sandbox.softlayer.account.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Transactions as the API shows them. While one is active, lastTransaction is the active one
 * (src/docs/platform/softlayer.md, section Known issues).
 */
final class TransactionObjects {

    private static final BigDecimal NANOS_PER_MINUTE = BigDecimal.valueOf(60_000_000_000L);

    private TransactionObjects() {}

    static Optional<ApiObject> activeTransaction(DeviceObject device) {
        return device.snapshot().activeTransaction().map(transaction -> transactionObject(transaction, device));
    }

    static ApiObject lastTransaction(DeviceObject device) {
        Transaction latest = device.snapshot()
                .activeTransaction()
                .or(() -> device.snapshot().lastTransaction())
                .orElseGet(() -> Transaction.serviceSetup(device.spec()));
        return transactionObject(latest, device);
    }

    static ApiObject transactionObject(Transaction transaction, DeviceObject device) {
        Speed speed = device.callerView().fakeAccount().commands().speed();
        Instant now = device.callerView().now();
        return MapObject.ofType("Provisioning_Version1_Transaction")
                .withProperty("id", transaction.id())
                .withProperty("createDate", transaction.createdAt().truncatedTo(ChronoUnit.SECONDS))
                .withProperty("modifyDate", transaction.modifiedAt().truncatedTo(ChronoUnit.SECONDS))
                .withProperty("statusChangeDate", transaction.statusChangedAt().truncatedTo(ChronoUnit.SECONDS))
                .withProperty(
                        "elapsedSeconds",
                        Math.max(
                                0, Duration.between(transaction.modifiedAt(), now).toSeconds()))
                .withProperty(
                        device.spec().isGuest() ? "guestId" : "hardwareId",
                        device.spec().id())
                .withRelation(device.spec().isGuest() ? "guest" : "hardware", () -> device)
                .withRelation("transactionStatus", () -> statusObject(transaction.status(), speed))
                .withRelation("transactionGroup", () -> groupObject(transaction.group(), speed));
    }

    private static ApiObject statusObject(TransactionStatus transactionStatus, Speed speed) {
        return MapObject.ofType("Provisioning_Version1_Transaction_Status")
                .withProperty("name", transactionStatus.name())
                .withProperty("friendlyName", transactionStatus.friendlyName())
                .withProperty("averageDuration", toMinutes(speed.scale(transactionStatus.averageDuration())));
    }

    static ApiObject groupObject(TransactionGroup transactionGroup, Speed speed) {
        return MapObject.ofType("Provisioning_Version1_Transaction_Group")
                .withProperty("name", transactionGroup.name())
                .withProperty("averageTimeToComplete", toMinutes(speed.scale(transactionGroup.averageTimeToComplete())));
    }

    private static BigDecimal toMinutes(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos()).divide(NANOS_PER_MINUTE, 3, RoundingMode.HALF_UP);
    }
}
