package dev.lifeline.rescue.monitor;

import static dev.lifeline.rescue.monitor.BoundaryFixture.IDLE;
import static dev.lifeline.rescue.monitor.BoundaryFixture.IMAGE;
import static dev.lifeline.rescue.monitor.BoundaryFixture.MINUTE;
import static dev.lifeline.rescue.monitor.BoundaryFixture.NO_IMAGE;
import static dev.lifeline.rescue.monitor.BoundaryFixture.NO_TIME;
import static dev.lifeline.rescue.monitor.BoundaryFixture.OPEN;
import static dev.lifeline.rescue.monitor.BoundaryFixture.SILENT;
import static dev.lifeline.rescue.monitor.BoundaryFixture.baseline;
import static dev.lifeline.rescue.monitor.BoundaryFixture.booting;
import static dev.lifeline.rescue.monitor.BoundaryFixture.events;
import static dev.lifeline.rescue.monitor.BoundaryFixture.idle;
import static dev.lifeline.rescue.monitor.BoundaryFixture.launching;
import static dev.lifeline.rescue.monitor.BoundaryFixture.missingFor;
import static dev.lifeline.rescue.monitor.BoundaryFixture.observe;
import static dev.lifeline.rescue.monitor.BoundaryFixture.running;
import static dev.lifeline.rescue.monitor.BoundaryFixture.step;
import static dev.lifeline.rescue.monitor.BoundaryFixture.watch;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.BootPhase;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Observations at the edges of what the monitors conclude from: the first and the last moment, and one sign without the others. */
class MonitorBoundariesTest {

    @ParameterizedTest
    @CsvSource({"ON, OFF, true", "OFF, ON, true", "ON, ON, false", "OFF, OFF, false", "PAUSED, ON, false"})
    void a_launch_shows_by_the_power_that_was_switched(PowerState before, PowerState now, boolean began) {
        Stage stage = launching(baseline(idle(before, NO_IMAGE), SILENT));

        assertThat(observe(stage, NO_TIME, idle(now, NO_IMAGE), SILENT).isPresent())
                .isEqualTo(began);
    }

    @Test
    void a_launch_shows_by_an_image_that_was_loaded_and_not_by_one_that_was_there() {
        Stage without = launching(baseline(IDLE, SILENT));
        Stage with = launching(baseline(idle(PowerState.ON, IMAGE), SILENT));

        assertThat(observe(without, NO_TIME, idle(PowerState.ON, IMAGE), SILENT))
                .isPresent();
        assertThat(observe(with, NO_TIME, idle(PowerState.ON, IMAGE), SILENT)).isEmpty();
        assertThat(observe(with, NO_TIME, IDLE, SILENT)).isEmpty();
    }

    @Test
    void P3_a_device_that_answered_is_believed_to_be_down_after_a_minute_of_silence() {
        Stage stage = launching(baseline(IDLE, OPEN));

        assertThat(observe(stage, watch(MINUTE, MINUTE.minusMillis(1), Optional.empty()), IDLE, SILENT))
                .isEmpty();
        assertThat(observe(stage, watch(MINUTE, MINUTE, Optional.empty()), IDLE, SILENT))
                .isPresent();
        assertThat(observe(stage, watch(MINUTE, MINUTE, Optional.empty()), DeviceStatus.UNKNOWN, SILENT))
                .as("of what the provider does not tell, silence alone says nothing")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REBOOT_WAIT, false", "POWER_ON, false", "MOUNT_ISO, true", "BOOT_WAIT, true", "RESCUE_WAIT, true"})
    void a_device_that_is_up_again_boots_the_kernel_when_the_step_says_so(String step, boolean kernel) {
        Stage stage = booting(OptionalLong.of(501), baseline(IDLE, SILENT), BootPhase.POWERED_DOWN, false);

        assertThat(events(observe(stage, NO_TIME, running(step(step), PowerState.ON), SILENT)))
                .containsExactly(kernel ? new RescueEvent.KernelBooting(step) : new RescueEvent.Rebooting());
    }

    @Test
    void a_boot_without_a_transaction_of_its_own_is_over_when_the_device_is_on_and_idle() {
        Stage stage = booting(OptionalLong.empty(), baseline(IDLE, SILENT), BootPhase.REBOOTING, false);

        assertThat(observe(stage, NO_TIME, running(transaction(502), PowerState.ON), SILENT)
                        .map(next -> next.next().stage().isSettling()))
                .isNotEqualTo(Optional.of(true));
        assertThat(observe(stage, NO_TIME, idle(PowerState.OFF, NO_IMAGE), SILENT))
                .isEmpty();
        assertThat(observe(stage, NO_TIME, IDLE, SILENT)
                        .orElseThrow()
                        .next()
                        .stage()
                        .isSettling())
                .isTrue();
    }

    @Test
    void a_foreign_transaction_that_follows_does_not_keep_ours_from_being_over() {
        Stage stage = booting(OptionalLong.of(501), baseline(IDLE, SILENT), BootPhase.REBOOTING, false);

        assertThat(observe(stage, NO_TIME, running(step("POWER_ON"), PowerState.ON), SILENT))
                .isEmpty();
        assertThat(observe(stage, NO_TIME, running(transaction(502), PowerState.ON), SILENT)
                        .orElseThrow()
                        .next()
                        .stage()
                        .isSettling())
                .isTrue();
    }

    @Test
    void P3_a_port_that_was_open_before_proves_a_rescue_only_after_an_image_was_loaded_or_the_power_went() {
        Baseline open = baseline(IDLE, OPEN);
        Stage ended = booting(OptionalLong.of(500), open, BootPhase.TRANSACTION_RUNNING, true);
        Stage withImage = booting(
                OptionalLong.of(500), baseline(idle(PowerState.ON, IMAGE), OPEN), BootPhase.TRANSACTION_RUNNING, true);

        assertThat(observe(ended, NO_TIME, IDLE, OPEN)).isEmpty();
        assertThat(observe(withImage, NO_TIME, idle(PowerState.ON, IMAGE), OPEN))
                .isEmpty();
        assertThat(events(observe(ended, NO_TIME, idle(PowerState.ON, IMAGE), OPEN)))
                .containsExactly(new RescueEvent.EnteredRescue(Evidence.PORT_OPEN));
        assertThat(events(observe(booting(OptionalLong.of(500), open, BootPhase.REBOOTING, true), NO_TIME, IDLE, OPEN)))
                .containsExactly(new RescueEvent.EnteredRescue(Evidence.PORT_OPEN));
    }

    @Test
    void P10_a_boot_is_reported_as_stalled_at_the_end_of_its_time_and_once() {
        Stage.Booting stage = booting(OptionalLong.of(501), baseline(IDLE, SILENT), BootPhase.REBOOTING, false);
        DeviceStatus still = running(step("POWER_ON"), PowerState.ON);
        Duration time = RescueTimeouts.DEFAULT.boot();

        assertThat(observe(stage, watch(time.minusMillis(1), Duration.ZERO, Optional.empty()), still, SILENT))
                .isEmpty();
        Optional<TransitionResult.Applied> stalled =
                observe(stage, watch(time, Duration.ZERO, Optional.empty()), still, SILENT);
        assertThat(events(stalled)).containsExactly(new RescueEvent.BootStalled(time, OptionalLong.of(501)));
        assertThat(observe(
                        stalled.orElseThrow().next().stage(),
                        watch(time.plus(time), Duration.ZERO, Optional.empty()),
                        still,
                        SILENT))
                .isEmpty();
    }

    @Test
    void P3_a_launch_is_given_up_at_the_end_of_its_time_unless_something_newer_holds_the_device() {
        Stage stage = launching(baseline(IDLE, SILENT));
        Duration time = RescueTimeouts.DEFAULT.launch();
        Watch over = watch(time, Duration.ZERO, Optional.empty());
        Transaction older = new Transaction(500, "STEP", "Step", "Backup", NOON, Optional.empty());
        Transaction newer = new Transaction(501, "STEP", "Step", "Backup", NOON, Optional.empty());

        assertThat(events(observe(stage, over, IDLE, SILENT))).containsExactly(new RescueEvent.GaveUp(time, true));
        assertThat(events(observe(stage, over, running(older, PowerState.ON), SILENT)))
                .as("a backup of before the command")
                .containsExactly(new RescueEvent.GaveUp(time, true));
        Optional<TransitionResult.Applied> told = observe(
                stage, watch(RescueTimeouts.DEFAULT.firstSign(), Duration.ZERO, Optional.empty()), IDLE, SILENT);
        assertThat(events(told))
                .containsExactly(new RescueEvent.NoProgress(RescueTimeouts.DEFAULT.firstSign(), true, false));
        assertThat(observe(told.orElseThrow().next().stage(), over, running(newer, PowerState.ON), SILENT))
                .isEmpty();
    }

    @Test
    void P10_a_missing_device_is_told_of_after_a_minute_and_gone_after_a_day() {
        assertThat(missingFor(Duration.ofMinutes(1).minusMillis(1))).isEmpty();
        assertThat(missingFor(Duration.ofMinutes(1)))
                .containsExactly(new RescueEvent.DeviceMissing(Duration.ofMinutes(1)));
        assertThat(missingFor(Duration.ofHours(24).minusMillis(1)))
                .hasOnlyElementsOfType(RescueEvent.DeviceMissing.class);
        assertThat(missingFor(Duration.ofHours(24))).containsExactly(new RescueEvent.DeviceGone());
    }

    @Test
    void a_simulated_provider_shortens_the_silence_and_nothing_else_and_never_to_nothing() {
        RescueTimeouts usual = RescueTimeouts.DEFAULT;

        assertThat(usual.scaledForSandbox(60).noAnswerGrace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(usual.scaledForSandbox(1)).isEqualTo(usual);
        assertThat(usual.scaledForSandbox(1e9).noAnswerGrace()).isEqualTo(Duration.ofMillis(1));
        assertThat(usual.scaledForSandbox(60).exit()).isEqualTo(usual.exit());
    }

    @Test
    void a_time_out_of_nothing_or_less_would_fail_every_request_at_once() {
        assertThat(new RescueTimeouts(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE).gone())
                .isEqualTo(Duration.ofHours(24));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RescueTimeouts(Duration.ZERO, MINUTE, MINUTE, MINUTE, MINUTE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RescueTimeouts(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE.negated()));
    }
}
