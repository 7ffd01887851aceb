package dev.lifeline.slack.inbound;

import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.webapi.StorageUnavailableException;

/**
 * Stores what the listeners receive. Distinguishes a failed write from a payload that cannot be parsed: only the former may be delivered
 * again. Each call blocks for one commit. Thread-safe.
 */
public final class InboundStorage {

    private final Inbox inbox;
    private final ChannelRedirects channelRedirects;

    public InboundStorage(Inbox inbox, ChannelRedirects channelRedirects) {
        this.inbox = inbox;
        this.channelRedirects = channelRedirects;
    }

    /** @throws StorageUnavailableException when it cannot be written */
    void add(Interaction interaction) {
        persist(() -> inbox.add(interaction));
    }

    /** @throws StorageUnavailableException when it cannot be written */
    void addRedirect(ChannelId from, ChannelId to) {
        persist(() -> channelRedirects.add(from, to));
    }

    private static void persist(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            throw new StorageUnavailableException(e);
        }
    }
}
