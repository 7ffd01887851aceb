package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.testkit.InMemoryChannelRedirects;
import dev.lifeline.testkit.InMemoryOutbox;
import dev.lifeline.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A private channel gets another id when it is shared with another organization: open streams continue under the new id
 * (src/docs/platform/slack.md, section Who is clicking).
 */
class ChannelIdChangeTest {

    private static final ChannelId OLD_CHANNEL = new ChannelId("G0OLD");
    private static final ChannelId NEW_CHANNEL = new ChannelId("C0NEW");
    private static final Message MESSAGE = Message.of(TextLine.ofText("Booting web-07"));
    private static final String CHANNEL_ID_CHANGED_EVENT = """
            {"type":"event_callback","team_id":"T1OURS","api_app_id":"A0APP","event_id":"Ev1","event":
             {"type":"channel_id_changed","old_channel_id":"G0OLD","new_channel_id":"C0NEW","event_ts":"1.1"}}""";

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final ChannelRedirects redirects = new InMemoryChannelRedirects();
    private final SlackFixture adapter = adapter(redirects);

    private SlackFixture adapter(ChannelRedirects channelRedirects) {
        return SlackFixture.redirecting(slack.account(), outbox, channelRedirects, clock);
    }

    @AfterEach
    void close() {
        adapter.close();
        slack.close();
    }

    @Test
    void a_channel_id_change_is_stored_before_it_is_acknowledged() {
        assertThat(postEvent(adapter)).isEqualTo(200);
        assertThat(redirects.resolve(OLD_CHANNEL)).isEqualTo(NEW_CHANNEL);
    }

    @Test
    void news_that_cannot_be_written_down_is_asked_for_again() {
        try (SlackFixture full = adapter(ChannelRedirects.NONE)) {
            assertThat(postEvent(full)).isEqualTo(503);
        }
    }

    private int postEvent(SlackFixture adapter) {
        SignedRequest post =
                SignedRequest.sign(CHANNEL_ID_CHANGED_EVENT, clock.instant().getEpochSecond());
        return adapter.handleHttpRequest("POST", post.headers(), post.body()).status();
    }

    @Test
    void edits_and_replies_go_to_the_current_channel_id() {
        outbox.putStatusMessage(OutboxTestBase.STREAM_KEY, new MessageRef("G0OLD", "1700000000.000001"));
        redirects.add(OLD_CHANNEL, NEW_CHANNEL);
        outbox.add(new OutboxMessage(
                1, OutboxTestBase.STREAM_KEY, new Content.StatusMessage(OLD_CHANNEL, MESSAGE), false));
        outbox.add(
                new OutboxMessage(2, OutboxTestBase.STREAM_KEY, new Content.ThreadReply(OLD_CHANNEL, MESSAGE), false));

        adapter.deliver(OutboxTestBase.STREAM_KEY);

        assertThat(slack.onlyCallForm("chat.update"))
                .containsEntry("channel", "C0NEW")
                .containsEntry("ts", "1700000000.000001");
        assertThat(slack.onlyCallForm("chat.postMessage"))
                .containsEntry("channel", "C0NEW")
                .containsEntry("thread_ts", "1700000000.000001");
    }

    @Test
    void a_private_answer_is_shown_where_the_channel_is_today() {
        redirects.add(OLD_CHANNEL, NEW_CHANNEL);
        Recipient recipient = new Recipient(new SlackUserId("U1"), OLD_CHANNEL, Optional.empty());
        outbox.add(new OutboxMessage(
                1, OutboxTestBase.STREAM_KEY, new Content.EphemeralMessage(recipient, MESSAGE), false));

        adapter.deliver(OutboxTestBase.STREAM_KEY);

        assertThat(slack.onlyCallForm("chat.postEphemeral")).containsEntry("channel", "C0NEW");
    }

    @Test
    void a_rule_for_the_old_id_holds_for_the_new_one() {
        redirects.add(OLD_CHANNEL, NEW_CHANNEL);

        assertThat(adapter.directory().channelIds(NEW_CHANNEL)).containsExactlyInAnyOrder("G0OLD", "C0NEW");
    }

    @Test
    void a_message_that_meets_the_old_id_before_the_event_waits_for_the_new_one() {
        slack.failOnce("chat.update", "channel_not_found");
        outbox.putStatusMessage(OutboxTestBase.STREAM_KEY, new MessageRef("G0OLD", "1700000000.000001"));
        outbox.add(new OutboxMessage(
                1, OutboxTestBase.STREAM_KEY, new Content.StatusMessage(OLD_CHANNEL, MESSAGE), false));
        outbox.add(
                new OutboxMessage(2, OutboxTestBase.STREAM_KEY, new Content.ThreadReply(OLD_CHANNEL, MESSAGE), false));

        Optional<Instant> retryAt = adapter.deliver(OutboxTestBase.STREAM_KEY);
        assertThat(retryAt).contains(clock.instant().plusSeconds(1));
        redirects.add(OLD_CHANNEL, NEW_CHANNEL);
        clock.advance(Duration.ofSeconds(1));

        assertThat(adapter.deliver(OutboxTestBase.STREAM_KEY)).isEmpty();
        assertThat(outbox.calls).containsExactly("attempted 1", "delivered 1", "attempted 2", "delivered 2");
        assertThat(slack.calls("chat.update").get(1).form()).containsEntry("channel", "C0NEW");
    }

    @Test
    void a_channel_that_stays_unknown_holds_up_a_stream_once_and_for_some_seconds() {
        slack.respondByDefault("chat.update", "{\"ok\":false,\"error\":\"channel_not_found\"}");
        slack.respondByDefault("chat.postMessage", "{\"ok\":false,\"error\":\"channel_not_found\"}");
        outbox.putStatusMessage(OutboxTestBase.STREAM_KEY, new MessageRef("G0OLD", "1700000000.000001"));
        outbox.add(new OutboxMessage(
                1, OutboxTestBase.STREAM_KEY, new Content.StatusMessage(OLD_CHANNEL, MESSAGE), false));
        outbox.add(
                new OutboxMessage(2, OutboxTestBase.STREAM_KEY, new Content.ThreadReply(OLD_CHANNEL, MESSAGE), false));
        Instant start = clock.instant();

        Optional<Instant> retryAt = adapter.deliver(OutboxTestBase.STREAM_KEY);
        while (retryAt.isPresent()) {
            clock.advance(Duration.between(clock.instant(), retryAt.get()));
            retryAt = adapter.deliver(OutboxTestBase.STREAM_KEY);
        }

        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(15));
        assertThat(outbox.calls)
                .containsExactly(
                        "attempted 1",
                        "undeliverable 1 channel_not_found",
                        "attempted 2",
                        "undeliverable 2 channel_not_found");
    }

    @Test
    void a_channel_that_the_bot_never_wrote_to_is_not_waited_for() {
        slack.failOnce("chat.postMessage", "channel_not_found");
        outbox.add(new OutboxMessage(
                1, OutboxTestBase.STREAM_KEY, new Content.StatusMessage(OLD_CHANNEL, MESSAGE), false));

        assertThat(adapter.deliver(OutboxTestBase.STREAM_KEY)).isEmpty();

        assertThat(outbox.calls).containsExactly("attempted 1", "undeliverable 1 channel_not_found");
    }
}
