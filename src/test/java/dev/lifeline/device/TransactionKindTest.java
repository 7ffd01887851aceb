package dev.lifeline.device;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of a transaction tell. */
class TransactionKindTest {

    @ParameterizedTest
    @CsvSource({
        "Rescue Kernel, POWER_OFF, Powering off, RESCUE",
        "Cloud Guest Rescue, ATTACH_RESCUE_IMAGE, Attach rescue image, RESCUE",
        "Boot From ISO Image, POWER_OFF, Powering off, RESCUE",
        "'', RESCUE_BOOT, Rescue kernel is booting, RESCUE",
        "Unmount ISO Image, POWER_ON, Powering on, RESTART",
        "'', POWER_OFF, Powering off, RESTART",
        "OS Reload, POWER_OFF, Powering off, REBUILD",
        "Cloud Reclaim, RECLAIM_WAIT, Reclaim wait, REBUILD",
        "Backup, POWER_OFF, Powering off, ONLINE",
        "Service Setup, COMPLETE, Complete, UNKNOWN",
        "'', '', '', UNKNOWN"
    })
    void the_group_decides_and_else_the_step(String group, String step, String friendlyName, TransactionKind kind) {
        assertThat(new Transaction(1, step, friendlyName, group, NOON, Optional.empty()).kind())
                .isEqualTo(kind);
    }
}
