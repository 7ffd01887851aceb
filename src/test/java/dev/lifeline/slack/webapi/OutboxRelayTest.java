package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.slack.OutboxTestBase;
import dev.lifeline.slack.StubSlack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        for (int id = 1; id <= 7; id++) outbox.add(replyWithHeader(id));
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);

        Optional<java.time.Instant> again = adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postMessage")).hasSize(SlackRateLimits.POSTS_PER_CHANNEL.burst());
        assertThat(again).contains(clock.instant().plusSeconds(1));
        assertThat(outbox.calls).doesNotContain("attempted 6");
    }

    /** A reply that shares its post with no other. */
    private static OutboxMessage replyWithHeader(long id) {
        Message message = Message.withHeader(TextLine.ofText("Booting web-07"), List.of());
        return new OutboxMessage(id, STREAM_KEY, new Content.ThreadReply(CHANNEL, message), false);
    }

    /** A request that began on the Home tab has the person's id for a channel, by which Slack finds no conversation. */
    @Test
    void P7_a_status_message_to_a_person_is_found_after_a_crash() {
        slack.respondOnce(
                "conversations.history",
                "{\"ok\":true,\"messages\":[%s]}".formatted(messageWithMetadata(1, StubSlack.BOT_USER_ID)));
        Content toOne = new Content.StatusMessage(new ChannelId("U0ASHA"), textMessage());
        outbox.add(new OutboxMessage(1, STREAM_KEY, toOne, true));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.onlyCallForm("conversations.open")).containsEntry("users", "U0ASHA");
        assertThat(slack.onlyCallForm("conversations.history")).containsEntry("channel", "D1");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(outbox.statusMessage(STREAM_KEY)).contains(new MessageRef("D1", "99.1"));
    }

    @Test
    void a_status_message_to_a_person_is_posted_by_their_id_where_no_conversation_may_be_opened() {
        slack.failOnce("conversations.open", "missing_scope");
        Content toOne = new Content.StatusMessage(new ChannelId("U0ASHA"), textMessage());
        outbox.add(new OutboxMessage(1, STREAM_KEY, toOne, false));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.onlyCallForm("chat.postMessage")).containsEntry("channel", "U0ASHA");
    }

    private static OutboxMessage reply(long id, String text) {
        Message message = Message.of(TextLine.ofText(text));
        return new OutboxMessage(id, STREAM_KEY, new Content.ThreadReply(CHANNEL, message), false);
    }

    @Test
    void replies_that_wait_together_share_one_post() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        for (int id = 3; id <= 5; id++) outbox.add(reply(id, "Step " + id));

        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        Map<String, String> post = slack.onlyCallForm("chat.postMessage");
        assertThat(post.get("text")).contains("Step 3", "Step 4", "Step 5");
        assertThat(post.get("blocks")).contains("Step 3", "Step 4", "Step 5");
        assertThat(outbox.calls)
                .containsExactly(
                        "attempted 3", "attempted 4", "attempted 5", "delivered 3", "delivered 4", "delivered 5");
    }

    @Test
    void P7_each_reply_of_a_shared_post_is_found_by_its_own_id_after_a_crash() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(reply(3, "Step 3"));
        outbox.add(reply(4, "Step 4"));
        adapter.deliver(STREAM_KEY);
        String metadata = slack.onlyCallForm("chat.postMessage").getOrDefault("metadata", "");
        slack.respondByDefault(
                "conversations.replies",
                "{\"ok\":true,\"messages\":[{\"ts\":\"9.9\",\"user\":\"%s\",\"metadata\":%s}]}"
                        .formatted(StubSlack.BOT_USER_ID, metadata));

        outbox.add(threadReply(4, true));
        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();
        outbox.add(threadReply(5, true));
        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.calls("chat.postMessage")).as("the shared one, and 5").hasSize(2);
    }

    @Test
    void replies_that_are_refused_together_are_tried_one_by_one() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(reply(3, "Step 3"));
        outbox.add(reply(4, "Step 4"));
        slack.failOnce("chat.postMessage", "restricted_action");

        assertThat(adapter.deliver(STREAM_KEY)).contains(clock.instant());
        assertThat(outbox.calls).containsExactly("attempted 3", "attempted 4");
        slack.failOnce("chat.postMessage", "restricted_action");
        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(outbox.calls).endsWith("undeliverable 3 restricted_action", "delivered 4");
    }

    @Test
    void once_it_is_posted_the_status_message_goes_before_the_replies() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(threadReply(3, false));
        outbox.add(statusMessage(4, false));

        adapter.deliver(STREAM_KEY);

        assertThat(outbox.calls).containsExactly("attempted 4", "delivered 4", "attempted 3", "delivered 3");
    }

    @Test
    void no_reply_tells_of_what_the_status_message_does_not_show_yet() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        for (int id = 1; id <= SlackRateLimits.UPDATES_PER_MESSAGE.burst(); id++) {
            outbox.add(statusMessage(id, false));
            adapter.deliver(STREAM_KEY);
        }
        outbox.add(threadReply(8, false));
        outbox.add(statusMessage(9, false));

        assertThat(adapter.deliver(STREAM_KEY)).contains(clock.instant().plusSeconds(1));

        assertThat(outbox.calls).endsWith("delivered 3");
    }

    @Test
    void while_many_messages_change_each_is_updated_less_often_and_none_waits_for_another() {
        List<StreamKey> streams = IntStream.range(1, 8)
                .<StreamKey>mapToObj(i -> new StreamKey.Request(new RequestId("request" + i)))
                .toList();
        streams.forEach(stream -> outbox.putStatusMessage(stream, new MessageRef("C1", "1.1" + stream)));
        for (int half = 0; half < 24; half++) {
            for (StreamKey stream : streams) {
                outbox.pending(stream).forEach(superseded -> outbox.markDelivered(superseded, Optional.empty()));
                outbox.add(new OutboxMessage(half, stream, new Content.StatusMessage(CHANNEL, textMessage()), false));
                adapter.deliver(stream);
            }
            clock.advance(Duration.ofMillis(500));
        }

        Map<String, Long> updates = slack.calls("chat.update").stream()
                .collect(Collectors.groupingBy(call -> call.form().getOrDefault("ts", ""), Collectors.counting()));
        assertThat(updates).as("of each message, in 12 s").hasSize(7);
        assertThat(updates.values()).allMatch(count -> count >= 5);
    }

    @Test
    void a_reply_that_waits_for_its_limit_holds_up_no_update() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        for (int id = 1; id <= 7; id++) outbox.add(replyWithHeader(id));
        adapter.deliver(STREAM_KEY);
        outbox.add(statusMessage(8, false));

        assertThat(adapter.deliver(STREAM_KEY)).isNotEmpty();

        assertThat(outbox.calls).endsWith("attempted 8", "delivered 8").doesNotContain("attempted 6");
    }
}
