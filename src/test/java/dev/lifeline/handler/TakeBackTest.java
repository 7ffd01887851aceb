package dev.lifeline.handler;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.statusWithTransaction;
import static dev.lifeline.testkit.Fixtures.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.KeptVotes;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.handler.rescue.ConfirmationHandler;
import dev.lifeline.handler.rescue.StepUpCheck;
import dev.lifeline.handler.rescue.TakeBackCheck;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryDirectory;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The requester takes back a launch that the provider turned away as busy, and that may have begun all the same. */
class TakeBackTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());

    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final Devices devices = Mockito.mock(Devices.class);
    private final ConfirmationHandler handler = handler();
    private final RescueRequest request = turnedAway();

    private ConfirmationHandler handler() {
        RecordingNotifier notifier = new RecordingNotifier(reply -> {});
        AccountLinks links = new InMemoryAccountLinks();
        TransitionRecorder recorder =
                new TransitionRecorder(requests, notifier, Mockito.mock(AuditLog.class), Locale.ENGLISH, () -> NOON);
        Replies replies = new Replies(
                notifier,
                Mockito.mock(ModalUpdater.class),
                recorder,
                new RemedyContacts(Mockito.mock(CloudUserCache.class), links));
        TransitionApplier transitions = new TransitionApplier(recorder, replies);
        return new ConfirmationHandler(
                new ApproverResolver(new InMemoryDirectory(), Mockito.mock(ApproverAbility.class)),
                new StepUpCheck(
                        links,
                        transitions,
                        (interaction, person) -> () -> {},
                        new KeptVotes(Mockito.mock(PendingVotes.class)),
                        () -> NOON),
                new TakeBackCheck(devices, transitions, replies, () -> NOON),
                transitions,
                () -> NOON);
    }

    private RescueRequest turnedAway() {
        RescueRequest opened = requests.open(openedRequest());
        RescueRequest waiting = opened.transitionTo(new Stage.ReadyToLaunch(
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        ApproverSet.ANY_PERMITTED_USER,
                        NOON.plusSeconds(60),
                        NOON.plus(Duration.ofHours(1)),
                        true,
                        Optional.of(BASELINE)))
                .next();
        requests.save(waiting);
        return waiting;
    }

    private void deviceShows(DeviceStatus status) {
        Mockito.when(devices.inspect(WEB_07.id()))
                .thenReturn(Optional.of(new Inspection(WEB_07, status, true, false, true, true)));
    }

    private void takeBack() {
        Interaction interaction = new Interaction(
                "click",
                ASHA,
                INCIDENT_CHANNEL,
                new Interaction.Payload.ButtonClick(
                        Action.CANCEL.id(), request.id().value()),
                Optional.empty(),
                NOON);
        Caller asha = new Caller(
                interaction, Fixtures.slackMember(ASHA, "asha@example.com"), Fixtures.onCallUser(ASHA_CLOUD_USER_ID));
        handler.cancel(asha, request).apply();
    }

    private Stage stage() {
        return requests.find(request.id()).orElseThrow().stage();
    }

    @Test
    void P1_a_launch_that_began_is_watched_and_not_taken_back() {
        deviceShows(statusWithTransaction(transaction(501), PowerState.ON));

        takeBack();

        assertThat(stage()).isInstanceOf(Stage.Launching.class);
    }

    @Test
    void P10_a_launch_of_which_one_look_shows_nothing_is_given_up_and_watched() {
        deviceShows(poweredOnStatus());

        takeBack();

        assertThat(stage())
                .isInstanceOfSatisfying(
                        Stage.Launching.class,
                        launching -> assertThat(launching.withdrawal()).isPresent());
    }

    @Test
    void P10_a_launch_is_not_taken_back_while_the_device_cannot_be_seen() {
        Mockito.when(devices.inspect(WEB_07.id())).thenReturn(Optional.empty());
        takeBack();
        assertThat(stage()).isInstanceOf(Stage.ReadyToLaunch.class);

        Mockito.when(devices.inspect(WEB_07.id())).thenThrow(new ProviderUnavailableException("away"));
        assertThatThrownBy(this::takeBack).isInstanceOf(ProviderUnavailableException.class);
        assertThat(stage()).isInstanceOf(Stage.ReadyToLaunch.class);
    }
}
