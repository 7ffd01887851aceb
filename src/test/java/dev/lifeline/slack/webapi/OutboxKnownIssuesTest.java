package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.AsyncMethodsClient;
import com.slack.api.methods.MethodsClient;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.MessageBlock;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.slack.OutboxTestBase;
import dev.lifeline.slack.PlainBolt;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.slack.blockkit.BlockKit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/**
 * Known issues of Slack and Bolt in outgoing messages: first plain Bolt with the issue where it is Bolt's, then the bot without it
 * (src/docs/platform/slack.md, section Known issues).
 */
class OutboxKnownIssuesTest extends OutboxTestBase {

    private static final String OTHER_CHANNEL = "C2";
    private static final int FAILING_TEXT_CHARS = 13_000;

    private final PlainBolt plainBolt = new PlainBolt(slack.account().apiUrl(), StubSlack.BOT_TOKEN);

    @Test
    void trap_9_after_an_answer_that_was_lost_it_is_looked_up_before_it_is_posted_again() {
        MethodsClient client = plainBolt.slack().methods(StubSlack.BOT_TOKEN);
        slack.respondOnce("chat.postMessage", lostResponse());
        assertThatThrownBy(() -> client.chatPostMessage(post -> post.channel("C1")))
                .as("unknown whether posted")
                .isInstanceOf(IOException.class);

        slack.respondOnce("chat.postMessage", lostResponse());
        outbox.add(statusMessage(1, false));
        assertThat(adapter.deliver(STREAM_KEY)).isPresent();
        slack.respondOnce(
                "conversations.history",
                "{\"ok\":true,\"messages\":[" + messageWithMetadata(1, StubSlack.BOT_USER_ID) + "]}");
        clock.advance(Duration.ofMinutes(1));
        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();

        assertThat(slack.calls("chat.postMessage"))
                .as("plain Bolt's and the bot's")
                .hasSize(2);
        assertThat(outbox.calls).containsExactly("attempted 1", "delivered 1");
    }

    private static MockResponse lostResponse() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void trap_9_a_channel_that_is_limited_holds_up_no_other_and_keeps_its_order() {
        AsyncMethodsClient client = plainBolt.slack().methodsAsync(StubSlack.BOT_TOKEN);
        slack.respondOnce("chat.postMessage", rateLimited(2));
        var limited = client.chatPostMessage(post -> post.channel("C1"));
        await().until(() -> !slack.calls("chat.postMessage").isEmpty());
        var free = client.chatPostMessage(post -> post.channel(OTHER_CHANNEL));
        limited.join();
        free.join();
        assertThat(postedChannels())
                .as("a channel without limit waits for the limited one")
                .containsExactly("C1", "C1", OTHER_CHANNEL);

        slack.respondOnce("chat.postMessage", rateLimited(2));
        outbox.add(statusMessage(1, false));
        outbox.add(threadReply(2, false));
        outbox.add(new OutboxMessage(
                3, OTHER_STREAM_KEY, new Content.StatusMessage(new ChannelId(OTHER_CHANNEL), textMessage()), false));
        assertThat(adapter.deliver(STREAM_KEY)).contains(clock.instant().plusSeconds(2));
        assertThat(adapter.deliver(OTHER_STREAM_KEY)).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(adapter.deliver(STREAM_KEY)).isEmpty();
        assertThat(outbox.calls)
                .containsExactly(
                        "attempted 1", "attempted 3", "delivered 3", "delivered 1", "attempted 2", "delivered 2");
    }

    private List<String> postedChannels() {
        return slack.calls("chat.postMessage").stream()
                .map(call -> call.form().get("channel"))
                .toList();
    }

    @Test
    void trap_13_an_address_that_is_used_up_is_no_loss() {
        slack.respondOnce(
                "/hooks/1",
                new MockResponse.Builder()
                        .code(404)
                        .body("{\"ok\":false,\"error\":\"used_url\"}")
                        .build());
        outbox.add(ephemeralMessage(5, Optional.of(slack.url("/hooks/1").toString())));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.onlyCallForm("chat.postEphemeral"))
                .containsEntry("channel", "C1")
                .containsEntry("user", "U1");
    }

    @Test
    void trap_13_what_only_one_person_was_shown_is_never_what_is_changed() {
        outbox.add(ephemeralMessage(5, Optional.empty()));
        outbox.add(statusMessage(6, false));
        outbox.add(statusMessage(7, false));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postEphemeral")).hasSize(1);
        assertThat(slack.calls("chat.postMessage"))
                .as("the status message is one message")
                .hasSize(1);
        assertThat(slack.onlyCallForm("chat.update")).containsEntry("ts", STATUS_MESSAGE_REF.messageTs());
    }

    @Test
    void trap_15_a_card_is_changed_with_its_blocks_and_its_words() {
        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(statusMessage(2, false));

        adapter.deliver(STREAM_KEY);

        assertThat(slack.onlyCallForm("chat.update"))
                .containsEntry("ts", STATUS_MESSAGE_REF.messageTs())
                .containsKeys("blocks", "text");
        assertThat(StubSlack.parseJson(slack.onlyCallForm("chat.update").get("blocks")))
                .isNotEmpty();
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void trap_15_the_text_of_all_blocks_together_stays_below_what_slack_fails_at() {
        MessageBlock longParagraph = new MessageBlock.Paragraph(TextLine.ofText("é".repeat(2_900)));
        Message oversized = Message.withHeader(TextLine.ofText("Title"), Collections.nCopies(40, longParagraph));

        int all = BlockKit.render(oversized, "outbox-message-1").blocks().findParents("text").stream()
                .map(node -> node.path("text").asText())
                .mapToInt(String::length)
                .sum();

        assertThat(all).isBetween(FAILING_TEXT_CHARS / 2, FAILING_TEXT_CHARS);
    }

    @Test
    void trap_15_all_cards_together_are_changed_no_faster_than_slack_takes() {
        List<StreamKey> streamKeys = LongStream.range(0, SlackRateLimits.UPDATES_TOTAL.burst() + 1L)
                .mapToObj(id -> (StreamKey) new StreamKey.Request(new RequestId("request%03d".formatted(id))))
                .toList();
        for (StreamKey streamKey : streamKeys) {
            outbox.putStatusMessage(streamKey, new MessageRef("C1", streamKey.toString()));
            outbox.add(new OutboxMessage(
                    streamKeys.indexOf(streamKey),
                    streamKey,
                    new Content.StatusMessage(CHANNEL, textMessage()),
                    false));
        }

        List<Optional<Instant>> again =
                streamKeys.stream().map(adapter::deliver).toList();

        assertThat(slack.calls("chat.update")).hasSize(SlackRateLimits.UPDATES_TOTAL.burst());
        assertThat(again.get(again.size() - 1))
                .as("the last message is postponed, not lost")
                .contains(clock.instant().plus(SlackRateLimits.UPDATES_TOTAL.interval()));
        assertThat(Duration.ofMinutes(1).dividedBy(SlackRateLimits.UPDATES_TOTAL.interval()))
                .as("Tier 3")
                .isLessThanOrEqualTo(50);
    }

    @Test
    void trap_16_every_post_carries_a_mark_of_ids_only() {
        outbox.add(statusMessage(7, false));

        adapter.deliver(STREAM_KEY);

        JsonNode metadata =
                StubSlack.parseJson(slack.onlyCallForm("chat.postMessage").get("metadata"));
        assertThat(metadata)
                .isEqualTo(StubSlack.parseJson(
                        "{\"event_type\":\"lifeline_outbox_message\",\"event_payload\":{\"outbox_message\":7,\"stream_key\":\""
                                + STREAM_KEY + "\"}}"));
    }

    @Test
    void trap_18_the_thread_is_named_once() throws Exception {
        plainBolt
                .slack()
                .methods(StubSlack.BOT_TOKEN)
                .chatPostMessage(post -> post.channel("C1").threadTs("1.1"));
        assertThat(slack.calls("chat.postMessage").get(0).body().split("thread_ts=", -1))
                .as("posted twice")
                .hasSize(3);

        outbox.putStatusMessage(STREAM_KEY, STATUS_MESSAGE_REF);
        outbox.add(threadReply(3, false));
        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("chat.postMessage").get(1).body().split("thread_ts=", -1))
                .hasSize(2);
    }
}
