package dev.lifeline.softlayer;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.softlayer.rest.ApiObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How is the device that a row describes? */
public final class StatusMapper {

    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double MAX_DURATION_MINUTES = 60 * 24 * 30;

    private StatusMapper() {}

    public static DeviceStatus toStatus(DeviceType deviceType, ApiObject apiObject) {
        return new DeviceStatus(
                deviceType == DeviceType.VIRTUAL_GUEST ? guestPower(apiObject) : hardwarePower(apiObject),
                transaction(apiObject.object("activeTransaction")),
                transaction(apiObject.object("lastTransaction")),
                bootImageId(apiObject),
                apiObject.objects("recentRemoteManagementCommands").stream()
                        .flatMap(command -> command.instant("createDate").stream())
                        .max(Comparator.naturalOrder()));
    }

    /** lastKnownPowerState is for guests that went off without the provider doing it (softlayer.md 3). */
    private static PowerState guestPower(ApiObject apiObject) {
        PowerState told = power(apiObject.object("powerState"));
        return told == PowerState.UNKNOWN ? power(apiObject.object("lastKnownPowerState")) : told;
    }

    /** Hardware has no powerState (softlayer.md 2.3). */
    private static PowerState hardwarePower(ApiObject apiObject) {
        return power(apiObject.object("hardwareState").object("deviceStatus"));
    }

    private static PowerState power(ApiObject state) {
        String word =
                state.text("keyName").or(() -> state.text("name")).orElse("").toUpperCase(Locale.ROOT);
        if (word.startsWith("RUNNING")) return PowerState.ON;
        if (word.startsWith("HALTED") || word.startsWith("STOPPED")) return PowerState.OFF;
        return word.startsWith("PAUSED") ? PowerState.PAUSED : PowerState.UNKNOWN;
    }

    /** A CD drive with an image in it; an empty drive stays behind when one was taken out (captured answer, softlayer.md 2.1). */
    private static OptionalLong bootImageId(ApiObject apiObject) {
        return apiObject.objects("blockDevices").stream()
                .filter(drive ->
                        drive.text("mountType").filter("CD"::equalsIgnoreCase).isPresent())
                .flatMapToLong(drive -> drive.number("diskImageId").stream())
                .filter(image -> image > 0)
                .findFirst();
    }

    /** A job whose beginning is untold counts as an old one: it proves nothing about what was ordered just now. */
    private static Optional<Transaction> transaction(ApiObject apiObject) {
        if (apiObject.id().isEmpty()) return Optional.empty();
        ApiObject status = apiObject.object("transactionStatus");
        return Optional.of(new Transaction(
                apiObject.id().getAsLong(),
                status.text("name").orElse(""),
                status.text("friendlyName").orElse(""),
                apiObject.instant("createDate").orElse(Instant.EPOCH),
                minutes(apiObject.object("transactionGroup"), "averageTimeToComplete")
                        .or(() -> minutes(status, "averageDuration"))));
    }

    private static Optional<Duration> minutes(ApiObject apiObject, String name) {
        double minutes = apiObject.decimal(name).orElse(0);
        boolean sensible = minutes > 0 && minutes < MAX_DURATION_MINUTES;
        return sensible ? Optional.of(Duration.ofMillis(Math.round(minutes * MILLIS_PER_MINUTE))) : Optional.empty();
    }
}
