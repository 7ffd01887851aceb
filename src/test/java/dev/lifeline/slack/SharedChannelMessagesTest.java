package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is posted to a channel in which another company may read along. */
class SharedChannelMessagesTest extends OutboxTestBase {

    private static final Message WITH_ADDRESS = Message.of(
            TextLine.of(new TextRun.Text("Up at "), new TextRun.Internal(new TextRun.Code("10.0.0.7"), "(hidden)")));

    private String posted(String channelInfo) {
        slack.respondByDefault("conversations.info", channelInfo);
        outbox.add(new OutboxMessage(1, STREAM_KEY, new Content.StatusMessage(CHANNEL, WITH_ADDRESS), false));
        adapter.deliver(STREAM_KEY);
        return slack.onlyCallForm("chat.postMessage").toString();
    }

    @Test
    void in_a_channel_of_the_workspace_everything_is_said() {
        assertThat(posted("{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":false,\"is_shared\":true}}"))
                .contains("10.0.0.7")
                .doesNotContain("(hidden)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":true}}",
                "{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":false,\"is_pending_ext_shared\":true}}",
                "{\"ok\":true,\"channel\":{\"id\":\"C1\"}}",
                "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"channels:read\"}",
                "{\"ok\":false,\"error\":\"internal_error\"}",
                "<html>"
            })
    void P6_where_another_company_reads_along_or_nobody_knows_what_is_internal_is_left_out(String channelInfo) {
        assertThat(posted(channelInfo)).contains("(hidden)").doesNotContain("10.0.0.7");
    }

    @Test
    void a_channel_is_asked_about_once_a_minute_and_again_at_once_where_slack_did_not_say() {
        slack.failOnce("conversations.info", "internal_error");
        posted("{\"ok\":true,\"channel\":{\"id\":\"C1\",\"is_ext_shared\":false}}");
        for (long id = 2; id <= 4; id++) {
            clock.advance(Duration.ofSeconds(25));
            outbox.add(new OutboxMessage(id, STREAM_KEY, new Content.StatusMessage(CHANNEL, WITH_ADDRESS), false));
            adapter.deliver(STREAM_KEY);
        }

        assertThat(slack.calls("conversations.info")).hasSize(2);
    }

    /** What begins on the Home tab has the person's id in place of a channel, of which Slack tells nothing. */
    @Test
    void in_the_direct_messages_of_a_person_everything_is_said() {
        for (String channel : List.of("D0ASHA", "U0ASHA", "W0ASHA")) {
            slack.respondByDefault("conversations.info", "{\"ok\":false,\"error\":\"channel_not_found\"}");
            Content toOne = new Content.StatusMessage(new ChannelId(channel), WITH_ADDRESS);
            StreamKey stream = new StreamKey.Request(new RequestId("request" + channel.toLowerCase(Locale.ROOT)));
            outbox.add(new OutboxMessage(channel.charAt(0), stream, toOne, false));
            adapter.deliver(stream);
        }

        assertThat(slack.calls("conversations.info")).isEmpty();
        assertThat(slack.calls("chat.postMessage"))
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.form().toString()).contains("10.0.0.7"));
    }

    @Test
    void nothing_is_asked_where_nothing_is_internal() {
        outbox.add(statusMessage(1, false));
        adapter.deliver(STREAM_KEY);

        assertThat(slack.calls("conversations.info")).isEmpty();
    }
}
