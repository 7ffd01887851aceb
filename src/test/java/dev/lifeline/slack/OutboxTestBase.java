package dev.lifeline.slack;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.port.MessageRef;
import dev.lifeline.message.port.Outbox.Content;
import dev.lifeline.message.port.Outbox.OutboxMessage;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.testkit.InMemoryOutbox;
import dev.lifeline.testkit.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;

/** A Slack adapter with messages to deliver, and a scripted Slack that receives them. */
public abstract class OutboxTestBase {

    public static final StreamKey STREAM_KEY = new StreamKey.Request(new RequestId("request1"));
    public static final StreamKey DIRECT_STREAM_KEY = new StreamKey.Direct(new SlackUserId("U1"));
    public static final StreamKey OTHER_STREAM_KEY = new StreamKey.Request(new RequestId("request2"));
    public static final ChannelId CHANNEL = new ChannelId("C1");
    public static final MessageRef STATUS_MESSAGE_REF = new MessageRef("C1", "1700000000.000001");

    public final StubSlack slack = new StubSlack();
    public final SettableClock clock = new SettableClock();
    public final InMemoryOutbox outbox = new InMemoryOutbox();
    final List<String> undeliverable = new ArrayList<>();
    public final SlackFixture adapter = SlackFixture.sending(
            slack.account(),
            outbox,
            (outboxMessage, reason) -> () -> undeliverable.add(outboxMessage.id() + " " + reason),
            clock);

    @AfterEach
    void close() {
        adapter.close();
        slack.close();
    }

    public static MockResponse rateLimited(int seconds) {
        return new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", seconds)
                .body("{\"ok\":false,\"error\":\"ratelimited\"}")
                .build();
    }

    public static String messageWithMetadata(long messageId, String author) {
        return """
                {"ts":"99.1","user":"%s","metadata":{"event_type":"lifeline_outbox_message",
                 "event_payload":{"outbox_message":%d,"stream_key":"%s"}}}""".formatted(author, messageId, STREAM_KEY);
    }

    public static Message textMessage() {
        return Message.of(TextLine.ofText("Booting web-07"));
    }

    public static OutboxMessage statusMessage(long id, boolean attempted) {
        return new OutboxMessage(id, STREAM_KEY, new Content.StatusMessage(CHANNEL, textMessage()), attempted);
    }

    public static OutboxMessage threadReply(long id, boolean attempted) {
        return new OutboxMessage(id, STREAM_KEY, new Content.ThreadReply(CHANNEL, textMessage()), attempted);
    }

    public static OutboxMessage directMessage(long id) {
        Content news = new Content.DirectMessage(
                new SlackUserId("U1"), textMessage(), new RequestId("request1"), "The card", 0);
        return new OutboxMessage(id, DIRECT_STREAM_KEY, news, false);
    }

    public static OutboxMessage ephemeralMessage(long id, Optional<String> address) {
        Recipient recipient = new Recipient(new SlackUserId("U1"), CHANNEL, address);
        return new OutboxMessage(id, STREAM_KEY, new Content.EphemeralMessage(recipient, textMessage()), false);
    }
}
