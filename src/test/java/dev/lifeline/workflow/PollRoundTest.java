package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.DB_01;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_08;
import static dev.lifeline.testkit.Fixtures.plan;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static dev.lifeline.workflow.PollFixture.RESCUE_KEY;
import static dev.lifeline.workflow.PollFixture.USUAL_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.PowerState;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Rounds of polling, on devices whose status and host keys the test sets. */
class PollRoundTest {

    private static final PollIntervals INTERVALS = PollIntervals.DEFAULT;
    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), USUAL_KEY);
    private static final Stage LAUNCHING = new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, BASELINE, true, false);
    private static final Stage IN_RESCUE =
            new Stage.InRescue(NOON, Evidence.HOST_KEY_CHANGED, BASELINE, Baseline.of(poweredOnStatus(), RESCUE_KEY));

    private final PollFixture fixture = new PollFixture();

    private RescueRequest opened(Device device, Stage stage) {
        RequestId id = new RequestId("request%05d".formatted(device.id().value()));
        RescueRequest request = fixture.requests.open(RescueRequest.create(id, plan(device), NOON));
        RescueRequest next = request.transitionTo(stage).next();
        fixture.requests.save(next);
        return next;
    }

    private Stage.InRescue inRescue(RescueRequest request) {
        return (Stage.InRescue) fixture.stage(request);
    }

    private static DeviceStatus over(long transactionId) {
        return new DeviceStatus(
                PowerState.ON,
                Optional.empty(),
                Optional.of(transaction(transactionId)),
                OptionalLong.empty(),
                Optional.empty());
    }

    @Test
    void one_round_carries_a_launch_over_every_stage_that_it_shows_and_names_the_login() {
        RescueRequest launching = opened(WEB_07, LAUNCHING);
        fixture.shows(WEB_07, over(501), RESCUE_KEY);

        fixture.poll();

        assertThat(inRescue(launching).evidence()).isEqualTo(Evidence.HOST_KEY_CHANGED);
        assertThat(inRescue(launching).loginName()).contains("root");
        assertThat(fixture.auditedEvents).contains("transaction-started", "entered-rescue");
    }

    @Test
    void an_account_that_is_away_leaves_the_devices_of_the_other_watched() {
        AccountName lab = new AccountName("lab");
        RescueRequest inMain = opened(WEB_07, LAUNCHING);
        RescueRequest inLab = opened(WEB_08.in(lab), LAUNCHING);
        fixture.shows(WEB_07, over(501), RESCUE_KEY);
        fixture.shows(WEB_08.in(lab), over(501), USUAL_KEY);
        fixture.away.add(lab);

        fixture.poll();

        assertThat(fixture.stage(inMain)).isInstanceOf(Stage.InRescue.class);
        assertThat(fixture.stage(inLab)).isEqualTo(LAUNCHING);
    }

    @Test
    void P10_the_rescue_is_recorded_although_the_login_cannot_be_read() {
        RescueRequest launching = opened(WEB_07, LAUNCHING);
        fixture.shows(WEB_07, over(501), RESCUE_KEY);
        fixture.loginUnreadable();

        fixture.poll();

        assertThat(inRescue(launching).loginName()).isEmpty();
    }

    @Test
    void a_login_that_is_known_is_not_read_again() {
        Stage.InRescue known = (Stage.InRescue) IN_RESCUE;
        RescueRequest request = opened(
                WEB_07,
                new Stage.InRescue(
                        NOON,
                        Evidence.REPORTED_BY_PROVIDER,
                        BASELINE,
                        new Baseline(known.rescueBaseline().status(), Optional.empty(), false),
                        Optional.of("admin"),
                        Optional.empty(),
                        Optional.empty()));
        fixture.shows(WEB_07, poweredOnStatus(), RESCUE_KEY);

        fixture.poll();

        assertThat(inRescue(request).evidence()).isEqualTo(Evidence.HOST_KEY_CHANGED);
        assertThat(inRescue(request).loginName()).contains("admin");
    }

    @Test
    void nothing_is_asked_of_anybody_while_nothing_is_polled() {
        fixture.requests.open(RescueRequest.create(new RequestId("request00001"), plan(WEB_07), NOON));

        assertThat(fixture.poll()).isEqualTo(INTERVALS.idle());
        assertThat(fixture.reads()).isZero();
    }

    @Test
    void P7_a_device_whose_probe_breaks_does_not_keep_the_others_unwatched() {
        RescueRequest broken = opened(WEB_07, LAUNCHING);
        RescueRequest other = opened(WEB_08, LAUNCHING);
        fixture.onProbe(id -> {
            if (id.equals(WEB_07.id())) throw new IllegalStateException("probe broken");
        });
        fixture.shows(WEB_08, statusWithTransaction(transaction(501), PowerState.ON), USUAL_KEY);

        assertThat(fixture.poll()).isEqualTo(INTERVALS.changing());

        assertThat(fixture.stage(broken)).isInstanceOf(Stage.Launching.class);
        assertThat(fixture.stage(other)).isInstanceOf(Stage.Booting.class);
    }

    @Test
    void P10_a_device_that_a_list_leaves_out_is_read_by_itself_before_it_counts_as_missing() {
        RescueRequest launching = opened(WEB_07, LAUNCHING);
        fixture.shows(WEB_07, statusWithTransaction(transaction(501), PowerState.ON), USUAL_KEY);
        fixture.listLeavesOut(WEB_07);

        fixture.poll();

        assertThat(fixture.stage(launching)).isInstanceOf(Stage.Booting.class);
    }

    @Test
    void P3_a_provider_that_does_not_answer_changes_nothing_but_reminders_go_on() {
        RescueRequest request = opened(WEB_07, IN_RESCUE);
        fixture.providerUnreachable();
        fixture.clock.advance(Duration.ofHours(2));

        assertThat(fixture.poll()).isEqualTo(INTERVALS.steady());

        assertThat(fixture.stage(request)).isEqualTo(IN_RESCUE);
        assertThat(fixture.auditedEvents).containsExactly("still-in-rescue");
    }

    @Test
    void P10_a_rescue_that_lingers_is_reported_when_due_and_not_at_each_round() {
        opened(DB_01, IN_RESCUE);
        fixture.shows(DB_01, poweredOnStatus(), RESCUE_KEY);
        fixture.clock.advance(Duration.ofHours(2).minusSeconds(1));
        fixture.poll();
        assertThat(fixture.auditedEvents).isEmpty();

        fixture.clock.advance(Duration.ofSeconds(1));
        fixture.poll();
        fixture.poll();
        assertThat(fixture.auditedEvents).containsExactly("still-in-rescue");
    }

    @Test
    void P7_watched_time_is_on_disk_every_minute_and_tells_nobody() {
        RescueRequest launching = opened(WEB_07, LAUNCHING);
        fixture.shows(WEB_07, poweredOnStatus(), USUAL_KEY);
        fixture.poll();
        fixture.letPass(Duration.ofSeconds(59));
        fixture.poll();
        assertThat(fixture.requests.find(launching.id()).orElseThrow()).isEqualTo(launching);

        fixture.letPass(Duration.ofSeconds(1));
        fixture.poll();

        RescueRequest saved = fixture.requests.find(launching.id()).orElseThrow();
        assertThat(saved.watch().observed()).isEqualTo(Duration.ofMinutes(1));
        assertThat(saved.version()).isEqualTo(launching.version() + 1);
        assertThat(fixture.auditedEvents).isEmpty();
    }

    @Test
    void a_request_that_somebody_changed_during_the_round_is_left_to_the_next_round() {
        RescueRequest launching = opened(WEB_07, LAUNCHING);
        fixture.shows(WEB_07, statusWithTransaction(transaction(501), PowerState.ON), USUAL_KEY);
        fixture.whileRead(() -> fixture.requests.save(
                fixture.requests.find(launching.id()).orElseThrow().withNextVersion()));

        fixture.poll();
        assertThat(fixture.stage(launching)).isInstanceOf(Stage.Launching.class);

        fixture.whileRead(() -> {});
        fixture.letPass(INTERVALS.changing());
        fixture.poll();
        assertThat(fixture.stage(launching)).isInstanceOf(Stage.Booting.class);
    }

    @Test
    void time_that_was_not_saved_since_somebody_changed_the_request_is_saved_by_the_next_round() {
        RescueRequest launching = opened(WEB_07, LAUNCHING);
        fixture.shows(WEB_07, poweredOnStatus(), USUAL_KEY);
        fixture.poll();
        fixture.letPass(Duration.ofMinutes(1));
        fixture.whileRead(() -> fixture.requests.save(
                fixture.requests.find(launching.id()).orElseThrow().withNextVersion()));
        fixture.poll();
        fixture.whileRead(() -> {});

        fixture.letPass(INTERVALS.changing());
        fixture.poll();

        assertThat(fixture.requests.find(launching.id()).orElseThrow().watch().observed())
                .isEqualTo(Duration.ofMinutes(1).plus(INTERVALS.changing()));
    }

    @Test
    void a_request_that_was_closed_and_polled_again_starts_its_time_anew() {
        RescueRequest launching = opened(WEB_07, LAUNCHING);
        fixture.shows(WEB_07, poweredOnStatus(), USUAL_KEY);
        fixture.poll();
        RescueRequest closed = fixture.close(launching, ASHA_REQUESTER);
        fixture.letPass(Duration.ofMinutes(1));
        fixture.poll();

        fixture.requests.save(closed.transitionTo(LAUNCHING).next());
        fixture.poll();

        assertThat(fixture.requests.find(launching.id()).orElseThrow().watch().observed())
                .isZero();
    }

    @Test
    void rounds_follow_fast_while_one_device_changes_and_slowly_while_all_are_in_rescue() {
        opened(WEB_07, IN_RESCUE);
        fixture.shows(WEB_07, poweredOnStatus(), RESCUE_KEY);
        assertThat(fixture.poll()).isEqualTo(INTERVALS.steady());

        opened(WEB_08, LAUNCHING);
        fixture.shows(WEB_08, poweredOnStatus(), USUAL_KEY);
        assertThat(fixture.poll()).isEqualTo(INTERVALS.changing());
    }

    @Test
    void an_observation_is_dated_before_its_first_call() {
        RescueRequest request = opened(WEB_07, IN_RESCUE);
        fixture.shows(WEB_07, poweredOnStatus(), USUAL_KEY);
        fixture.whileRead(() -> fixture.clock.advance(Duration.ofSeconds(30)));

        fixture.poll();

        assertThat(fixture.stage(request))
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closedAt()).isEqualTo(NOON));
    }
}
