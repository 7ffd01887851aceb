package dev.lifeline.classic;

import dev.lifeline.device.Inspection;
import dev.lifeline.device.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What does the full row of one device tell before something is done to it? */
final class InspectionRows {

    private InspectionRows() {}

    static Optional<Inspection> of(Kind kind, Row row, Logins.Seen login) {
        return DeviceRows.of(kind, row)
                .map(device -> new Inspection(
                        device,
                        ConditionRows.of(kind, row),
                        isProvisioned(row),
                        isSuspended(row),
                        login.name().isPresent(),
                        login.visible()));
    }

    /** The provider's own client takes this date for it too (softlayer-python, is_ready). */
    private static boolean isProvisioned(Row row) {
        return row.tells("provisionDate");
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
