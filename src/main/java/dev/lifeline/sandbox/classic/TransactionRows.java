package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Group;
import dev.lifeline.sandbox.classic.world.Speed;
import dev.lifeline.sandbox.classic.world.Status;
import dev.lifeline.sandbox.classic.world.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Transactions as the API shows them. While one runs, the last one is the active one (softlayer.md, trap 9). */
final class TransactionRows {

    private static final BigDecimal NANOS_A_MINUTE = BigDecimal.valueOf(60_000_000_000L);

    private TransactionRows() {}

    static Optional<Thing> active(DeviceThing thing) {
        return thing.view().active().map(transaction -> row(transaction, thing));
    }

    static Thing latest(DeviceThing thing) {
        Transaction latest = thing.view()
                .active()
                .or(() -> thing.view().last())
                .orElseGet(() -> Transaction.settingUp(thing.spec()));
        return row(latest, thing);
    }

    static Thing row(Transaction transaction, DeviceThing thing) {
        Speed speed = thing.showing().estate().controls().speed();
        Instant now = thing.showing().now();
        return Row.of("Provisioning_Version1_Transaction")
                .with("id", transaction.id())
                .with("createDate", transaction.created().truncatedTo(ChronoUnit.SECONDS))
                .with("modifyDate", transaction.modified().truncatedTo(ChronoUnit.SECONDS))
                .with("statusChangeDate", transaction.statusChanged().truncatedTo(ChronoUnit.SECONDS))
                .with(
                        "elapsedSeconds",
                        Math.max(
                                0, Duration.between(transaction.modified(), now).toSeconds()))
                .with(
                        thing.spec().isGuest() ? "guestId" : "hardwareId",
                        thing.spec().id())
                .linking(thing.spec().isGuest() ? "guest" : "hardware", () -> thing)
                .linking("transactionStatus", () -> status(transaction.status(), speed))
                .linking("transactionGroup", () -> group(transaction.group(), speed));
    }

    private static Thing status(Status status, Speed speed) {
        return Row.of("Provisioning_Version1_Transaction_Status")
                .with("name", status.name())
                .with("friendlyName", status.friendlyName())
                .with("averageDuration", minutes(speed.of(status.usual())));
    }

    static Thing group(Group group, Speed speed) {
        return Row.of("Provisioning_Version1_Transaction_Group")
                .with("name", group.name())
                .with("averageTimeToComplete", minutes(speed.of(group.average())));
    }

    private static BigDecimal minutes(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos()).divide(NANOS_A_MINUTE, 3, RoundingMode.HALF_UP);
    }
}
