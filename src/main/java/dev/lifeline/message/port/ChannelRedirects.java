package dev.lifeline.message.port;

import dev.lifeline.rescue.ChannelId;
import java.util.Set;

/**
 * Channel ids that Slack replaced. A private channel gets another id, for good, when it is shared with another organization; the old one is
 * then unknown to Slack (src/docs/platform/slack.md, section Who is clicking).
 *
 * <p>Durable and shared by all replicas; thread-safe.
 */
public interface ChannelRedirects {

    /** No redirects; accepts none either. */
    ChannelRedirects NONE = new ChannelRedirects() {
        @Override
        public void add(ChannelId from, ChannelId to) {
            throw new UnsupportedOperationException("no redirects are stored here");
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

    /** Records that a channel has a new id. Idempotent. */
    void add(ChannelId from, ChannelId to);

    /** The current id of a channel; an unknown id is returned as it is. */
    ChannelId resolve(ChannelId channelId);

    /** Every id that the channel ever had, the current one included. */
    Set<ChannelId> aliases(ChannelId channelId);
}
