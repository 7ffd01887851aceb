package dev.lifeline.classic;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Kind;
import dev.lifeline.device.Power;
import dev.lifeline.device.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How is the device that a row describes? */
final class ConditionRows {

    private static final double MINUTE_MILLIS = 60_000;
    private static final double LONGEST_MINUTES = 60 * 24 * 30;

    private ConditionRows() {}

    static Condition of(Kind kind, Row row) {
        return new Condition(
                kind == Kind.VIRTUAL_GUEST ? guestPower(row) : metalPower(row),
                transaction(row.row("activeTransaction")),
                transaction(row.row("lastTransaction")),
                bootImage(row),
                row.rows("recentRemoteManagementCommands").stream()
                        .flatMap(command -> command.instant("createDate").stream())
                        .max(Comparator.naturalOrder()));
    }

    /** lastKnownPowerState is for guests that went off without the provider doing it (softlayer.md 3). */
    private static Power guestPower(Row row) {
        Power told = power(row.row("powerState"));
        return told == Power.UNKNOWN ? power(row.row("lastKnownPowerState")) : told;
    }

    /** Hardware has no powerState (softlayer.md 2.3). */
    private static Power metalPower(Row row) {
        return power(row.row("hardwareState").row("deviceStatus"));
    }

    private static Power power(Row state) {
        String word =
                state.text("keyName").or(() -> state.text("name")).orElse("").toUpperCase(Locale.ROOT);
        if (word.startsWith("RUNNING")) return Power.ON;
        if (word.startsWith("HALTED") || word.startsWith("STOPPED")) return Power.OFF;
        return word.startsWith("PAUSED") ? Power.PAUSED : Power.UNKNOWN;
    }

    /** A CD drive with an image in it; an empty drive stays behind when one was taken out (captured answer, softlayer.md 2.1). */
    private static OptionalLong bootImage(Row row) {
        return row.rows("blockDevices").stream()
                .filter(drive ->
                        drive.text("mountType").filter("CD"::equalsIgnoreCase).isPresent())
                .flatMapToLong(drive -> drive.number("diskImageId").stream())
                .filter(image -> image > 0)
                .findFirst();
    }

    /** A job whose beginning is untold counts as an old one: it proves nothing about what was ordered just now. */
    private static Optional<Transaction> transaction(Row row) {
        if (row.id().isEmpty()) return Optional.empty();
        Row status = row.row("transactionStatus");
        return Optional.of(new Transaction(
                row.id().getAsLong(),
                status.text("name").orElse(""),
                status.text("friendlyName").orElse(""),
                row.instant("createDate").orElse(Instant.EPOCH),
                minutes(row.row("transactionGroup"), "averageTimeToComplete")
                        .or(() -> minutes(status, "averageDuration"))));
    }

    private static Optional<Duration> minutes(Row row, String name) {
        double minutes = row.decimal(name).orElse(0);
        boolean sensible = minutes > 0 && minutes < LONGEST_MINUTES;
        return sensible ? Optional.of(Duration.ofMillis(Math.round(minutes * MINUTE_MILLIS))) : Optional.empty();
    }
}
