package dev.lifeline.rescue;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each sign by itself that something was done to a device since a command was sent or turned away (promise P1). */
class BaselineTest {

    private static final OptionalLong NONE = OptionalLong.empty();

    private static DeviceStatus status(
            PowerState powerState, long lastTransaction, OptionalLong bootImageId, Optional<Instant> powerCommandAt) {
        return new DeviceStatus(
                powerState, Optional.empty(), Optional.of(transaction(lastTransaction)), bootImageId, powerCommandAt);
    }

    private static boolean shows(DeviceStatus then, DeviceStatus now) {
        return Baseline.of(then, new ProbeResult.NoAnswer()).showsActivitySince(now);
    }

    @ParameterizedTest
    @CsvSource({"500, 501, true", "500, 500, false", "501, 500, false"})
    void P1_a_newer_transaction_shows(long then, long now, boolean shows) {
        assertThat(shows(
                        status(PowerState.ON, then, NONE, Optional.empty()),
                        status(PowerState.ON, now, NONE, Optional.empty())))
                .isEqualTo(shows);
    }

    @ParameterizedTest
    @CsvSource({"ON, OFF, true", "OFF, OFF, false", "OFF, ON, false", "ON, ON, false", "ON, UNKNOWN, false"})
    void P1_power_that_went_shows(PowerState then, PowerState now, boolean shows) {
        assertThat(shows(status(then, 500, NONE, Optional.empty()), status(now, 500, NONE, Optional.empty())))
                .isEqualTo(shows);
    }

    @ParameterizedTest
    @CsvSource({"0, 7, true", "7, 0, true", "7, 8, true", "7, 7, false", "0, 0, false"})
    void P1_an_image_that_was_loaded_or_unloaded_shows(long then, long now, boolean shows) {
        assertThat(shows(
                        status(PowerState.ON, 500, image(then), Optional.empty()),
                        status(PowerState.ON, 500, image(now), Optional.empty())))
                .isEqualTo(shows);
    }

    private static OptionalLong image(long id) {
        return id == 0 ? NONE : OptionalLong.of(id);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, true", "0, 1, true", "0, 0, false", "0, -1, false", "-1, -1, false"})
    void P1_a_power_command_that_was_not_there_shows(int then, int now, boolean shows) {
        assertThat(shows(status(PowerState.ON, 500, NONE, at(then)), status(PowerState.ON, 500, NONE, at(now))))
                .isEqualTo(shows);
    }

    /** None for a negative number. */
    private static Optional<Instant> at(int second) {
        return second < 0 ? Optional.empty() : Optional.of(NOON.plusSeconds(second));
    }

    @Test
    void P3_a_status_without_content_shows_nothing() {
        assertThat(shows(status(PowerState.ON, 500, OptionalLong.of(7), at(0)), DeviceStatus.UNKNOWN))
                .isFalse();
    }

    @Test
    void a_stage_settles_once_its_transaction_ended_or_its_command_was_answered() {
        Baseline baseline = Baseline.of(status(PowerState.ON, 500, NONE, Optional.empty()), new ProbeResult.NoAnswer());
        Stage claimed = Stage.Exiting.claimed(NOON, ASHA_REQUESTER, baseline, baseline);

        assertThat(booting(baseline, Optional.empty()).isSettling()).isFalse();
        assertThat(booting(baseline, Optional.of(NOON)).isSettling()).isTrue();
        assertThat(claimed.isSettling()).isFalse();
        assertThat(((Stage.Exiting) claimed).withResponse(NOON).isSettling()).isTrue();
        assertThat(new Stage.InRescue(NOON, Evidence.PORT_OPEN, baseline, baseline).isSettling())
                .isFalse();
    }

    private static Stage booting(Baseline baseline, Optional<Instant> endedAt) {
        return new Stage.Booting(OptionalLong.of(501), NOON, baseline, BootPhase.REBOOTING, endedAt, false);
    }
}
