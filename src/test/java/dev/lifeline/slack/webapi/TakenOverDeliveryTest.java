package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.slack.OutboxTestBase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process stands still between the attempt to deliver a message and its first byte, and another takes over meanwhile (promise P7). */
class TakenOverDeliveryTest extends OutboxTestBase {

    private static final StreamKey APPROVER_STREAM_KEY =
            new StreamKey.Approver(new RequestId("request1"), new SlackUserId("U1"));

    private void assertNothingLeaves(OutboxMessage message) {
        outbox.add(message);
        outbox.takeOverAfterAttempt();

        assertThat(adapter.deliver(message.streamKey())).as("it looks again").isNotEmpty();

        assertThat(slack.calls())
                .noneMatch(call -> call.path().startsWith("/api/chat.post")
                        || call.path().startsWith("/api/chat.update")
                        || call.path().startsWith("/hooks/"));
        assertThat(outbox.calls).noneMatch(call -> call.startsWith("delivered"));
    }

    @Test
    void P7_a_first_status_message_is_left_to_who_took_over() {
        assertNothingLeaves(statusMessage(1, false));
    }

    @Test
    void P7_an_older_status_message_is_not_written_over_the_newer_one() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        assertNothingLeaves(statusMessage(2, false));
    }

    @Test
    void P7_a_reply_is_not_posted_twice() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        assertNothingLeaves(threadReply(3, false));
    }

    @Test
    void P7_a_reply_that_was_looked_for_in_vain_is_not_posted_either() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        assertNothingLeaves(threadReply(3, true));
        assertThat(slack.calls("conversations.replies")).hasSize(1);
    }

    @Test
    void P7_a_direct_message_is_not_posted_twice() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        assertNothingLeaves(directMessage(4));
    }

    @Test
    void P7_the_message_to_an_approver_is_left_to_who_took_over() {
        outbox.putStatusMessage(APPROVER_STREAM_KEY, new MessageRef("D1", "1.1"));
        Content content = new Content.ApproverMessage(
                new SlackUserId("U1"), textMessage(), new RequestId("request1"), "The card");
        assertNothingLeaves(new OutboxMessage(5, APPROVER_STREAM_KEY, content, false));
    }

    @Test
    void P7_an_answer_is_not_given_twice() {
        assertNothingLeaves(
                ephemeralMessage(6, Optional.of(slack.url("/hooks/1").toString())));
    }

    /** The bot lost its right for a moment only, as when its database did not answer. */
    @Test
    void a_delivery_that_was_held_up_is_made_later() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        assertNothingLeaves(threadReply(3, false));
        outbox.getBack();

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.onlyCallForm("chat.postMessage")).containsEntry("channel", "C1");
    }
}
