package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.HumanIdentities;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.ApproverAbility;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.port.DeliveryFailureListener.Reason;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.ReminderTransitions;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Review;
import dev.lifeline.rescue.Stage;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.InMemoryDirectory;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Who is told when a message cannot be delivered: a test for each row of src/docs/undeliverable-messages.md. */
class UndeliverableHandlerTest {

    private static final SlackUserId MANAGER = new SlackUserId("U0CHIARA");
    private static final CloudUserId MANAGER_ID = new CloudUserId(100);
    private static final Message ANYTHING = Message.of(new TextLine(List.of(new TextRun.Text("anything"))));

    private final SettableClock clock = new SettableClock();
    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final List<AuditEntry> auditEntries = new ArrayList<>();
    /** What was said, and not delivered yet. */
    private final Deque<Content> said = new ArrayDeque<>();

    private final UndeliverableHandler handler = handler();

    private UndeliverableHandler handler() {
        InMemoryCloudUsers cloudUsers = new InMemoryCloudUsers();
        InMemoryAccountLinks links = new InMemoryAccountLinks();
        SlackUsers slackUsers = id -> Fixtures.slackMember(id, "nobody@example.com");
        cloudUsers.with(InMemoryCloudUsers.asOwner(Fixtures.onCallUser(MANAGER_ID)));
        cloudUsers.with(Fixtures.onCallUser(ASHA_CLOUD_USER_ID).withParent(MANAGER_ID));
        links.save(AccountLink.verified(slackUsers.get(ASHA), ASHA_CLOUD_USER_ID, NOON));
        links.save(AccountLink.verified(slackUsers.get(MANAGER), MANAGER_ID, NOON));
        CloudUserCache cache = Mockito.mock(CloudUserCache.class);
        Mockito.when(cache.find(Mockito.any())).thenAnswer(call -> cloudUsers.findById(call.getArgument(0)));
        AuditLog auditLog = Mockito.mock(AuditLog.class);
        Mockito.doAnswer(call -> auditEntries.add(call.getArgument(0)))
                .when(auditLog)
                .append(Mockito.any());
        Notifier notifier = new QueueingNotifier(said);
        AccessCheck accessCheck = new AccessCheck(slackUsers, cloudUsers, links, clock);
        return new UndeliverableHandler(
                requests,
                new TransitionRecorder(requests, notifier, auditLog, Locale.ENGLISH, clock),
                new FallbackMessages(notifier, slackUsers),
                new NextInLine(
                        new ApproverResolver(
                                new InMemoryDirectory().addUser("bruno", BRUNO),
                                new ApproverAbility(accessCheck, new HumanIdentities(cloudUsers, links))),
                        cloudUsers,
                        new RemedyContacts(cache, links)),
                clock);
    }

    private RescueRequest waitingFor(SlackUserId... approvers) {
        RescueRequest opened = openedRequest(requiringApprovals(1));
        requests.open(opened);
        return save(opened.confirm(
                        ASHA_REQUESTER,
                        Confirmation.of(RescueSystem.AS_INSTALLED),
                        new ApproverSet(Set.of(approvers), Set.of()),
                        NOON)
                .applied()
                .orElseThrow()
                .next());
    }

    private RescueRequest in(Stage stage) {
        requests.open(openedRequest());
        return save(openedRequest().transitionTo(stage).next());
    }

    private static Stage inRescue() {
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        return new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, baseline, baseline);
    }

    private static RescueRequest reviewed(RescueRequest request, Review review) {
        return new RescueRequest(request.id(), request.plan(), request.stage(), request.version(), Optional.of(review))
                .transitionTo(request.stage())
                .next();
    }

    private RescueRequest save(RescueRequest request) {
        requests.save(request);
        return request;
    }

    private void statusFails(RescueRequest request) {
        fails(new StreamKey.Request(request.id()), new Content.StatusMessage(INCIDENT_CHANNEL, ANYTHING));
    }

    private void fails(StreamKey stream, Content content) {
        handler.onUndeliverable(new OutboxMessage(7, stream, content, true), Reason.CHANNEL_CLOSED)
                .run();
    }

    private void directFails(Content.DirectMessage direct) {
        fails(new StreamKey.Direct(direct.user()), direct);
    }

    private List<String> told() {
        return said.stream()
                .filter(Content.DirectMessage.class::isInstance)
                .map(Content.DirectMessage.class::cast)
                .map(direct -> direct.user().value())
                .sorted()
                .toList();
    }

    private List<String> audited() {
        return auditEntries.stream().map(AuditEntry::event).toList();
    }

    @Test
    void a_request_that_awaits_its_confirmation_is_closed_and_its_requester_told_once() {
        RescueRequest request = openedRequest();
        requests.open(request);

        statusFails(request);
        statusFails(request);

        assertThat(requests.find(request.id()).orElseThrow().stage()).isInstanceOf(Stage.Closed.class);
        assertThat(said.stream().filter(Content.EphemeralMessage.class::isInstance))
                .hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_request_that_awaits_approval_reaches_its_requester_and_those_who_were_asked() {
        statusFails(waitingFor(BRUNO));

        assertThat(told()).containsExactly("U0ASHA", "U0BRUNO");
    }

    @Test
    void where_nobody_was_asked_by_name_the_managers_are() {
        statusFails(waitingFor());

        assertThat(told()).containsExactly("U0ASHA", "U0CHIARA");
    }

    @Test
    void P10_a_device_in_rescue_reaches_the_managers_too_and_the_outcome_the_requester() {
        RescueRequest request = in(inRescue());
        statusFails(request);
        statusFails(save(request.close(CloseReason.FAILED, "nothing began", NOON, new RescueEvent.LaunchWindowExpired())
                .next()));

        assertThat(told()).containsExactly("U0ASHA", "U0ASHA", "U0CHIARA");
    }

    @Test
    void P10_who_took_a_device_over_is_told_in_the_requesters_place() {
        statusFails(save(ReminderTransitions.takeOver(in(inRescue()), BRUNO_REQUESTER)
                .applied()
                .orElseThrow()
                .next()));

        assertThat(told()).contains("U0BRUNO").doesNotContain("U0ASHA");
    }

    @Test
    void of_a_webhook_that_does_not_get_through_the_thread_tells() {
        RescueRequest request = waitingFor(BRUNO);
        WebhookCall call = new WebhookCall(URI.create("https://pager.example.com"), "id", Map.of(), NOON);

        fails(new StreamKey.Webhook(request.id()), new Content.WebhookMessage(request.id(), call));

        assertThat(audited()).containsExactly("webhook-failed");
    }

    @Test
    void of_the_message_to_an_approver_the_requester_is_told_while_they_are_waited_for() {
        RescueRequest request = waitingFor(BRUNO);
        Content asked = new Content.ApproverMessage(BRUNO, ANYTHING, request.id(), "card");

        fails(new StreamKey.Approver(request.id(), BRUNO), asked);
        assertThat(told()).containsExactly("U0ASHA");
        said.clear();

        save(request.close(CloseReason.EXPIRED, "nobody answered", NOON, new RescueEvent.Expired())
                .next());
        fails(new StreamKey.Approver(request.id(), BRUNO), asked);
        assertThat(told()).isEmpty();
    }

    @Test
    void what_only_shows_progress_is_not_sent_to_anybody() {
        RescueRequest request = in(inRescue());
        fails(new StreamKey.Request(request.id()), new Content.ThreadReply(INCIDENT_CHANNEL, ANYTHING));

        assertThat(said).isEmpty();
    }

    @Test
    void a_pending_review_reaches_the_managers_and_a_signed_one_the_requester() {
        Review pending = new Review("the shop is down", NOON, NOON.plus(Duration.ofHours(1)), Optional.empty(), true);
        RescueRequest request = save(reviewed(in(inRescue()), pending));
        fails(new StreamKey.Review(request.id()), new Content.StatusMessage(INCIDENT_CHANNEL, ANYTHING));
        assertThat(told()).containsExactly("U0CHIARA");

        said.clear();
        Review signed = new Review(
                "the shop is down",
                NOON,
                NOON.plus(Duration.ofHours(1)),
                Optional.of(new Review.SignOff(Fixtures.BRUNO_REQUESTER, NOON)),
                true);
        save(reviewed(request, signed));
        fails(new StreamKey.Review(request.id()), new Content.StatusMessage(INCIDENT_CHANNEL, ANYTHING));
        assertThat(told()).containsExactly("U0ASHA");
    }

    @Test
    void a_pending_review_reaches_those_who_would_have_been_asked_later_too() {
        ApprovalRequirement escalating = new ApprovalRequirement(
                1,
                ApproverSelector.ANY_PERMITTED_USER,
                Duration.ofMinutes(15),
                Optional.of(new ApprovalRequirement.Reminder(Duration.ofMinutes(5), Set.of("bruno"))),
                Optional.empty());
        RescueRequest opened = openedRequest(new PolicyRequirements(
                "production",
                "v1",
                escalating,
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10)));
        requests.open(opened);
        Review pending = new Review("the shop is down", NOON, NOON.plus(Duration.ofHours(1)), Optional.empty(), true);
        save(reviewed(opened, pending));

        fails(new StreamKey.Review(opened.id()), new Content.StatusMessage(INCIDENT_CHANNEL, ANYTHING));

        assertThat(told()).containsExactly("U0BRUNO", "U0CHIARA");
    }

    @Test
    void nobody_is_bothered_with_a_request_that_is_over_and_whose_requester_cannot_be_written_to() {
        RescueRequest over = save(in(inRescue())
                .close(CloseReason.EXITED, "back", NOON, new RescueEvent.LaunchWindowExpired())
                .next());

        directFails(new Content.DirectMessage(ASHA, ANYTHING, over.id(), "The card", 1));

        assertThat(said).isEmpty();
        assertThat(audited()).containsExactly("undelivered");
    }

    @Test
    void of_an_approver_who_cannot_be_written_to_the_requester_is_told() {
        RescueRequest request = waitingFor(BRUNO);

        directFails(new Content.DirectMessage(BRUNO, ANYTHING, request.id(), "The card", 0));

        assertThat(told()).containsExactly("U0ASHA");
    }

    @Test
    void of_a_requester_who_cannot_be_written_to_the_managers_are_told() {
        RescueRequest request = in(inRescue());

        directFails(new Content.DirectMessage(ASHA, ANYTHING, request.id(), "The card", 1));

        assertThat(told()).containsExactly("U0CHIARA");
    }

    @Test
    void P8_a_private_answer_that_reaches_nobody_is_on_the_record_without_its_text() {
        fails(
                new StreamKey.Ephemeral(ASHA),
                new Content.EphemeralMessage(new Recipient(ASHA, INCIDENT_CHANNEL, Optional.empty()), ANYTHING));

        assertThat(audited()).containsExactly("undelivered");
        assertThat(auditEntries.get(0).toString()).doesNotContain("anything");
    }

    @Test
    void where_nobody_can_be_written_to_it_ends_soon_and_is_on_the_record() {
        statusFails(waitingFor(BRUNO));
        int failures = 0;
        while (!said.isEmpty()) {
            assertThat(failures++).as("messages in place of messages").isLessThan(10);
            if (said.poll() instanceof Content.DirectMessage direct) directFails(direct);
        }

        assertThat(audited()).contains("undelivered");
    }
}
