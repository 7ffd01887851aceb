package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;
import static dev.lifeline.testkit.Fixtures.inspection;
import static dev.lifeline.testkit.Fixtures.onCallUser;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUser;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.Devices;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.PhaseDurations;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Commands of requests that are due, on an account in memory whose provider accepts everything. */
class RequestStepperTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = new SettableClock();
    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final Devices devices = Mockito.mock(Devices.class);
    private final RescueProvider provider = Mockito.mock(RescueProvider.class);
    private final List<String> sent = new ArrayList<>();
    private final RequestStepper stepper = stepper();

    private RequestStepper stepper() {
        InMemoryCloudUsers cloudUsers =
                new InMemoryCloudUsers().with(onCallUser(ASHA_CLOUD_USER_ID)).with(onCallUser(BRUNO_CLOUD_USER_ID));
        AccessCheck access = new AccessCheck(id -> slackMember(id, "nobody@example.com"), cloudUsers, links, clock);
        TransitionRecorder transitions = new TransitionRecorder(
                requests, Mockito.mock(Notifier.class), Mockito.mock(AuditLog.class), Locale.ENGLISH, clock);
        WorkflowRecorder recorder = new WorkflowRecorder(transitions, Runnable::run);
        CommandStep commandStep = new CommandStep(access, devices, requests, recorder);
        return new RequestStepper(
                requests,
                recorder,
                clock,
                new CommandSteps(
                        new LaunchStep(
                                commandStep,
                                provider,
                                device -> new ProbeResult.NoAnswer(),
                                clock,
                                PollIntervals.DEFAULT),
                        new ExitStep(
                                commandStep,
                                provider,
                                clock,
                                PollIntervals.DEFAULT,
                                new Estimates(PhaseDurations.NONE)),
                        new PowerOnStep(commandStep, provider, devices, recorder, clock)));
    }

    @BeforeEach
    void everythingIsAccepted() {
        link(ASHA_CLOUD_USER_ID);
        Mockito.when(devices.inspect(WEB_07_ID)).thenReturn(Optional.of(inspection(WEB_07)));
        Mockito.when(provider.findPreflightFailure(any())).thenReturn(Optional.empty());
        Mockito.when(provider.prepareLaunch(any(), any())).thenReturn(guard -> accept("launch"));
        Mockito.when(provider.prepareExit(any(), anyBoolean(), anyBoolean())).thenReturn(guard -> accept("exit"));
    }

    private CommandResult accept(String command) {
        sent.add(command);
        return new CommandResult.Accepted(OptionalLong.empty());
    }

    private void link(CloudUserId user) {
        SlackUser asha = slackMember(ASHA, "nobody@example.com");
        links.save(AccountLink.verified(asha, user, NOON));
    }

    private RescueRequest confirmed() {
        RescueRequest opened = requests.open(openedRequest());
        return save(opened.confirm(
                ASHA_REQUESTER,
                Confirmation.of(RescueSystem.AS_INSTALLED),
                ApproverSet.ANY_PERMITTED_USER,
                clock.instant()));
    }

    private RescueRequest exitOrdered() {
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        RescueRequest opened = requests.open(openedRequest());
        RescueRequest inRescue =
                save(opened.transitionTo(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, baseline, baseline)));
        return save(inRescue.requestExit(ASHA_REQUESTER, false, clock.instant()));
    }

    private RescueRequest save(TransitionResult result) {
        RescueRequest next = result.applied().orElseThrow().next();
        requests.save(next);
        return next;
    }

    @Test
    void an_ordered_exit_is_carried_out_once() {
        stepper.run(exitOrdered().id().value());

        assertThat(sent).containsExactly("exit");
    }

    @Test
    void P4_an_ordered_exit_is_not_carried_out_with_the_rights_of_another_cloud_user() {
        RescueRequest ordered = exitOrdered();
        link(BRUNO_CLOUD_USER_ID);

        stepper.run(ordered.id().value());

        assertThat(sent).isEmpty();
        Stage stage = requests.find(ordered.id()).orElseThrow().stage();
        assertThat(stage)
                .isInstanceOfSatisfying(
                        Stage.InRescue.class,
                        inRescue -> assertThat(inRescue.pendingExit()).isEmpty());
    }

    @Test
    void P5_a_confirmed_launch_is_not_carried_out_with_the_rights_of_another_cloud_user() {
        RescueRequest confirmed = confirmed();
        link(BRUNO_CLOUD_USER_ID);

        stepper.run(confirmed.id().value());

        assertThat(sent).isEmpty();
    }

    @Test
    void a_confirmed_launch_does_not_wait_for_an_hour_when_the_clock_is_put_back() {
        RescueRequest confirmed = confirmed();
        clock.advance(HOUR.negated());

        stepper.run(confirmed.id().value());

        assertThat(sent).containsExactly("launch");
    }

    @Test
    void an_ordered_exit_does_not_wait_for_an_hour_when_the_clock_is_put_back() {
        RescueRequest ordered = exitOrdered();
        clock.advance(HOUR.negated());

        stepper.run(ordered.id().value());

        assertThat(sent).containsExactly("exit");
    }

    @Test
    void a_launch_that_was_put_off_waits_for_its_time() {
        RescueRequest confirmed = confirmed();
        clock.advance(PollIntervals.DEFAULT.retry().negated());

        stepper.run(confirmed.id().value());

        assertThat(sent).isEmpty();
    }
}
