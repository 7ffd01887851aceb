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

/** Maps the status of a device: power state, transactions, mounted image and last remote management command. */
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
                        .max(Comparator.naturalOrder()),
                apiObject.object("lastOperatingSystemReload").id());
    }

    /**
     * {@code lastKnownPowerState} covers guests that were powered off outside the provider's control (src/docs/platform/softlayer.md,
     * section Progress and state detection).
     */
    private static PowerState guestPower(ApiObject apiObject) {
        PowerState powerState = power(apiObject.object("powerState"));
        return powerState == PowerState.UNKNOWN ? power(apiObject.object("lastKnownPowerState")) : powerState;
    }

    /** Hardware has no {@code powerState} (src/docs/platform/softlayer.md, section Reading one device). */
    private static PowerState hardwarePower(ApiObject apiObject) {
        return power(apiObject.object("hardwareState").object("deviceStatus"));
    }

    private static PowerState power(ApiObject state) {
        String key =
                state.text("keyName").or(() -> state.text("name")).orElse("").toUpperCase(Locale.ROOT);
        if (key.startsWith("RUNNING")) return PowerState.ON;
        if (key.startsWith("HALTED") || key.startsWith("STOPPED")) return PowerState.OFF;
        return key.startsWith("PAUSED") ? PowerState.PAUSED : PowerState.UNKNOWN;
    }

    /**
     * The image in a CD drive; an empty drive remains after an image was unmounted (src/docs/platform/softlayer.md, section Launching).
     */
    private static OptionalLong bootImageId(ApiObject apiObject) {
        return apiObject.objects("blockDevices").stream()
                .filter(drive ->
                        drive.text("mountType").filter("CD"::equalsIgnoreCase).isPresent())
                .flatMapToLong(drive -> drive.number("diskImageId").stream())
                .filter(image -> image > 0)
                .findFirst();
    }

    /** Ids decide which transaction is newer; the creation date is by the provider's clock, and for display only. */
    private static Optional<Transaction> transaction(ApiObject apiObject) {
        if (apiObject.id().isEmpty()) return Optional.empty();
        ApiObject status = apiObject.object("transactionStatus");
        return Optional.of(new Transaction(
                apiObject.id().getAsLong(),
                status.text("name").orElse(""),
                status.text("friendlyName").orElse(""),
                apiObject.object("transactionGroup").text("name").orElse(""),
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
