package dev.lifeline.slack;

import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.Outbox;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.SlackStorage;
import dev.lifeline.testkit.InMemoryChannelRedirects;
import java.time.InstantSource;

/** Shelves of a process that is alone: what was taken before, what may be said and where channels went is forgotten with it. */
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
