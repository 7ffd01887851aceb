package dev.lifeline.device;

import static dev.lifeline.testkit.Fixtures.bareMetal;
import static dev.lifeline.testkit.Fixtures.guest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.OperatingSystem.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Preflight of devices without a stored login: which are refused, and which only warned about. */
class PreflightTest {

    private static Inspection withoutLogin(Device device, boolean visible) {
        return new Inspection(device, poweredOnStatus(), true, false, false, visible);
    }

    private static Device guestWith(Family family) {
        return guest(1, "any-01", family, 8192);
    }

    @Test
    void a_linux_guest_that_nobody_could_log_in_to_is_refused() {
        assertThat(Preflight.firstFailure(withoutLogin(guestWith(Family.LINUX), true)))
                .contains(new PreflightFailure.NoCredentials());
    }

    @ParameterizedTest
    @EnumSource(
            value = Family.class,
            names = {"LINUX", "WINDOWS"})
    void bare_metal_that_nobody_could_log_in_to_is_refused(Family family) {
        assertThat(Preflight.firstFailure(withoutLogin(bareMetal(family), true)))
                .contains(new PreflightFailure.NoCredentials());
    }

    @Test
    void bare_metal_without_a_system_has_none_to_begin_with_and_is_cautioned_about() {
        Inspection seen = withoutLogin(bareMetal(Family.NONE), true);

        assertThat(Preflight.firstFailure(seen)).isEmpty();
        assertThat(Preflight.warnings(seen)).contains(PreflightWarning.NO_CREDENTIALS);
    }

    @Test
    void what_the_image_of_a_windows_guest_asks_for_is_unknown_so_there_is_a_warning() {
        Inspection seen = withoutLogin(guestWith(Family.WINDOWS), true);

        assertThat(Preflight.firstFailure(seen)).isEmpty();
        assertThat(Preflight.warnings(seen)).contains(PreflightWarning.NO_CREDENTIALS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Family.class,
            mode = Mode.EXCLUDE,
            names = {"COREOS"})
    void P3_a_login_that_the_bot_may_not_see_may_be_there(Family family) {
        Inspection seen = withoutLogin(bareMetal(family), false);

        assertThat(Preflight.firstFailure(seen)).isEmpty();
        assertThat(Preflight.warnings(seen)).contains(PreflightWarning.NO_CREDENTIALS);
    }

    @Test
    void a_login_on_record_is_neither() {
        Inspection seen = new Inspection(guestWith(Family.LINUX), poweredOnStatus(), true, false, true, true);

        assertThat(Preflight.firstFailure(seen)).isEmpty();
        assertThat(Preflight.warnings(seen)).doesNotContain(PreflightWarning.NO_CREDENTIALS);
    }
}
