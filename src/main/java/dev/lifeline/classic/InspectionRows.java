package dev.lifeline.classic;

import dev.lifeline.device.Condition;
import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Kind;
import dev.lifeline.device.Power;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What does the full row of one device tell before something is done to it? */
final class InspectionRows {

    private InspectionRows() {}

    static Optional<Inspection> of(Kind kind, Row row, Logins.Seen login) {
        return DeviceRows.of(kind, row).map(device -> inspection(device, ConditionRows.of(kind, row), row, login));
    }

    private static Inspection inspection(Device device, Condition condition, Row row, Logins.Seen login) {
        return new Inspection(
                device,
                condition,
                isProvisioned(condition, row),
                isSuspended(row),
                login.name().isPresent(),
                login.visible());
    }

    /**
     * The provider's own client takes this date for it too (softlayer-python, is_ready). Where it is left out, which is not said to be
     * none, what runs was built, and metal that is active (softlayer.md 3).
     */
    private static boolean isProvisioned(Condition condition, Row row) {
        return row.tells("provisionDate") || (!row.node().has("provisionDate") && isAtWork(condition, row));
    }

    private static boolean isAtWork(Condition condition, Row row) {
        return condition.power() == Power.ON
                || row.row("hardwareStatus")
                        .text("status")
                        .filter("ACTIVE"::equals)
                        .isPresent();
    }

    /** Such as "Stopped (Suspended)"; the key name is in no source, so every word is looked at (softlayer.md 3). */
    private static boolean isSuspended(Row row) {
        return Stream.of(
                        row.row("deviceStatus"),
                        row.row("status"),
                        row.row("hardwareState").row("deviceStatus"))
                .flatMap(state -> Stream.of(state.text("keyName"), state.text("name")))
                .flatMap(Optional::stream)
                .anyMatch(word -> word.toUpperCase(Locale.ROOT).contains("SUSPEND"));
    }
}
