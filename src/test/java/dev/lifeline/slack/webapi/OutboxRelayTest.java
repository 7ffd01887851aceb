package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.port.MessageRef;
import dev.lifeline.slack.OutboxTestBase;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Delivery of outbox messages without failures. */
class OutboxRelayTest extends OutboxTestBase {

    @Test
    void the_first_status_message_is_posted_and_its_timestamp_is_kept() {
        outbox.add(statusMessage(1, false));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.onlyCallForm("chat.postMessage"))
                .containsEntry("channel", "C1")
                .doesNotContainKey("thread_ts");
        assertThat(outbox.statusMessage(STREAM_KEY)).contains(STATUS_MESSAGE_REF);
        assertThat(outbox.calls).containsExactly("attempted 1", "delivered 1");
    }

    @Test
    void a_status_message_that_was_deleted_is_posted_again() {
        outbox.putStatusMessage(STREAM_KEY, new MessageRef("C1", "1.1"));
        slack.failOnce("chat.update", "message_not_found");
        outbox.add(statusMessage(2, false));

        adapter.deliver(STREAM_KEY);

        assertThat(outbox.statusMessage(STREAM_KEY)).contains(STATUS_MESSAGE_REF);
        assertThat(outbox.calls).containsExactly("attempted 2", "delivered 2");
    }

    @Test
    void a_reply_goes_into_the_thread_of_the_status_message() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(threadReply(3, false));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.onlyCallForm("chat.postMessage")).containsEntry("thread_ts", STATUS_MESSAGE_REF.messageTs());
    }

    @Test
    void a_direct_message_without_a_permalink_is_sent_all_the_same() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        slack.failOnce("chat.getPermalink", "unknown_method");
        outbox.add(directMessage(4));

        assertThat(adapter.deliver(DIRECT_STREAM_KEY)).isEmpty();

        assertThat(slack.onlyCallForm("chat.postMessage")).containsEntry("channel", "D1");
    }

    @Test
    void a_direct_message_waits_for_its_permalink_while_slack_is_unavailable() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        slack.failOnce("chat.getPermalink", "internal_error");
        outbox.add(directMessage(4));

        assertThat(adapter.deliver(DIRECT_STREAM_KEY)).isNotEmpty();

        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void a_direct_message_waits_for_the_status_message_that_it_links() {
        outbox.add(statusMessage(1, false));
        outbox.add(directMessage(4));

        assertThat(adapter.deliver(DIRECT_STREAM_KEY)).contains(clock.instant().plusSeconds(1));
    }

    @Test
    void a_direct_message_does_not_wait_for_a_status_message_that_cannot_be_read() {
        outbox.add(statusMessage(1, false));
        outbox.makeUnreadable(1);
        outbox.add(directMessage(4));

        assertThat(adapter.deliver(DIRECT_STREAM_KEY)).isEmpty();

        assertThat(slack.onlyCallForm("chat.postMessage")).containsEntry("channel", "D1");
    }

    @Test
    void a_failed_delivery_keeps_the_order_of_its_stream() {
        slack.respondOnce(
                "chat.postMessage", new MockResponse.Builder().code(503).build());
        outbox.add(statusMessage(1, false));
        outbox.add(threadReply(2, false));

        assertThat(adapter.deliver(STREAM_KEY)).contains(clock.instant().plusSeconds(1));

        assertThat(outbox.calls).containsExactly("attempted 1");
    }

    @Test
    void where_the_blocks_are_rejected_the_fallback_text_is_sent() {
        slack.failOnce("chat.postMessage", "invalid_blocks");
        outbox.add(statusMessage(1, false));

        adapter.deliver(STREAM_KEY);

        Map<String, String> second = slack.calls("chat.postMessage").get(1).form();
        assertThat(second).containsEntry("text", "Booting web-07").containsEntry("mrkdwn", "false");
        assertThat(outbox.calls).containsExactly("attempted 1", "delivered 1");
    }

    @Test
    void a_channel_gets_a_burst_and_then_one_post_a_second() {
        for (int id = 1; id <= 7; id++) outbox.add(threadReply(id, false));
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);

        Optional<java.time.Instant> again = adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postMessage")).hasSize(SlackRateLimits.POSTS_PER_CHANNEL.burst());
        assertThat(again).contains(clock.instant().plusSeconds(1));
        assertThat(outbox.calls).doesNotContain("attempted 6");
    }
}
