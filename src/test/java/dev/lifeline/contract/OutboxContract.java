package dev.lifeline.contract;

import static dev.lifeline.contract.Samples.textMessage;
import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.INCIDENT_CHANNEL;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.Translations;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.message.port.WebhookCall;
import dev.lifeline.rescue.RequestId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract of the outbox: order per stream key, attempts and completion. */
public abstract class OutboxContract {

    private static final RequestId REQUEST_ID = new RequestId("request001");
    private static final StreamKey STREAM_KEY = new StreamKey.Request(REQUEST_ID);
    private static final StreamKey EPHEMERAL_STREAM_KEY = new StreamKey.Ephemeral(ASHA_REQUESTER.slackUserId());
    private static final MessageRef POSTED_MESSAGE = new MessageRef("C0INCIDENT42", "1700000000.000100");

    protected abstract Notifier notifier();

    protected abstract Outbox outbox();

    @Test
    void pending_messages_are_in_order() {
        addStatusMessage("asked");
        addThreadReply("confirmed");
        addThreadReply("launched");
        assertThat(pendingTexts()).containsExactly("asked", "confirmed", "launched");
        assertThat(outbox().pending(STREAM_KEY)).extracting(OutboxMessage::id).isSorted();
    }

    @Test
    void private_messages_have_a_stream_key_per_person() {
        Recipient recipient =
                new Recipient(ASHA_REQUESTER.slackUserId(), INCIDENT_CHANNEL, Optional.of("https://reply"));
        notifier().sendEphemeral(recipient, textMessage("only you"));
        addStatusMessage("all of you");
        assertThat(outbox().pendingStreams()).containsExactlyInAnyOrder(EPHEMERAL_STREAM_KEY, STREAM_KEY);
        assertThat(outbox().pending(EPHEMERAL_STREAM_KEY))
                .extracting(OutboxMessage::content)
                .containsExactly(new Content.EphemeralMessage(recipient, textMessage("only you")));
    }

    @Test
    void of_the_messages_to_an_approver_the_newest_is_delivered_and_where_it_is_is_stored() {
        StreamKey approver = new StreamKey.Approver(REQUEST_ID, ASHA_REQUESTER.slackUserId());
        notifier()
                .updateApproverMessage(
                        ASHA_REQUESTER.slackUserId(), REQUEST_ID, new Translations(textMessage("asked"), "card"));
        notifier()
                .updateApproverMessage(
                        ASHA_REQUESTER.slackUserId(), REQUEST_ID, new Translations(textMessage("over"), "card"));
        assertThat(outbox().pendingStreams()).containsExactly(approver);

        OutboxMessage newest = outbox().pending(approver).get(0);
        assertThat(((Content.ApproverMessage) newest.content()).message()).isEqualTo(textMessage("over"));
        assertThat(outbox().pending(approver)).hasSize(1);
        outbox().markDelivered(newest, Optional.of(POSTED_MESSAGE));

        assertThat(outbox().pendingStreams()).isEmpty();
        assertThat(outbox().statusMessage(approver)).contains(POSTED_MESSAGE);
    }

    @Test
    void P7_a_call_of_a_webhook_waits_in_a_stream_of_its_own() {
        WebhookCall call = new WebhookCall(
                URI.create("https://pager.example.com/x"), "request-4", Map.of("type", "approval-reminder"), NOON);
        notifier().callWebhook(REQUEST_ID, call);

        StreamKey webhook = new StreamKey.Webhook(REQUEST_ID);
        assertThat(outbox().pendingStreams()).containsExactly(webhook);
        assertThat(outbox().pending(webhook))
                .extracting(OutboxMessage::content)
                .containsExactly(new Content.WebhookMessage(REQUEST_ID, call));
    }

    @Test
    void what_was_delivered_waits_no_more() {
        addStatusMessage("asked");
        addThreadReply("confirmed");
        outbox().markDelivered(firstPending(), Optional.of(POSTED_MESSAGE));
        assertThat(pendingTexts()).containsExactly("confirmed");
        outbox().markDelivered(firstPending(), Optional.empty());
        assertThat(pendingTexts()).isEmpty();
        assertThat(outbox().pendingStreams()).isEmpty();
    }

    @Test
    void the_channel_and_timestamp_of_the_status_message_are_stored() {
        assertThat(outbox().statusMessage(STREAM_KEY)).isEmpty();
        addStatusMessage("asked");
        outbox().markDelivered(firstPending(), Optional.of(POSTED_MESSAGE));
        addThreadReply("confirmed");
        outbox().markDelivered(firstPending(), Optional.empty());
        assertThat(outbox().statusMessage(STREAM_KEY)).contains(POSTED_MESSAGE);
    }

    /** A process stood still inside the call that showed its message. */
    @Test
    void P3_the_newest_status_is_shown_again_after_an_older_one_was_written_over_it() {
        addStatusMessage("booting");
        OutboxMessage late = firstPending();
        addStatusMessage("in rescue");
        outbox().markDelivered(firstPending(), Optional.of(POSTED_MESSAGE));
        assertThat(pendingTexts()).isEmpty();

        outbox().markDelivered(late, Optional.of(POSTED_MESSAGE));

        assertThat(pendingTexts()).containsExactly("in rescue");
        outbox().markDelivered(firstPending(), Optional.of(POSTED_MESSAGE));
        assertThat(pendingTexts()).isEmpty();
    }

    @Test
    void a_message_that_two_processes_delivered_is_not_shown_a_third_time() {
        addStatusMessage("in rescue");
        OutboxMessage same = firstPending();
        outbox().markDelivered(same, Optional.of(POSTED_MESSAGE));

        outbox().markDelivered(same, Optional.of(POSTED_MESSAGE));

        assertThat(pendingTexts()).isEmpty();
    }

    @Test
    void of_a_message_that_two_processes_find_undeliverable_or_one_delivers_nobody_is_told_twice() {
        addStatusMessage("in rescue");
        OutboxMessage same = firstPending();
        List<String> told = new ArrayList<>();
        outbox().markUndeliverable(same, "is_archived", () -> told.add("first"));
        outbox().markUndeliverable(same, "is_archived", () -> told.add("second"));
        assertThat(told).containsExactly("first");

        addStatusMessage("back");
        OutboxMessage delivered = firstPending();
        outbox().markDelivered(delivered, Optional.of(POSTED_MESSAGE));
        outbox().markUndeliverable(delivered, "is_archived", () -> told.add("third"));
        assertThat(told).containsExactly("first");
    }

    @Test
    void of_several_status_messages_in_a_row_the_newest_is_delivered() {
        addStatusMessage("first");
        addStatusMessage("second");
        addStatusMessage("third");
        assertThat(pendingTexts()).containsExactly("third");
        outbox().markDelivered(firstPending(), Optional.of(POSTED_MESSAGE));
        assertThat(pendingTexts()).isEmpty();
    }

    @Test
    void a_posted_status_message_is_edited_to_the_newest_whatever_was_replied_meanwhile() {
        addStatusMessage("first");
        outbox().markDelivered(firstPending(), Optional.of(POSTED_MESSAGE));
        addStatusMessage("second");
        addThreadReply("reply");
        addStatusMessage("third");
        assertThat(pendingTexts()).containsExactly("reply", "third");
    }

    @Test
    void the_first_replies_keep_the_status_message_of_their_thread() {
        addStatusMessage("first");
        addThreadReply("reply");
        addStatusMessage("second");
        assertThat(pendingTexts()).containsExactly("first", "reply", "second");
    }

    @Test
    void an_attempted_status_message_is_searched_for_even_when_a_newer_one_is_pending() {
        addStatusMessage("first");
        outbox().markAttempted(firstPending());
        addStatusMessage("second");
        assertThat(pendingTexts()).containsExactly("first", "second");
    }

    @Test
    void an_attempted_message_is_marked_attempted() {
        addStatusMessage("asked");
        assertThat(firstPending().attempted()).isFalse();
        outbox().markAttempted(firstPending());
        assertThat(firstPending().attempted()).isTrue();
    }

    @Test
    void calls_of_a_webhook_that_did_not_get_through_are_taken_back_once_the_request_is_decided() {
        callWebhook(REQUEST_ID);
        callWebhook(new RequestId("request002"));
        outbox().markAttempted(
                        outbox().pending(new StreamKey.Webhook(REQUEST_ID)).get(0));

        notifier().cancelWebhook(REQUEST_ID);

        assertThat(outbox().pending(new StreamKey.Webhook(REQUEST_ID))).isEmpty();
        assertThat(outbox().pendingStreams()).containsExactly(new StreamKey.Webhook(new RequestId("request002")));
    }

    private void callWebhook(RequestId request) {
        URI url = URI.create("https://pager.example.com/");
        notifier().callWebhook(request, new WebhookCall(url, request + "-4", Map.of("type", "reminder"), NOON));
    }

    @Test
    void what_can_never_be_delivered_does_not_hold_up_the_rest() {
        addThreadReply("cursed");
        addThreadReply("fine");
        outbox().markUndeliverable(firstPending(), "the channel is archived");
        assertThat(pendingTexts()).containsExactly("fine");
    }

    @Test
    void an_older_status_message_does_not_come_back_when_the_newest_is_undeliverable() {
        addStatusMessage("first");
        addStatusMessage("second");
        outbox().markUndeliverable(firstPending(), "too long");
        assertThat(pendingTexts()).isEmpty();
    }

    private void addStatusMessage(String text) {
        notifier().updateStatusMessage(REQUEST_ID, INCIDENT_CHANNEL, textMessage(text));
    }

    private void addThreadReply(String text) {
        notifier().replyInThread(REQUEST_ID, INCIDENT_CHANNEL, textMessage(text));
    }

    private OutboxMessage firstPending() {
        return outbox().pending(STREAM_KEY).get(0);
    }

    private List<String> pendingTexts() {
        return outbox().pending(STREAM_KEY).stream()
                .map(outboxMessage -> text(outboxMessage.content()))
                .toList();
    }

    private static String text(Content content) {
        if (content instanceof Content.StatusMessage statusMessage)
            return statusMessage.message().plainText();
        if (content instanceof Content.ThreadReply threadReply)
            return threadReply.message().plainText();
        return ((Content.EphemeralMessage) content).message().plainText();
    }
}
