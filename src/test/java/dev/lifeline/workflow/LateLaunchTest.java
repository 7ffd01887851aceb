package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.inspection;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that dies with the answer to a launch in its memory, after another has closed the request. */
class LateLaunchTest {

    private static final CommandResult ACCEPTED = new CommandResult.Accepted(OptionalLong.empty());
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private final WorkflowFixture fixture = new WorkflowFixture();

    @BeforeEach
    void the_process_dies_with_the_answer() {
        fixture.readyToLaunch();
        fixture.providerAnswers(ACCEPTED, () -> {
            fixture.letPass(Duration.ofMinutes(16));
            fixture.closeAsFailed();
            throw new IllegalStateException("the process dies");
        });
        assertThatIllegalStateException().isThrownBy(fixture::runDueSteps);
    }

    @Test
    void P10_what_its_command_began_is_found_and_watched() {
        fixture.transactionIsOver(501);
        look(FIRST_PAUSE);

        assertThat(fixture.request().stage())
                .isInstanceOfSatisfying(
                        Stage.Launching.class,
                        launching -> assertThat(launching.sentAt()).isEqualTo(fixture.clock.instant()));
        assertThat(fixture.requests.findOpen()).containsExactly(fixture.request());
        assertThat(fixture.auditedEvents).endsWith("begun-late");
        assertThat(fixture.notifier.replies()).last().asString().contains("never recorded");
    }

    @Test
    void P10_what_shows_only_later_or_while_the_provider_does_not_answer_is_found_by_another_look() {
        look(FIRST_PAUSE);
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
        fixture.deviceHidden();
        fixture.transactionIsOver(501);
        look(Duration.ofMinutes(10));

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void a_command_that_began_nothing_is_forgotten_after_some_looks_which_nobody_is_told_of() {
        int looks = 0;
        Optional<Instant> next = fixture.request().due();
        while (next.isPresent()) {
            assertThat(looks++).isLessThan(20);
            next = look(Duration.between(fixture.clock.instant(), next.get()));
        }

        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
        assertThat(fixture.auditedEvents).endsWith("gave-up");
    }

    @Test
    void a_device_that_a_later_request_was_launched_on_is_not_looked_at_any_more() {
        RescueRequest later = fixture.openLater();
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        fixture.save(later.transitionTo(
                new Stage.Launching(RescueSystem.AS_INSTALLED, fixture.clock.instant(), baseline, true, false)));
        fixture.transactionIsOver(501);

        assertThat(look(FIRST_PAUSE)).isEmpty();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
    }

    @Test
    void a_device_that_an_earlier_request_watches_again_is_told_of_once_and_not_looked_at_any_more() {
        Plan plan = new Plan(
                inspection(WEB_07),
                ASHA_REQUESTER,
                INCIDENT_CHANNEL,
                Optional.empty(),
                fixture.clock.instant().minus(Duration.ofHours(1)),
                requiringApprovals(0));
        RescueRequest earlier = RescueRequest.create(new RequestId("request00000"), plan, fixture.clock.instant());
        fixture.requests.open(earlier);
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        fixture.save(earlier.transitionTo(
                new Stage.Launching(RescueSystem.AS_INSTALLED, fixture.clock.instant(), baseline, true, false)));
        fixture.transactionIsOver(501);

        assertThat(look(FIRST_PAUSE)).isEmpty();
        assertThat(fixture.request().stage()).isInstanceOf(Stage.Closed.class);
        assertThat(fixture.auditedEvents).endsWith("late-response");
    }

    @Test
    void a_later_request_that_was_not_launched_gives_way() {
        fixture.openLater();
        fixture.transactionIsOver(501);
        look(FIRST_PAUSE);

        assertThat(fixture.auditedEvents).endsWith("superseded", "begun-late");
    }

    @Test
    void a_request_whose_command_was_turned_away_is_not_looked_at() {
        WorkflowFixture other = new WorkflowFixture();
        other.readyToLaunch();
        other.providerAnswers(new CommandResult.NotPermitted("no"));
        other.runDueSteps();

        assertThat(other.request().stage()).isInstanceOf(Stage.Closed.class);
        assertThat(other.request().due()).isEmpty();
    }

    @Test
    void a_launch_that_was_accepted_before_a_person_closed_its_request_stays_closed() {
        WorkflowFixture other = new WorkflowFixture();
        other.readyToLaunch();
        other.runDueSteps();
        other.save(ManualTransitions.close(other.request(), ASHA_REQUESTER, "not needed", other.clock.instant())
                .applied()
                .orElseThrow());

        assertThat(other.request().due()).isEmpty();
    }

    private Optional<Instant> look(Duration after) {
        fixture.letPass(after);
        return fixture.run(WorkflowFixture.FIRST);
    }
}
