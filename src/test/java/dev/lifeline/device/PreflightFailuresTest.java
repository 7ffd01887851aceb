package dev.lifeline.device;

import static dev.lifeline.testkit.Fixtures.bareMetal;
import static dev.lifeline.testkit.Fixtures.guest;
import static dev.lifeline.testkit.Fixtures.inspection;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.OperatingSystem.Family;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of the preflight by itself: what it refuses, what it only warns about, and that it says so. */
class PreflightFailuresTest {

    private static final Device LINUX_GUEST = guest(1, "any-01", Family.LINUX, 8192);

    private static Stream<Arguments> whatPreventsARescue() {
        Device withoutRemoteManagement =
                new Device.Hardware(bareMetal(Family.LINUX).details(), true);
        return Stream.of(
                Arguments.of(
                        with(LINUX_GUEST, statusWithTransaction(transaction(7), PowerState.ON)),
                        new PreflightFailure.OutstandingTransaction(transaction(7))),
                Arguments.of(
                        new Inspection(LINUX_GUEST, poweredOnStatus(), false, false, true, true),
                        new PreflightFailure.NotProvisioned()),
                Arguments.of(
                        new Inspection(LINUX_GUEST, poweredOnStatus(), true, true, true, true),
                        new PreflightFailure.Suspended()),
                Arguments.of(with(LINUX_GUEST, powered(PowerState.PAUSED)), new PreflightFailure.Paused()),
                Arguments.of(inspection(guest(1, "core-01", Family.COREOS, 8192)), new PreflightFailure.CoreOs()),
                Arguments.of(
                        inspection(guest(1, "bare-01", Family.NONE, 8192)), new PreflightFailure.NoOperatingSystem()),
                Arguments.of(inspection(withoutRemoteManagement), new PreflightFailure.RemoteManagementDisabled()));
    }

    private static Inspection with(Device device, DeviceStatus status) {
        return new Inspection(device, status, true, false, true, true);
    }

    private static DeviceStatus powered(PowerState powerState) {
        return new DeviceStatus(powerState, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("whatPreventsARescue")
    void what_prevents_a_rescue_is_said_and_nothing_else(Inspection seen, PreflightFailure failure) {
        assertThat(Preflight.firstFailure(seen)).contains(failure);
    }

    @Test
    void bare_metal_without_an_operating_system_can_be_rescued() {
        assertThat(Preflight.firstFailure(inspection(bareMetal(Family.NONE)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, 0, false",
        "LINUX, 1, true",
        "LINUX, 6143, true",
        "LINUX, 6144, false",
        "WINDOWS, 2048, false",
        "NONE, 2048, false"
    })
    void only_a_linux_guest_known_to_be_under_six_gigabytes_boots_the_old_rescue_system(
            Family family, int megabytes, boolean old) {
        assertThat(Preflight.warnings(inspection(guest(1, "any-01", family, megabytes)))
                        .contains(PreflightWarning.OLD_RESCUE_SYSTEM))
                .isEqualTo(old);
    }

    @Test
    void a_guest_that_the_provider_may_reclaim_is_warned_about_and_no_other() {
        assertThat(Preflight.warnings(inspection(new Device.VirtualGuest(LINUX_GUEST.details(), 8192, true, false))))
                .containsExactly(PreflightWarning.TRANSIENT_GUEST);
        assertThat(Preflight.warnings(inspection(new Device.VirtualGuest(LINUX_GUEST.details(), 8192, false, true))))
                .containsExactly(PreflightWarning.DEDICATED_HOST);
    }

    @Test
    void a_device_without_a_public_address_is_warned_about() {
        Device.Details known = LINUX_GUEST.details();
        Device.Details hidden = new Device.Details(
                known.id(),
                known.name(),
                new Addresses(Optional.empty(), Optional.of("10.0.7.7")),
                known.operatingSystem(),
                known.datacenter(),
                known.tags());

        assertThat(Preflight.warnings(inspection(new Device.VirtualGuest(hidden, 8192, false, false))))
                .containsExactly(PreflightWarning.PRIVATE_ONLY);
    }

    @Test
    void a_device_that_is_off_may_only_need_power_and_one_that_is_on_needs_no_warning() {
        assertThat(Preflight.warnings(with(LINUX_GUEST, powered(PowerState.OFF))))
                .containsExactly(PreflightWarning.POWERED_OFF);
        assertThat(Preflight.warnings(inspection(LINUX_GUEST))).isEmpty();
    }
}
