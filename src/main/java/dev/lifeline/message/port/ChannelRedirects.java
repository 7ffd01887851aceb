package dev.lifeline.message.port;

import dev.lifeline.rescue.ChannelId;
import java.util.Set;

/**
 * Where is a place today? Slack gives a private channel another id, for good, when it is shared with another company; whoever goes on using
 * the old one hears that there is no such channel (slack.md 4.4).
 */
public interface ChannelRedirects {

    /** No place ever moved. */
    ChannelRedirects NONE = new ChannelRedirects() {
        @Override
        public void add(ChannelId from, ChannelId to) {
            throw new UnsupportedOperationException("nothing is kept here");
        }

        @Override
        public ChannelId resolve(ChannelId channelId) {
            return channelId;
        }

        @Override
        public Set<ChannelId> aliases(ChannelId channelId) {
            return Set.of(channelId);
        }
    };

    /** Writes down that what was at one place is at another from now on; hearing it twice changes nothing. */
    void add(ChannelId from, ChannelId to);

    /** Where it is today; the place itself where it never moved. */
    ChannelId resolve(ChannelId channelId);

    /** Everywhere it ever was, today's place included. */
    Set<ChannelId> aliases(ChannelId channelId);
}
