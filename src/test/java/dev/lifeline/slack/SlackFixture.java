package dev.lifeline.slack;

import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.Directory;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.DeliveryFailureListener;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.message.port.StreamKey;
import dev.lifeline.slack.outbox.OutboxRelay;
import dev.lifeline.slack.port.SeenSignatures;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.testkit.InMemoryChannelRedirects;
import dev.lifeline.testkit.InMemoryOutbox;
import dev.lifeline.testkit.InMemorySeenSignatures;
import dev.lifeline.testkit.RecordingInbox;
import dev.lifeline.testkit.SettableClock;
import dev.lifeline.transport.HttpReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The Slack adapter with both directions; signatures, rate limits and channel redirects are kept in memory where a test gives none. */
public final class SlackFixture implements AutoCloseable {

    private final SlackAdapter adapter;
    private final SlackInbound inbound;
    private final OutboxRelay outboxRelay;

    private SlackFixture(SlackAdapter adapter, SlackInbound inbound, OutboxRelay outboxRelay) {
        this.adapter = adapter;
        this.inbound = inbound;
        this.outboxRelay = outboxRelay;
    }

    /** With an adapter whose shared state the test chose. */
    public static SlackFixture of(SlackAdapter adapter, Inbox inbox, SeenSignatures seenSignatures, Outbox outbox) {
        return new SlackFixture(
                adapter,
                adapter.inbound(inbox, seenSignatures, SlackAdapter.Screens.NONE, outbox),
                adapter.outboxRelay(outbox, (outboxMessage, reason) -> () -> {}));
    }

    /** For what people do. */
    public static SlackFixture receiving(SlackClientConfig config, Inbox inbox, InstantSource clock) {
        return of(config, inbox, new InMemoryOutbox(), clock);
    }

    /** For what people do, with signatures that the test chose. */
    public static SlackFixture receiving(
            SlackClientConfig config, Inbox inbox, SeenSignatures seenSignatures, InstantSource clock) {
        SlackAdapter adapter = adapter(config, new InMemoryChannelRedirects(), clock);
        return of(adapter, inbox, seenSignatures, new InMemoryOutbox());
    }

    /** For both. */
    public static SlackFixture of(SlackClientConfig config, Inbox inbox, Outbox outbox, InstantSource clock) {
        SlackAdapter adapter = adapter(config, new InMemoryChannelRedirects(), clock);
        return of(adapter, inbox, new InMemorySeenSignatures(clock), outbox);
    }

    /** For what people do and what the bot says, with redirects that the test sees. */
    static SlackFixture redirecting(
            SlackClientConfig config, Outbox outbox, ChannelRedirects channelRedirects, InstantSource clock) {
        SlackAdapter adapter = adapter(config, channelRedirects, clock);
        return of(adapter, new RecordingInbox(), new InMemorySeenSignatures(clock), outbox);
    }

    /** For what the bot says. */
    static SlackFixture sending(
            SlackClientConfig config, Outbox outbox, DeliveryFailureListener failureListener, InstantSource clock) {
        SlackAdapter adapter = adapter(config, new InMemoryChannelRedirects(), clock);
        return new SlackFixture(
                adapter,
                adapter.inbound(
                        new RecordingInbox(), new InMemorySeenSignatures(clock), SlackAdapter.Screens.NONE, outbox),
                adapter.outboxRelay(outbox, failureListener));
    }

    private static SlackAdapter adapter(
            SlackClientConfig config, ChannelRedirects channelRedirects, InstantSource clock) {
        return new SlackAdapter(
                config, new LocalRateLimiter(clock), channelRedirects, clock, SettableClock.tickerOf(clock));
    }

    public void start() {
        inbound.start();
    }

    public boolean ready() {
        return inbound.ready();
    }

    public HttpReply handleHttpRequest(String method, Map<String, String> headers, byte[] body) {
        return inbound.handleHttpRequest(method, headers, body);
    }

    public Optional<Instant> deliver(StreamKey streamKey) {
        return outboxRelay.run(streamKey.toString());
    }

    public OutboxRelay outboxRelay() {
        return outboxRelay;
    }

    public SlackUsers users() {
        return adapter.users();
    }

    public Directory directory() {
        return adapter.directory();
    }

    public BotIdentity checkTokens() {
        return adapter.checkTokens();
    }

    public void maintainTokens() {
        adapter.maintainTokens();
    }

    @Override
    public void close() {
        inbound.close();
        adapter.close();
    }
}
