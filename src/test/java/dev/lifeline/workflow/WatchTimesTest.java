package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import dev.lifeline.rescue.monitor.DeviceObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time that was watched, by a clock that nobody sets. */
class WatchTimesTest {

    private static final ProbeResult ANSWER = new ProbeResult.PortOpen();
    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), ANSWER);
    private static final RescueRequest LAUNCHING = openedRequest()
            .transitionTo(new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, true, false))
            .next();

    private long nanos = 1_000_000;
    private final WatchTimes times = new WatchTimes(() -> nanos);

    private Watch poll(RescueRequest request, Optional<DeviceStatus> status, Instant at) {
        return times.withObservation(request, new DeviceObservation(status, ANSWER, at))
                .watch();
    }

    private Watch poll(RescueRequest request) {
        return poll(request, Optional.of(poweredOnStatus()), NOON);
    }

    private void letPass(Duration duration) {
        nanos += duration.toNanos();
    }

    @Test
    void the_time_between_polls_adds_up_whatever_the_wall_clock_says() {
        poll(LAUNCHING);
        letPass(Duration.ofSeconds(5));
        assertThat(poll(LAUNCHING, Optional.of(poweredOnStatus()), NOON.minusSeconds(3_600))
                        .observed())
                .isEqualTo(Duration.ofSeconds(5));
        letPass(Duration.ofSeconds(5));
        assertThat(poll(LAUNCHING, Optional.of(poweredOnStatus()), NOON.plusSeconds(86_400))
                        .observed())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void P3_time_in_which_the_provider_told_nothing_does_not_count() {
        poll(LAUNCHING);
        for (int i = 0; i < 100; i++) {
            letPass(Duration.ofSeconds(30));
            poll(LAUNCHING, Optional.of(DeviceStatus.UNKNOWN), NOON);
        }

        letPass(Duration.ofSeconds(30));
        assertThat(poll(LAUNCHING).observed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void P3_a_process_that_stood_still_counts_a_minute_at_most() {
        poll(LAUNCHING);
        letPass(Duration.ofHours(1));

        assertThat(poll(LAUNCHING).observed()).isEqualTo(Watch.MAX_INTERVAL);
    }

    @Test
    void P7_after_a_restart_the_saved_time_counts_as_at_least() {
        RescueRequest saved = LAUNCHING.withWatch(new Watch(
                Duration.ofMinutes(7), Duration.ZERO, Duration.ZERO, Optional.empty(), false, Optional.empty()));

        assertThat(poll(saved).observed()).isEqualTo(Duration.ofMinutes(7));
        letPass(Duration.ofSeconds(2));
        assertThat(poll(saved).observed()).isEqualTo(Duration.ofSeconds(422));
    }

    @Test
    void P10_absence_adds_up_and_ends_with_the_first_sight_of_the_device() {
        poll(LAUNCHING, Optional.empty(), NOON);
        letPass(Duration.ofSeconds(20));
        assertThat(poll(LAUNCHING, Optional.empty(), NOON).missing()).isEqualTo(Duration.ofSeconds(20));
        letPass(Duration.ofSeconds(1));
        assertThat(poll(LAUNCHING).missing()).isEqualTo(Duration.ZERO);
    }

    @Test
    void P10_a_process_that_stood_still_does_not_add_to_an_absence_that_another_replica_saw_end() {
        for (int i = 0; i < 10; i++) {
            poll(LAUNCHING, Optional.empty(), NOON);
            letPass(Watch.MAX_INTERVAL);
        }
        RescueRequest watchedElsewhere = LAUNCHING.withWatch(new Watch(
                Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, Optional.empty(), false, Optional.empty()));

        assertThat(poll(watchedElsewhere, Optional.empty(), NOON).missing()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_new_stage_starts_anew() {
        poll(LAUNCHING);
        letPass(Duration.ofSeconds(30));
        poll(LAUNCHING);
        RescueRequest exiting = LAUNCHING
                .transitionTo(Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE))
                .next();

        assertThat(poll(exiting).observed()).isEqualTo(Duration.ZERO);
        assertThat(poll(exiting).settling()).contains(Duration.ZERO);
    }

    @Test
    void a_second_exit_that_follows_at_once_does_not_inherit_the_time_of_the_first() {
        RescueRequest first = LAUNCHING
                .transitionTo(Stage.Exiting.outsideBot(NOON, BASELINE, BASELINE))
                .next();
        poll(first);
        letPass(Duration.ofSeconds(30));
        poll(first);
        RescueRequest second = LAUNCHING
                .transitionTo(Stage.Exiting.outsideBot(NOON.plusSeconds(31), BASELINE, BASELINE))
                .next();

        assertThat(poll(second).observed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_request_that_is_not_polled_any_more_is_forgotten() {
        poll(LAUNCHING);
        times.retain(List.of());
        letPass(Duration.ofSeconds(30));

        assertThat(poll(LAUNCHING).observed()).isEqualTo(Duration.ZERO);
    }

    @Test
    void time_is_saved_every_minute_and_not_at_every_poll() {
        Watch minute = Watch.NONE.afterPoll(Watch.Sight.REPORTED, Duration.ofMinutes(1), true, Duration.ZERO);
        Watch second = Watch.NONE.afterPoll(Watch.Sight.REPORTED, Duration.ofSeconds(1), true, Duration.ZERO);

        assertThat(minute.isWorthSavingAfter(Watch.NONE)).isTrue();
        assertThat(second.isWorthSavingAfter(Watch.NONE)).isFalse();
    }
}
