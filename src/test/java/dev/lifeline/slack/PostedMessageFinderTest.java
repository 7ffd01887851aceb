package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outbox messages whose delivery got no response: they are searched for by their metadata. */
class PostedMessageFinderTest extends OutboxTestBase {

    @Test
    void a_message_whose_delivery_got_no_response_is_searched_for_and_not_posted_twice() {
        slack.respondOnce(
                "conversations.history",
                "{\"ok\":true,\"messages\":[" + messageWithMetadata(1, StubSlack.BOT_USER_ID) + "]}");
        outbox.add(statusMessage(1, true));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.onlyCallForm("conversations.history")).containsEntry("include_all_metadata", "true");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.statusMessage(STREAM_KEY)).contains(new MessageRef("C1", "99.1"));
    }

    @Test
    void a_mark_that_somebody_else_wrote_is_not_believed() {
        slack.respondOnce(
                "conversations.history", "{\"ok\":true,\"messages\":[" + messageWithMetadata(1, "U0OTHER") + "]}");
        outbox.add(statusMessage(1, true));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void an_attempted_reply_is_searched_for_in_its_thread() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        slack.respondOnce(
                "conversations.replies",
                "{\"ok\":true,\"messages\":[" + messageWithMetadata(4, StubSlack.BOT_USER_ID) + "]}");
        outbox.add(threadReply(4, true));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.onlyCallForm("conversations.replies")).containsEntry("ts", STATUS_MESSAGE_REF.messageTs());
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void a_message_that_is_not_found_is_posted_again() {
        outbox.add(statusMessage(1, true));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void nothing_is_posted_while_the_search_fails() {
        slack.failOnce("conversations.history", "internal_error");
        outbox.add(statusMessage(1, true));

        assertThat(adapter.deliver(STREAM_KEY)).isPresent();

        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void a_lost_answer_is_no_refusal() {
        slack.respondOnce(
                "chat.postMessage",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        outbox.add(statusMessage(1, false));

        assertThat(adapter.deliver(STREAM_KEY)).isPresent();

        assertThat(outbox.pending(STREAM_KEY))
                .extracting(OutboxMessage::attempted)
                .containsExactly(true);
    }

    @Test
    void a_status_message_that_cannot_be_edited_is_not_taken_for_its_replacement() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(statusMessage(2, false));
        slack.respondOnce("chat.update", rateLimited(1));
        adapter.deliver(STREAM_KEY);
        slack.failOnce("chat.update", "edit_window_closed");
        slack.respondOnce(
                "conversations.history",
                "{\"ok\":true,\"messages\":[" + statusMessageWithMetadata(1, StubSlack.BOT_USER_ID) + "]}");

        clock.advance(Duration.ofSeconds(2));
        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    private static String statusMessageWithMetadata(long messageId, String author) {
        return messageWithMetadata(messageId, author).replace("\"lane\"", "\"card\":true,\"lane\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999999999"})
    void P2_a_post_that_ended_in_503_is_searched_for_before_it_is_sent_again_whatever_retry_after_says(String seconds) {
        MockResponse unavailable = new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", seconds)
                .build();
        slack.respondOnce("chat.postMessage", unavailable);
        outbox.add(statusMessage(1, false));

        assertThat(adapter.deliver(STREAM_KEY)).isPresent();

        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }
}
