package dev.lifeline.slack;

import dev.lifeline.testkit.InMemorySeenSignatures;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackStorage;
import dev.lifeline.testkit.InMemoryChannelRedirects;
import java.time.InstantSource;

/** Storage of a process without replicas: seen signatures, rate limits and channel redirects are lost with the process. */
public final class InMemorySlackStorage {

    private InMemorySlackStorage() {}

    public static SlackStorage of(Inbox inbox, Outbox outbox, InstantSource clock) {
        return of(inbox, outbox, new InMemoryChannelRedirects(), clock);
    }

    static SlackStorage of(Inbox inbox, Outbox outbox, ChannelRedirects channelRedirects, InstantSource clock) {
        return new SlackStorage(
                inbox, outbox, channelRedirects, new InMemorySeenSignatures(clock), new LocalRateLimiter(clock));
    }
}
