package dev.lifeline.handler;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.Permission;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.device.Devices;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.rescue.ManualOutcomeHandler;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryDirectory;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

/** Who may say how a request ended, and what is told and recorded of it. The device is in rescue, and asha asked for it. */
class ManualOutcomeHandlerTest {

    private static final Baseline BASELINE = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
    private static final DeviceAccess ALL_DEVICES = new DeviceAccess(true, true, Set.of());
    private static final Set<Permission> VIEW = EnumSet.of(Permission.VIRTUAL_GUEST_VIEW);

    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final RecordingNotifier notifier = new RecordingNotifier(reply -> {});
    private final List<AuditEntry> auditEntries = new ArrayList<>();
    private ManualOutcomeHandler handler;
    private RescueRequest inRescue;

    @BeforeEach
    void open() {
        AuditLog audit = Mockito.mock(AuditLog.class);
        Mockito.doAnswer(call -> auditEntries.add(call.getArgument(0)))
                .when(audit)
                .append(ArgumentMatchers.any());
        TransitionRecorder recorder = new TransitionRecorder(requests, notifier, audit, Locale.ENGLISH, () -> NOON);
        Replies replies = new Replies(
                notifier,
                Mockito.mock(ModalUpdater.class),
                recorder,
                new RemedyContacts(Mockito.mock(CloudUserCache.class), new InMemoryAccountLinks()));
        CloudUsers cloudUsers = Mockito.mock(CloudUsers.class);
        this.handler = new ManualOutcomeHandler(
                new ApproverResolver(
                        new InMemoryDirectory(),
                        new ApproverAbility(
                                new AccessCheck(
                                        Mockito.mock(SlackUsers.class),
                                        cloudUsers,
                                        new InMemoryAccountLinks(),
                                        () -> NOON),
                                new HumanIdentities(cloudUsers, new InMemoryAccountLinks()))),
                Mockito.mock(Devices.class),
                device -> new ProbeResult.NoAnswer(),
                new TransitionApplier(recorder, replies),
                () -> NOON);
        RescueRequest opened = requests.open(openedRequest());
        this.inRescue = opened.transitionTo(new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, BASELINE, BASELINE))
                .next();
        requests.save(inRescue);
    }

    private static Caller caller(
            SlackUserId who, CloudUserId id, Set<Permission> permissions, DeviceAccess deviceAccess) {
        Interaction interaction = new Interaction(
                "click",
                who,
                INCIDENT_CHANNEL,
                new Interaction.Payload.ViewSubmission(Action.CLOSE_BY_HAND.id(), "", Map.of()),
                Optional.empty(),
                NOON);
        CloudUser cloudUser = new CloudUser(
                id,
                "user",
                Optional.empty(),
                CloudUser.Status.ACTIVE,
                false,
                permissions,
                deviceAccess,
                Optional.empty());
        return new Caller(interaction, Fixtures.slackMember(who, "somebody@example.com"), cloudUser);
    }

    private void closeBy(Caller caller) {
        ButtonInput input = new ButtonInput("", Map.of(Forms.REASON_FIELD, "cancelled"), Optional.empty());
        handler.close(caller, inRescue, input).apply();
    }

    private boolean isClosed() {
        return requests.find(inRescue.id()).orElseThrow().stage().isClosed();
    }

    @Test
    void P8_the_requester_closes_by_hand_and_the_thread_and_the_record_say_who_and_why() {
        closeBy(caller(ASHA, ASHA_CLOUD_USER_ID, VIEW, ALL_DEVICES));

        assertThat(isClosed()).isTrue();
        assertThat(notifier.replies())
                .containsExactly("@U0ASHA closed this by hand: cancelled. The device is not watched any more."
                        + " It may still be in the rescue kernel.");
        assertThat(auditEntries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.event()).isEqualTo("closed-by-hand"));
        assertThat(auditEntries.get(0).details())
                .containsEntry("reason", "cancelled")
                .containsEntry("close-reason", "by_hand");
    }

    @Test
    void an_approver_with_the_permission_says_that_it_is_back() {
        Set<Permission> approving = EnumSet.of(Permission.VIRTUAL_GUEST_VIEW, Permission.SERVER_RELOAD);
        handler.reportBack(caller(BRUNO, BRUNO_CLOUD_USER_ID, approving, ALL_DEVICES), inRescue)
                .apply();

        assertThat(isClosed()).isTrue();
        assertThat(auditEntries).extracting(AuditEntry::event).containsExactly("reported-back", "exited");
    }

    @Test
    void a_user_manager_closes_by_hand() {
        Set<Permission> managing = EnumSet.of(Permission.VIRTUAL_GUEST_VIEW, Permission.USER_MANAGE);
        closeBy(caller(BRUNO, BRUNO_CLOUD_USER_ID, managing, ALL_DEVICES));

        assertThat(isClosed()).isTrue();
    }

    @Test
    void P4_somebody_who_may_only_look_at_the_device_changes_nothing_and_is_on_the_record() {
        closeBy(caller(BRUNO, BRUNO_CLOUD_USER_ID, VIEW, ALL_DEVICES));

        assertThat(isClosed()).isFalse();
        assertThat(auditEntries)
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.details()).containsEntry("denial-reason", "not-entitled-to-outcome"));
    }

    @Test
    void P4_a_user_manager_without_access_to_the_device_changes_nothing() {
        Set<Permission> managing = EnumSet.of(Permission.VIRTUAL_GUEST_VIEW, Permission.USER_MANAGE);
        closeBy(caller(BRUNO, BRUNO_CLOUD_USER_ID, managing, new DeviceAccess(false, false, Set.of())));

        assertThat(isClosed()).isFalse();
    }

    @Test
    void P4_the_requesters_slack_user_with_another_cloud_user_is_not_the_requester() {
        closeBy(caller(ASHA, BRUNO_CLOUD_USER_ID, VIEW, ALL_DEVICES));

        assertThat(isClosed()).isFalse();
    }
}
