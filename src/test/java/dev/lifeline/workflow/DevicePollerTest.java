package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static dev.lifeline.workflow.PollFixture.USUAL_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Watch;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fault of one device is one's own, and where nothing changes it is polled more slowly. */
class DevicePollerTest {

    private final PollFixture fixture = new PollFixture();

    private void backInItsInstalledSystem(RescueRequest... requests) {
        for (RescueRequest request : requests)
            fixture.answers.put(request.device().id(), USUAL_KEY);
    }

    @Test
    void P10_a_device_whose_own_read_fails_leaves_the_younger_rescues_watched() {
        RescueRequest faulty = fixture.addInRescue(1);
        RescueRequest younger = fixture.addInRescue(2);
        fixture.statuses.remove(faulty.device().id());
        fixture.failingReads.add(faulty.device().id());
        backInItsInstalledSystem(younger);

        fixture.poll();

        assertThat(fixture.stage(younger)).isInstanceOf(Stage.Closed.class);
        assertThat(fixture.stage(faulty)).isEqualTo(faulty.stage());
    }

    @Test
    void P10_a_device_whose_change_cannot_be_recorded_leaves_the_younger_rescues_watched() {
        RescueRequest faulty = fixture.addInRescue(1);
        RescueRequest younger = fixture.addInRescue(2);
        fixture.failingRecords.add(faulty.id());
        backInItsInstalledSystem(faulty, younger);

        fixture.poll();

        assertThat(fixture.stage(younger)).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void P10_a_device_whose_probe_fails_leaves_the_younger_rescues_watched() {
        RescueRequest faulty = fixture.addInRescue(1);
        RescueRequest younger = fixture.addInRescue(2);
        fixture.onProbe(id -> {
            if (id.equals(faulty.device().id())) throw new IllegalStateException("a fault of the probe");
        });
        backInItsInstalledSystem(younger);

        fixture.poll();

        assertThat(fixture.stage(younger)).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void P10_a_reminder_that_cannot_be_recorded_takes_away_no_other() {
        RescueRequest faulty = fixture.addInRescue(1);
        RescueRequest younger = fixture.addInRescue(2);
        fixture.failingRecords.add(faulty.id());
        fixture.letPass(Duration.ofDays(1));

        fixture.poll();

        assertThat(fixture.auditedRequests).containsExactly(younger.id().value());
    }

    @Test
    void P3_while_the_provider_does_not_answer_the_devices_themselves_are_watched() {
        RescueRequest request = fixture.addInRescue(1);
        fixture.providerUnreachable();
        fixture.poll();
        assertThat(fixture.stage(request)).isEqualTo(request.stage());

        backInItsInstalledSystem(request);
        fixture.letPass(Duration.ofSeconds(5));
        fixture.poll();
        assertThat(fixture.stage(request)).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void P3_a_provider_that_does_not_answer_does_not_show_a_missing_device_again() {
        RescueRequest request = fixture.addInRescue(1);
        RescueRequest missing =
                request.withWatch(Watch.NONE.withMissingNotified(true)).withNextVersion();
        fixture.requests.save(missing);
        fixture.providerUnreachable();

        fixture.poll();

        assertThat(fixture.requests.find(request.id())).contains(missing);
    }

    @Test
    void a_stalled_device_is_not_probed_every_second_for_days() {
        fixture.addStalled(1);

        fixture.pollFor(Duration.ofMinutes(1));
        assertThat(fixture.probed).hasSizeBetween(55, 62);
        fixture.pollFor(Duration.ofDays(2));
        assertThat(fixture.probed).hasSizeBetween(2 * 24 * 60, 2 * 24 * 120 + 600);
    }

    @Test
    void P10_however_long_nothing_changes_no_watched_time_is_lost() {
        RescueRequest stalled = fixture.addStalled(1);

        fixture.pollFor(Duration.ofHours(5));

        Watch watch = fixture.requests.find(stalled.id()).orElseThrow().watch();
        assertThat(watch.observed()).isBetween(Duration.ofMinutes(298), Duration.ofMinutes(300));
    }

    @Test
    void P10_with_a_provider_of_which_every_other_read_fails_the_watched_time_adds_up() {
        RescueRequest stalled = fixture.addStalled(1);
        for (int round = 0; round < 100; round++) {
            if (round % 2 == 0) fixture.providerReachable();
            else fixture.providerUnreachable();
            fixture.letPass(fixture.poll());
        }

        fixture.providerReachable();
        fixture.pollFor(Duration.ofMinutes(5));
        Watch watch = fixture.requests.find(stalled.id()).orElseThrow().watch();
        assertThat(watch.observed()).isGreaterThan(Duration.ofSeconds(310));
    }

    @Test
    void a_change_that_the_provider_reports_makes_the_polls_quick_again() {
        RescueRequest stalled = fixture.addStalled(1);
        fixture.pollFor(Duration.ofHours(2));
        assertThat(fixture.poll()).isGreaterThan(Duration.ofSeconds(20));

        fixture.statuses.put(stalled.device().id(), statusWithTransaction(transaction(501), PowerState.ON));
        fixture.letPass(Duration.ofSeconds(30));
        assertThat(fixture.poll()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_click_that_moves_the_request_makes_the_device_due_at_once() {
        RescueRequest stalled = fixture.addStalled(1);
        fixture.pollFor(Duration.ofHours(2));
        fixture.probed.clear();

        RescueRequest current = fixture.requests.find(stalled.id()).orElseThrow();
        fixture.requests.save(current.reportLogin(((Stage.Booting) current.stage()).baseline(), fixture.clock.instant())
                .applied()
                .orElseThrow()
                .next());
        fixture.poll();

        assertThat(fixture.probed).hasSize(1);
    }

    @Test
    void a_restart_does_not_make_the_polls_of_a_stalled_device_quick_again() {
        RescueRequest stalled = fixture.addStalled(1);
        fixture.requests.save(stalled.withWatch(new Watch(
                        Duration.ofHours(3), Duration.ZERO, Duration.ZERO, Optional.empty(), false, Optional.empty()))
                .withNextVersion());

        assertThat(fixture.poll()).isEqualTo(PollIntervals.SLOWEST);
    }

    @Test
    void a_device_in_rescue_is_polled_every_five_seconds_at_first() {
        fixture.addInRescue(1);
        assertThat(fixture.poll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(fixture.statuses).containsValue(poweredOnStatus());
    }
}
