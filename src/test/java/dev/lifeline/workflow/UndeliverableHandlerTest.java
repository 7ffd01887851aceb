package dev.lifeline.workflow;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static dev.lifeline.testkit.Fixtures.slackMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.DeliveryFailureListener.Reason;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.status.StatusMessages;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Whom a status message reaches that Slack does not take (promise P2). */
class UndeliverableHandlerTest {

    /** The messages that one person sees alone. */
    private static final class EphemeralRecorder implements Notifier {

        private final List<Recipient> recipients = new ArrayList<>();
        private final List<Message> messages = new ArrayList<>();

        @Override
        public void updateStatusMessage(RequestId request, ChannelId channel, Message statusMessage) {
            // undeliverable again, which is not what is tested
        }

        @Override
        public void replyInThread(RequestId request, ChannelId channel, Message reply) {
            // likewise
        }

        @Override
        public void updateReviewMessage(RequestId request, ChannelId channel, Message reviewMessage) {
            // likewise
        }

        @Override
        public void sendDirectMessage(SlackUserId user, RequestId request, Message message, String linkLabel) {
            // likewise
        }

        @Override
        public void sendEphemeral(Recipient recipient, Message message) {
            recipients.add(recipient);
            messages.add(message);
        }
    }

    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final EphemeralRecorder seen = new EphemeralRecorder();
    private boolean slackAnswers = true;
    private final UndeliverableHandler handler = handler();

    private UndeliverableHandler handler() {
        SettableClock clock = new SettableClock();
        TransitionRecorder recorder =
                new TransitionRecorder(requests, seen, Mockito.mock(AuditLog.class), Locale.ENGLISH, clock);
        return new UndeliverableHandler(
                requests, new WorkflowRecorder(recorder, Runnable::run), seen, this::slackUser, clock);
    }

    private SlackUser slackUser(SlackUserId id) {
        if (!slackAnswers) throw new SlackUsers.SlackUserUnavailableException("silent");
        SlackUser member = slackMember(id, "asha@example.com");
        return new SlackUser(id, member.name(), member.email(), Locale.ITALIAN, member.kind());
    }

    private void undeliverable(StreamKey streamKey, Reason reason) {
        Content content = new Content.StatusMessage(
                INCIDENT_CHANNEL, StatusMessages.in(Locale.ENGLISH).statusMessage(openedRequest()));
        handler.onUndeliverable(new OutboxMessage(1, streamKey, content, true), reason);
    }

    private void undeliverable(Reason reason) {
        undeliverable(new StreamKey.Request(openedRequest().id()), reason);
    }

    private RescueRequest saved() {
        return requests.find(openedRequest().id()).orElseThrow();
    }

    @Test
    void P2_a_request_that_nobody_can_confirm_is_closed_and_its_requester_told_what_to_do() {
        requests.open(openedRequest());

        undeliverable(Reason.NOT_INVITED);

        assertThat(saved().stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.closeReason()).isEqualTo(CloseReason.BLOCKED));
        assertThat(seen.messages)
                .containsExactly(CommandReplies.in(Locale.ITALIAN).notInChannel());
        assertThat(seen.recipients)
                .containsExactly(new Recipient(
                        ASHA, INCIDENT_CHANNEL, openedRequest().plan().responseUrl()));
    }

    @Test
    void P2_a_requester_whose_language_slack_does_not_tell_is_answered_in_english() {
        requests.open(openedRequest());
        slackAnswers = false;

        undeliverable(Reason.CHANNEL_CLOSED);

        assertThat(seen.messages)
                .containsExactly(CommandReplies.in(Locale.ENGLISH).cannotPost());
    }

    @Test
    void P2_the_outcome_of_a_rescue_reaches_its_requester_alone_where_the_channel_is_closed() {
        RescueRequest opened = requests.open(openedRequest());
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        RescueRequest inRescue = opened.transitionTo(
                        new Stage.InRescue(NOON, Evidence.REPORTED_BY_PROVIDER, baseline, baseline))
                .next();
        requests.save(inRescue);

        undeliverable(Reason.CHANNEL_CLOSED);

        assertThat(saved()).isEqualTo(inRescue);
        assertThat(seen.messages)
                .containsExactly(StatusMessages.in(Locale.ITALIAN).statusMessage(inRescue));
        assertThat(seen.recipients).containsExactly(new Recipient(ASHA, INCIDENT_CHANNEL, Optional.empty()));
    }

    @Test
    void a_step_on_the_way_is_no_outcome() {
        RescueRequest opened = requests.open(openedRequest());
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        requests.save(opened.transitionTo(Stage.Exiting.outsideBot(NOON, baseline, baseline))
                .next());

        undeliverable(Reason.CHANNEL_CLOSED);

        assertThat(seen.messages).isEmpty();
    }

    @Test
    void a_message_of_another_stream_closes_nothing() {
        requests.open(openedRequest());

        undeliverable(new StreamKey.Review(openedRequest().id()), Reason.CHANNEL_CLOSED);

        assertThat(saved()).isEqualTo(openedRequest());
        assertThat(seen.messages).isEmpty();
    }
}
